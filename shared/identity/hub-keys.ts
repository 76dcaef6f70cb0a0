import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';
import { createSigningKey, SigningKey } from './signing-key.js';

const Secret = z.string().regex(/^[\w-]{43}$/, 'expected 32 bytes in base64url');
const Moment = z.iso.datetime({ error: 'expected a moment in UTC such as "2026-01-31T09:30:00.000Z"' });

/** What the hub signs and seals with for a time. Its public half is published from the first to the last moment. */
export const KeyGeneration = z.strictObject({
  key: SigningKey,
  cursorSecret: Secret,
  /** When the hub begins to use it. */
  from: Moment,
  /** When it is forgotten; the newest has no end. */
  until: Moment.optional(),
});
export type KeyGeneration = Readonly<z.infer<typeof KeyGeneration>>;

/** The keys of a hub, shared by its replicas: generations in the order of their beginning. */
export const HubKeys = z.strictObject({
  version: z.literal(1),
  /** What callers' pseudonyms are made with. It stays when keys rotate, since members know callers by them. */
  subjectSecret: Secret,
  generations: z.array(KeyGeneration).min(1),
});
export type HubKeys = Readonly<z.infer<typeof HubKeys>>;

export function createHubKeys(now: Date): HubKeys {
  return { version: 1, subjectSecret: createSecret(), generations: [createGeneration(now)] };
}

/**
 * Adds a generation that is published at once and used after the overlap, so that members can pin its key meanwhile;
 * the one before it is kept for as long again. Without an overlap the new one is used at once and the others are
 * gone: for keys that others may have. Throws BAD_INPUT while a rotation is under way.
 */
export function rotateHubKeys(
  keys: HubKeys,
  at: { readonly now: Date; readonly overlapMs: number },
): HubKeys {
  const { now, overlapMs } = at;
  const from = new Date(now.getTime() + overlapMs);
  if (overlapMs === 0) {
    return { ...keys, generations: [createGeneration(from)] };
  }
  const newest = keys.generations.at(-1);
  if (newest !== undefined && Date.parse(newest.from) > now.getTime()) {
    throw new AccordError('BAD_INPUT', `Expected no rotation under way, there is one until ${newest.from}.`);
  }
  const until = new Date(from.getTime() + overlapMs).toISOString();
  const kept = liveGenerations(keys, now).map((old) => (old.until === undefined ? { ...old, until } : old));
  return { ...keys, generations: [...kept, createGeneration(from)] };
}

/** The generation in use: the newest that has begun. */
export function currentGeneration(keys: HubKeys, now: Date): KeyGeneration {
  const begun = keys.generations.filter(({ from }) => Date.parse(from) <= now.getTime());
  const current = begun.at(-1) ?? keys.generations[0];
  invariant(current !== undefined, 'a hub has at least one generation of keys');
  return current;
}

/** The generations that are not over: the one in use, those before it, and one to come. */
export function liveGenerations(keys: HubKeys, now: Date): readonly KeyGeneration[] {
  return keys.generations.filter(({ until }) => until === undefined || Date.parse(until) > now.getTime());
}

function createGeneration(from: Date): KeyGeneration {
  return { key: createSigningKey(), cursorSecret: createSecret(), from: from.toISOString() };
}

function createSecret(): string {
  return randomBytes(32).toString('base64url');
}
