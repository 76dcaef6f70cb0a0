import { closeSync, openSync, readSync } from 'node:fs';

export interface TextLine {
  readonly text: string;
  /** Whether it has its end. */
  readonly isWhole: boolean;
}

const blockBytes = 1_048_576;

/** The lines of a file, read in blocks: a segment may not fit into memory twice. */
export function* linesOf(path: string): Generator<TextLine> {
  const file = openSync(path, 'r');
  try {
    const block = Buffer.alloc(blockBytes);
    let rest = Buffer.alloc(0);
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
      const bytes = Buffer.concat([rest, block.subarray(0, read)]);
      let from = 0;
      for (let to = bytes.indexOf(0x0a); to >= 0; to = bytes.indexOf(0x0a, from)) {
        yield { text: bytes.toString('utf8', from, to), isWhole: true };
        from = to + 1;
      }
      rest = bytes.subarray(from);
    }
    if (rest.length > 0) {
      yield { text: rest.toString('utf8'), isWhole: false };
    }
  } finally {
    closeSync(file);
  }
}
