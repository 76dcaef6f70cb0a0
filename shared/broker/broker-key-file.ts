import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { readOwnJson, writeOwnJson } from '../identity/own-file.js';
import { createSigningKey } from '../identity/signing-key.js';
import { BrokerKeys } from './round-keys.js';

/** Makes the key file of a broker, for its owner alone. Throws BAD_OUTPUT where it is there. */
export function createBrokerKeyFile(path: string): BrokerKeys {
  const keys: BrokerKeys = { identity: createSigningKey(), rounds: [] };
  writeOwnJson(path, keys, { replaces: false });
  return keys;
}

/** Throws BAD_CONFIG where it is not there, is no key file, or others can read it. */
export function readBrokerKeyFile(path: string): BrokerKeys {
  if (!existsSync(path)) {
    throw new AccordError(
      'BAD_CONFIG',
      `Expected the key file "${basename(path)}", which "accord broker init" makes.`,
    );
  }
  const read = BrokerKeys.safeParse(readOwnJson(path));
  if (!read.success) {
    throw new AccordError('BAD_CONFIG', `Expected the keys of a broker in "${basename(path)}".`);
  }
  return read.data;
}

/** Throws BAD_OUTPUT. */
export function replaceBrokerKeyFile(path: string, keys: BrokerKeys): void {
  writeOwnJson(path, keys, { replaces: true });
}
