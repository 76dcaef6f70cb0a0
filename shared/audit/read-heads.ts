import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { KeptHead } from './head-book.js';
import { headsFolder } from './log-folder.js';
import { type LogHead, readHead } from './log-head.js';

/** Heads that somebody has kept. */
export interface KeptHeads {
  readonly heads: readonly { readonly head: LogHead; readonly kid: string }[];
  /** Lines that hold no head signed as it says. */
  readonly unsigned: number;
}

/** Reads a file of heads, or all those within a folder. Throws BAD_FILE. */
export function readKeptHeads(path: string): KeptHeads {
  if (!existsSync(path)) {
    throw new AccordError('BAD_FILE', `Expected heads of a log in "${basename(path)}", it is not there.`);
  }
  const lines = filesOf(path)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '');
  const heads = lines.flatMap((line) => headOf(line) ?? []);
  return { heads, unsigned: lines.length - heads.length };
}

/** `FOLDER/heads/*.jsonl` at any depth, or the files of a folder that is itself `heads`. */
function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      return filesOf(inner);
    }
    return basename(path) === headsFolder && entry.name.endsWith('.jsonl') ? [inner] : [];
  });
}

/** A line of ours, or a bare head as it passes in the header. */
function headOf(line: string) {
  const bare = readHead(line);
  if (bare !== null) {
    return bare;
  }
  try {
    const { data } = KeptHead.safeParse(JSON.parse(line));
    return data === undefined ? null : readHead(data.head);
  } catch {
    return null;
  }
}
