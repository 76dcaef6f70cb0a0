import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { Position } from '../../shared/domain/key-value.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { openDirectJwe, sealDirectJwe } from './direct-jwe.js';

/** What a cursor is good for: one order of one question of one caller. */
export interface CursorBinding {
  /** Digest of domain, root field, filter and order. */
  readonly question: string;
  /** Digest of the caller's organisation, scopes, clearance and purpose. */
  readonly caller: string;
}

/**
 * The cursors clients get: a JWE (direct key, A256GCM) around the position, so that no value of a record shows. Valid
 * for 24 hours on every replica that shares the secret. The previous secret opens cursors during a rotation.
 */
export interface CursorSeal {
  seal(position: Position, binding: CursorBinding): Promise<string>;
  /** Throws BAD_CURSOR for anything but a cursor of ours for this binding. */
  open(cursor: string, binding: CursorBinding): Promise<Position>;
}

const lifetimeSeconds = 24 * 60 * 60;

const KeyValue = z.union([z.string(), z.number(), z.tuple([z.int(), z.int()]), z.null()]);
const Sealed = z.strictObject({
  k: z.array(KeyValue),
  m: z.string(),
  l: z.string(),
  q: z.string(),
  c: z.string(),
  e: z.number(),
});

export function createCursorSeal(options: {
  /** The hub's shared secret as it is now, at least 32 bytes; then those that only open, if any. */
  readonly secrets: () => readonly [Uint8Array, ...Uint8Array[]];
  readonly now: () => Date;
}): CursorSeal {
  const derived = new Map<string, Uint8Array>();
  const keyOf = (secret: Uint8Array): Uint8Array => {
    const name = Buffer.from(secret).toString('base64');
    const key = derived.get(name) ?? deriveKey(secret);
    derived.set(name, key);
    return key;
  };
  const seconds = () => Math.floor(options.now().getTime() / 1000);
  return {
    async seal(position, binding) {
      const sealed: z.infer<typeof Sealed> = {
        k: position.k.map((value) =>
          typeof value === 'object' && value !== null ? [value[0], value[1]] : value,
        ),
        m: position.member,
        l: position.local,
        q: binding.question,
        c: binding.caller,
        e: seconds() + lifetimeSeconds,
      };
      return sealDirectJwe(JSON.stringify(sealed), keyOf(options.secrets()[0]));
    },
    async open(cursor, binding) {
      const sealed = decrypt(cursor, options.secrets().map(keyOf));
      if (sealed === undefined || sealed.q !== binding.question || sealed.c !== binding.caller) {
        throw badCursor('Expected a cursor of this hub for the same question, order and caller.');
      }
      if (sealed.e < seconds()) {
        throw badCursor('Expected a cursor of the last 24 hours, got an older one.');
      }
      return { k: sealed.k, member: sealed.m, local: sealed.l };
    },
  };
}

function deriveKey(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'accord cursor v1', 32));
}

function decrypt(cursor: string, keys: readonly Uint8Array[]): z.infer<typeof Sealed> | undefined {
  for (const key of keys) {
    const text = openDirectJwe(cursor, key);
    if (text !== undefined) {
      return Sealed.safeParse(JSON.parse(text)).data;
    }
  }
  return undefined;
}

function badCursor(message: string): AccordError {
  return new AccordError('BAD_CURSOR', message);
}
