import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { listSegments } from './log-folder.js';

const blockBytes = 262_144;
const newline = 0x0a;

/** The lines of a stream's folder, newest first, from the segments of days up to this one. Blocks are read as needed. */
export function* linesBackwards(folder: string, lastDay: string): Generator<string> {
  for (const { path, day } of listSegments(folder).reverse()) {
    if (day <= lastDay) {
      yield* fileBackwards(path);
    }
  }
}

/** The lines of a file from its last to its first. What comes after the last end of line is left out. */
function* fileBackwards(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    let isTail = true;
    for (let at = fstatSync(file).size; at > 0; ) {
      const length = Math.min(blockBytes, at);
      const block = Buffer.alloc(length);
      at -= length;
      readSync(file, block, 0, length, at);
      const bytes = Buffer.concat([block, rest]);
      let to: number = isTail ? bytes.lastIndexOf(newline) : bytes.length;
      isTail = isTail && to < 0;
      for (
        let from = startOfLine(bytes, to);
        to > 0 && (from > 0 || at === 0);
        from = startOfLine(bytes, to)
      ) {
        yield bytes.toString('utf8', from, to);
        to = from - 1;
      }
      rest = bytes.subarray(0, Math.max(0, to));
    }
  } finally {
    closeSync(file);
  }
}

/** Where the line begins that ends before `to`; 0 where that may be in the block before. */
function startOfLine(bytes: Buffer, to: number): number {
  return to <= 0 ? 0 : bytes.lastIndexOf(newline, to - 1) + 1;
}
