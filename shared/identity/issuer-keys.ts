import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { followFile } from './followed-file.js';
import type { IssuerConfig } from './issuer-config.js';
import { type IssuerKey, readIssuerKey } from './issuer-key.js';

/** The keys of one issuer, by `kid`. */
export type KeySet = ReadonlyMap<string, IssuerKey>;

/** The keys of an issuer as they are now. */
export interface IssuerKeys {
  /** What is known of them now: the same object until they change. Looks for changes without waiting. */
  current(): KeySet;
  /** The key of this name, looked for once more where it is not known, or why there is none. Does not throw. */
  find(kid: string): Promise<IssuerKey | MissingIssuerKey>;
}

export type MissingIssuerKey = 'unknown-key' | 'keys-unavailable';

export interface IssuerSurroundings {
  /** Gives the JWKs at a URL; throws where it cannot. */
  readonly fetchKeys: (url: string) => Promise<readonly unknown[]>;
  readonly now: () => Date;
  /** Told of an issuer whose keys cannot be had. Those of before stay in use. */
  readonly onFault: (issuer: string, cause: unknown) => void;
}

/** A key that an issuer takes back is out of use so much later. */
const refreshMs = 300_000;
/** An unknown `kid` leads to no more than one fetch in this time, whoever makes them up. */
const lookAgainMs = 30_000;
const afterFaultMs = 5000;

/** Opens the keys that a configuration names. Throws BAD_CONFIG for a file that holds none. */
export function openIssuerKeys(config: IssuerConfig, around: IssuerSurroundings): IssuerKeys {
  const { issuer, jwksUrl, jwks, keys = [] } = config;
  if (jwksUrl !== undefined) {
    return new PublishedKeys(jwksUrl, issuer, around);
  }
  if (jwks === undefined) {
    return fixedKeys(keySetOf(keys));
  }
  const file = followFile(jwks, {
    read: readKeyFile,
    now: around.now,
    onRead: () => undefined,
    onFault: (cause) => around.onFault(issuer, cause),
  });
  return { current: file, find: async (kid) => file().get(kid) ?? 'unknown-key' };
}

function fixedKeys(set: KeySet): IssuerKeys {
  return { current: () => set, find: async (kid) => set.get(kid) ?? 'unknown-key' };
}

/** Keys at a URL: fetched when the first is asked for, one fetch at a time. */
class PublishedKeys implements IssuerKeys {
  readonly #url: string;
  readonly #issuer: string;
  readonly #around: IssuerSurroundings;
  #set: KeySet = new Map();
  #fetching: Promise<void> | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #failed = false;

  constructor(url: string, issuer: string, around: IssuerSurroundings) {
    this.#url = url;
    this.#issuer = issuer;
    this.#around = around;
  }

  current(): KeySet {
    if (this.#age() >= (this.#failed ? lookAgainMs : refreshMs)) {
      void this.#fetch();
    }
    return this.#set;
  }

  async find(kid: string): Promise<IssuerKey | MissingIssuerKey> {
    const known = this.current().get(kid);
    if (known !== undefined) {
      return known;
    }
    if (this.#fetching !== undefined || this.#age() >= (this.#failed ? afterFaultMs : lookAgainMs)) {
      await this.#fetch();
    }
    return this.#set.get(kid) ?? (this.#failed ? 'keys-unavailable' : 'unknown-key');
  }

  #age(): number {
    // A clock that was set back must not put off the next look.
    return Math.abs(this.#around.now().getTime() - this.#triedAt);
  }

  #fetch(): Promise<void> {
    this.#fetching ??= this.#fetchOnce().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetchOnce(): Promise<void> {
    this.#triedAt = this.#around.now().getTime();
    try {
      const set = keySetOf(await this.#around.fetchKeys(this.#url));
      if (!isSameSet(set, this.#set)) {
        this.#set = set;
      }
      this.#failed = false;
    } catch (cause) {
      this.#failed = true;
      this.#around.onFault(this.#issuer, cause);
    }
  }
}

const KeyFile = z.object({ keys: z.array(z.unknown()).max(100) });

function readKeyFile(path: string): KeySet {
  let set: KeySet;
  try {
    set = keySetOf(KeyFile.parse(JSON.parse(readFileSync(path, 'utf8'))).keys);
  } catch (cause) {
    throw new AccordError('BAD_CONFIG', `Expected a JWKS in "${basename(path)}".`, { cause });
  }
  if (set.size === 0) {
    throw new AccordError('BAD_CONFIG', `Expected a public key with a "kid" in "${basename(path)}".`);
  }
  return set;
}

/** Keys that verify nothing here are left out, and so are those that share a name: nobody could say which is meant. */
function keySetOf(jwks: readonly unknown[]): KeySet {
  const keys = jwks.flatMap((jwk) => readIssuerKey(jwk) ?? []);
  const isAlone = ({ kid }: IssuerKey): boolean => keys.filter((other) => other.kid === kid).length === 1;
  return new Map(keys.filter(isAlone).map((key) => [key.kid, key]));
}

function isSameSet(one: KeySet, other: KeySet): boolean {
  return (
    one.size === other.size &&
    [...one].every(([kid, { key, algorithms }]) => {
      const same = other.get(kid);
      return same?.key.equals(key) === true && same.algorithms.join() === algorithms.join();
    })
  );
}
