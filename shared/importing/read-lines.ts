import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { AccordError } from '../errors/accord-error.js';

export interface TextLine {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
  /** The line was longer than `lineLimit`; `text` is its start. */
  readonly cut: boolean;
}

/** Characters a line may have. What is longer is no row of any register, and must not fill the memory. */
export const lineLimit = 1_000_000;

/**
 * The lines of a UTF-8 file, as a stream, without a byte order mark and line ends (LF or CRLF). U+2028 and other ends
 * that `node:readline` also knows occur within published cells, so they end no line here. Bytes that are not UTF-8
 * become U+FFFD. Throws BAD_FILE where the file cannot be read or is UTF-16.
 */
export async function* readLines(path: string): AsyncGenerator<TextLine> {
  let rest = '';
  let number = 1;
  let cut = false;
  for await (const text of decoded(path)) {
    const pieces = text.split('\n');
    for (const [i, piece] of pieces.entries()) {
      if (rest.length + piece.length <= lineLimit) {
        rest += piece;
      } else {
        rest = (rest + piece.slice(0, lineLimit)).slice(0, lineLimit);
        cut = true;
      }
      if (i < pieces.length - 1) {
        yield { number, text: withoutReturn(rest), cut };
        rest = '';
        cut = false;
        number += 1;
      }
    }
  }
  if (rest !== '') {
    yield { number, text: withoutReturn(rest), cut };
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let first = true;
  try {
    for await (const chunk of createReadStream(path)) {
      if (first) {
        refuseUtf16(chunk, path);
        first = false;
      }
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (cause) {
    throw cause instanceof AccordError ? cause : unreadable(path, cause);
  }
}

function refuseUtf16(start: Buffer, path: string): void {
  const mark = start.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    throw new AccordError('BAD_FILE', `Expected UTF-8 text in "${basename(path)}", it is UTF-16.`);
  }
}

function unreadable(path: string, cause: unknown): AccordError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const came =
    code === 'ENOENT' ? 'there is none' : code === 'EISDIR' ? 'it is a folder' : 'it cannot be read';
  return new AccordError('BAD_FILE', `Expected a readable file "${basename(path)}", ${came}.`, { cause });
}
