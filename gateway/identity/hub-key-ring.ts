import { createPrivateKey, type KeyObject } from 'node:crypto';
import { AccordError } from '../../shared/errors/accord-error.js';
import { followFile } from '../../shared/identity/followed-file.js';
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
    const keys = followFile(config.keys, {
      read: readHubKeyFile,
      now,
      onRead: () => logger.info('the key file was read again'),
      onFault: (err) =>
        logger.error({ err }, 'the key file changed and cannot be read: the keys of before stay in use'),
    });
    return createHubKeyRing(keys, now);
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

function importKey({ key: { kty, crv, x, d } }: KeyGeneration): KeyObject {
  return createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
}

function bytesOf(base64url: string): Uint8Array {
  return Buffer.from(base64url, 'base64url');
}
