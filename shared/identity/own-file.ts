import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import { basename } from 'node:path';
import { AccordError } from '../errors/accord-error.js';

/**
 * Reads a file of JSON that is its owner's alone. Text that is no JSON is `undefined`. Throws BAD_CONFIG where it
 * cannot be read, or others than its owner can read or write it.
 */
export function readOwnJson(path: string): unknown {
  const text = readOwnText(path, basename(path));
  try {
    return JSON.parse(text);
  } catch {
    // The parser's words would quote from the file.
    return undefined;
  }
}

/** Writes a file of JSON, 0600, whole or not at all. Throws BAD_OUTPUT; of one that is there, unless `replaces`. */
export function writeOwnJson(
  path: string,
  value: unknown,
  { replaces }: { readonly replaces: boolean },
): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
    (replaces ? renameSync : linkSync)(draft, path);
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    const came = isThere ? 'it is there already' : 'it cannot be written';
    throw new AccordError('BAD_OUTPUT', `Expected to write the key file "${basename(path)}", ${came}.`, {
      cause,
    });
  } finally {
    rmSync(draft, { force: true });
  }
}

function readOwnText(path: string, name: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      if (platform() !== 'win32' && (fstatSync(file).mode & 0o077) !== 0) {
        throw new AccordError(
          'BAD_CONFIG',
          `Expected "${name}" with mode 0600, others can read or write it.`,
        );
      }
      return readFileSync(file, 'utf8');
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw cause instanceof AccordError
      ? cause
      : new AccordError('BAD_CONFIG', `Expected a readable key file "${name}".`, { cause });
  }
}
