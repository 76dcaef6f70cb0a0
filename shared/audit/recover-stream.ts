import {
  appendFileSync,
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ChainEnd, chainStart, hashOf, type LogName, readLine } from './log-chain.js';
import { listSegments, type Segment, sealsFile } from './log-folder.js';
import { readSeals } from './seals.js';

/** Where a stream goes on. */
export interface RecoveredStream {
  readonly end: ChainEnd;
  /** The segment that is not sealed, and how many bytes of it are whole lines. */
  readonly open: { readonly segment: Segment; readonly size: number } | undefined;
  /** Bytes of lines that were not whole and were set aside. */
  readonly tornBytes: number;
}

const newline = 0x0a;
/** Enough for the last line; more is read where what was torn is longer. */
const tailBytes = 262_144;

/**
 * Finds where a stream ends. What a process that was killed left of its last lines is set aside in `<segment>.torn` and
 * cut off; lines that are whole are never touched, whatever they say. Throws what the disk says.
 */
export function recoverStream(folder: string, name: LogName): RecoveredStream {
  let tornBytes = 0;
  for (const segment of listSegments(folder).reverse()) {
    const tail = readTail(segment);
    tornBytes += setTornAside(segment, tail);
    if (tail.end !== undefined) {
      return { end: tail.end, open: { segment, size: tail.size }, tornBytes };
    }
    // It has not one line: the segment before goes on.
    rmSync(segment.path);
  }
  return { end: endOfSeals(folder, name), open: undefined, tornBytes };
}

/** The end of the whole lines of a segment, and what comes after them. */
interface Tail {
  readonly end: ChainEnd | undefined;
  readonly size: number;
  readonly torn: Buffer;
}

function readTail({ path }: Segment): Tail {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    for (let length = Math.min(tailBytes, size); ; length = Math.min(length * 8, size)) {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, size - length);
      const tail = wholeLinesOf(bytes, size - length);
      if (tail.end !== undefined || length === size) {
        return tail;
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Looks for the last whole line in the bytes of a file from `start` on. */
function wholeLinesOf(bytes: Buffer, start: number): Tail {
  let to = bytes.lastIndexOf(newline) + 1;
  while (to > 0) {
    const from = to < 2 ? 0 : bytes.lastIndexOf(newline, to - 2) + 1;
    const line = bytes.toString('utf8', from, to - 1);
    const entry = readLine(line);
    if (entry !== null) {
      return { end: { seq: entry.seq, hash: hashOf(line) }, size: start + to, torn: bytes.subarray(to) };
    }
    to = from;
  }
  return { end: undefined, size: start, torn: bytes };
}

function setTornAside({ path }: Segment, { torn, size }: Tail): number {
  if (torn.length > 0) {
    appendFileSync(`${path}.torn`, torn, { mode: 0o600, flush: true });
    const file = openSync(path, 'r+');
    try {
      ftruncateSync(file, size);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
  return torn.length;
}

function endOfSeals(folder: string, name: LogName): ChainEnd {
  const last = readSeals(readText(join(folder, sealsFile))).at(-1);
  return last === undefined ? chainStart(name) : { seq: last.seal.lastSeq, hash: last.seal.lastHash };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
