import { createPublicKey, type KeyObject } from 'node:crypto';
import { PublicKey, thumbprintOf } from './public-key.js';

/** Why there is no key to verify with. */
export type MissingKey = 'unpinned-key' | 'unknown-key' | 'keys-unavailable';

/** The keys that a member accepts of its hub. */
export interface AcceptedKeys {
  /** The key with this thumbprint as its `kid`, or why there is none. Does not throw. */
  find(kid: string): Promise<KeyObject | MissingKey>;
}

export interface PinnedKeysOptions {
  /** The keys by thumbprint, or whole. */
  readonly keys: readonly (string | PublicKey)[];
  /** Fetches the JWKs that the hub publishes. Undefined where all keys are in the configuration. */
  readonly fetchKeys: (() => Promise<readonly unknown[]>) | undefined;
  /** Told why keys could not be fetched. */
  readonly onFault: (cause: unknown) => void;
  readonly now: () => Date;
}

/** The hub may have published a new key, or taken one back, since. */
const fetchAgainMs = 30_000;
const refreshMs = 600_000;

/**
 * Keys pinned by thumbprint: a `kid` that is not pinned never leads to a fetch, and a key that the hub publishes is
 * taken only when the thumbprint of the key itself is pinned, whatever it calls itself.
 */
export class PinnedKeys implements AcceptedKeys {
  readonly #options: PinnedKeysOptions;
  readonly #pins: ReadonlySet<string>;
  readonly #configured: ReadonlyMap<string, KeyObject>;
  #fetched: ReadonlyMap<string, KeyObject> = new Map();
  #fetching: Promise<void> | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #failed = false;

  constructor(options: PinnedKeysOptions) {
    const { keys } = options;
    this.#options = options;
    this.#pins = new Set(keys.map((key) => (typeof key === 'string' ? key : thumbprintOf(key))));
    this.#configured = imported(keys.flatMap((key) => (typeof key === 'string' ? [] : [key])));
  }

  async find(kid: string): Promise<KeyObject | MissingKey> {
    if (!this.#pins.has(kid)) {
      return 'unpinned-key';
    }
    const configured = this.#configured.get(kid);
    if (configured !== undefined) {
      return configured;
    }
    const age = this.#options.now().getTime() - this.#triedAt;
    if (this.#fetched.has(kid)) {
      if (age >= refreshMs) {
        void this.#fetch();
      }
    } else if (age >= fetchAgainMs || this.#fetching !== undefined) {
      await this.#fetch();
    }
    return this.#fetched.get(kid) ?? (this.#failed ? 'keys-unavailable' : 'unknown-key');
  }

  /** One fetch at a time; what was fetched before stays in use when it fails. */
  #fetch(): Promise<void> {
    this.#fetching ??= this.#fetchOnce().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetchOnce(): Promise<void> {
    const { fetchKeys, onFault, now } = this.#options;
    this.#triedAt = now().getTime();
    try {
      const published = (await fetchKeys?.()) ?? [];
      const keys = published.flatMap((key) => PublicKey.safeParse(key).data ?? []);
      this.#fetched = imported(keys.filter((key) => this.#pins.has(thumbprintOf(key))));
      this.#failed = false;
    } catch (cause) {
      this.#failed = true;
      onFault(cause);
    }
  }
}

function imported(keys: readonly PublicKey[]): ReadonlyMap<string, KeyObject> {
  return new Map(keys.map((key) => [thumbprintOf(key), keyObjectOf(key)]));
}

function keyObjectOf({ kty, crv, x }: PublicKey): KeyObject {
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
}
