import { createPrivateKey, type KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { AccordError } from '../../shared/errors/accord-error.js';
import { readHubKeyFile } from '../../shared/identity/hub-key-file.js';
import {
  createHubKeys,
  currentGeneration,
  type HubKeys,
  type KeyGeneration,
  liveGenerations,
} from '../../shared/identity/hub-keys.js';
import type { PublicKey } from '../../shared/identity/public-key.js';
import { publicKeyOf } from '../../shared/identity/signing-key.js';
import type { Logger } from '../../shared/log/logger.js';

/** The hub's keys as they are now: each call looks at the clock, and at the file of late. */
export interface HubKeyRing {
  /** What caller tokens are signed with. */
  signing(): { readonly kid: string; readonly key: KeyObject };
  /** The public keys of now, before and next, for `/.well-known/jwks.json`. */
  published(): readonly PublicKey[];
  /** What cursors are sealed with, then what else opens them. */
  cursorSecrets(): readonly [Uint8Array, ...Uint8Array[]];
  /** What callers' pseudonyms are made with. */
  subjectSecret(): Uint8Array;
}

/** How soon a replica follows when the file is rotated; a new generation begins long after. */
const lookAgainMs = 5000;

/**
 * Opens the hub's keys: those of the file, which is read again when it changes; without one, in development, keys that
 * live as long as the process. Throws BAD_CONFIG.
 */
export function openHubKeyRing(
  config: { readonly keys: string | undefined; readonly production: boolean },
  around: { readonly now: () => Date; readonly logger: Logger },
): HubKeyRing {
  const { now, logger } = around;
  if (config.keys !== undefined) {
    return createHubKeyRing(followFile(config.keys, around), now);
  }
  if (config.production) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected in production a key file made by "accord key create", neither "keys" nor ACCORD_HUB_KEYS names one.',
    );
  }
  logger.warn('no key file: the keys are made up for this process, cursors and tokens end with it');
  const keys = createHubKeys(now());
  return createHubKeyRing(() => keys, now);
}

export function createHubKeyRing(keys: () => HubKeys, now: () => Date): HubKeyRing {
  const imported = new Map<string, KeyObject>();
  const importOnce = (generation: KeyGeneration): KeyObject => {
    const { kid } = generation.key;
    const key = imported.get(kid) ?? importKey(generation);
    imported.set(kid, key);
    return key;
  };
  return {
    signing() {
      const current = currentGeneration(keys(), now());
      return { kid: current.key.kid, key: importOnce(current) };
    },
    published: () => liveGenerations(keys(), now()).map(({ key }) => publicKeyOf(key)),
    cursorSecrets() {
      const current = currentGeneration(keys(), now());
      const others = liveGenerations(keys(), now()).filter((generation) => generation !== current);
      return [bytesOf(current.cursorSecret), ...others.map(({ cursorSecret }) => bytesOf(cursorSecret))];
    },
    subjectSecret: () => bytesOf(keys().subjectSecret),
  };
}

/** The keys of a file, read again some seconds after it changed; those read last stay in use while it is not whole. */
function followFile(
  file: string,
  { now, logger }: { readonly now: () => Date; readonly logger: Logger },
): () => HubKeys {
  let seen = stampOf(file);
  let keys = readHubKeyFile(file);
  let lookAt = now().getTime() + lookAgainMs;
  return () => {
    const time = now().getTime();
    if (time >= lookAt) {
      lookAt = time + lookAgainMs;
      const stamp = stampOf(file);
      if (stamp !== seen) {
        try {
          keys = readHubKeyFile(file);
          logger.info('the key file was read again');
        } catch (err) {
          logger.error({ err }, 'the key file changed and cannot be read: the keys of before stay in use');
        }
        seen = stamp;
      }
    }
    return keys;
  };
}

function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}

function importKey({ key: { kty, crv, x, d } }: KeyGeneration): KeyObject {
  return createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
}

function bytesOf(base64url: string): Uint8Array {
  return Buffer.from(base64url, 'base64url');
}
