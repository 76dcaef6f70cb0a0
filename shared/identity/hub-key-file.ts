import { basename } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { HubKeys } from './hub-keys.js';
import { readOwnJson, writeOwnJson } from './own-file.js';

/** Reads a hub's key file. Throws BAD_CONFIG where it is not one, or others than its owner can read or write it. */
export function readHubKeyFile(path: string): HubKeys {
  const result = HubKeys.safeParse(readOwnJson(path));
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at "${issue.path.join('.')}"`;
    const message = `Expected in "${basename(path)}" the keys of a hub as "accord key create" writes them, it has others${place}.`;
    throw new AccordError('BAD_CONFIG', message);
  }
  return result.data;
}

/** Writes the file of a new hub's keys, 0600. Throws BAD_OUTPUT where a file is there or none can be written. */
export function createHubKeyFile(path: string, keys: HubKeys): void {
  writeOwnJson(path, keys, { replaces: false });
}

/** Puts other keys in the place of a hub's; who reads sees the old or the new ones whole. Throws BAD_OUTPUT. */
export function replaceHubKeyFile(path: string, keys: HubKeys): void {
  writeOwnJson(path, keys, { replaces: true });
}
