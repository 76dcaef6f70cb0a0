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
import { HubKeys } from './hub-keys.js';

/** Reads a hub's key file. Throws BAD_CONFIG where it is not one, or others than its owner can read or write it. */
export function readHubKeyFile(path: string): HubKeys {
  const name = basename(path);
  const text = readOwnText(path, name);
  const result = HubKeys.safeParse(jsonOf(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at "${issue.path.join('.')}"`;
    const message = `Expected in "${name}" the keys of a hub as "accord key create" writes them, it has others${place}.`;
    throw new AccordError('BAD_CONFIG', message);
  }
  return result.data;
}

/** Writes the file of a new hub's keys, 0600. Throws BAD_OUTPUT where a file is there or none can be written. */
export function createHubKeyFile(path: string, keys: HubKeys): void {
  writeBeside(path, keys, (draft) => linkSync(draft, path));
}

/** Puts other keys in the place of a hub's; who reads sees the old or the new ones whole. Throws BAD_OUTPUT. */
export function replaceHubKeyFile(path: string, keys: HubKeys): void {
  writeBeside(path, keys, (draft) => renameSync(draft, path));
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's words would quote from the file.
    return undefined;
  }
}

function writeBeside(path: string, keys: HubKeys, put: (draft: string) => void): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const text = `${JSON.stringify(keys, null, 2)}\n`;
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
    put(draft);
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
