import { z } from 'zod';
import { compareText } from '../domain/text.js';
import { SigningKey } from '../identity/signing-key.js';
import { createOprfKey, type OprfKey, publicKeyOf } from '../linking/oprf/voprf.js';
import type { Round } from './broker-messages.js';
import { roundIdOf } from './round-id.js';

const RoundKey = z.strictObject({
  round: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** 32 bytes in base64url. */
  secretKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type RoundKey = Readonly<z.infer<typeof RoundKey>>;

/** All that a broker must keep: the key that it signs its rounds with, and the keys of the rounds in force. */
export const BrokerKeys = z.strictObject({ identity: SigningKey, rounds: z.array(RoundKey).max(3) });
export type BrokerKeys = Readonly<z.infer<typeof BrokerKeys>>;

export interface RoundSchedule {
  readonly roundMs: number;
  /** How long before a round ends the next one begins. */
  readonly overlapMs: number;
}

/**
 * The keys as they are to be at a moment: rounds that have ended are gone for good, with their keys, and where the last
 * one ends within the overlap there is a next. The same object where nothing is due.
 */
export function keysDueAt(keys: BrokerKeys, now: Date, schedule: RoundSchedule): BrokerKeys {
  const time = now.toISOString();
  const rounds = keys.rounds.filter(({ until }) => until > time);
  const last = rounds.at(-1);
  const isNextDue = last === undefined || Date.parse(last.until) - schedule.overlapMs <= now.getTime();
  const due = isNextDue ? [...rounds, newRound(now, schedule)] : rounds;
  return due.length === keys.rounds.length && !isNextDue ? keys : { ...keys, rounds: due.slice(-2) };
}

/** Begins a round now; the one before it ends after the overlap, and any older one at once. */
export function rotateRounds(keys: BrokerKeys, now: Date, { roundMs, overlapMs }: RoundSchedule): BrokerKeys {
  const end = new Date(now.getTime() + overlapMs).toISOString();
  const before = keys.rounds
    .slice(-1)
    .map((round) => ({ ...round, until: earlier(round.until, end) }))
    .filter(({ until }) => until > now.toISOString());
  return { ...keys, rounds: [...before, newRound(now, { roundMs, overlapMs })] };
}

/** What is made known of a round. */
export function publishedRound(key: RoundKey): Round {
  const { round, from, until } = key;
  return { round, from, until, publicKey: Buffer.from(oprfKeyOf(key).publicKey).toString('base64url') };
}

export function oprfKeyOf({ secretKey }: RoundKey): OprfKey {
  const bytes = new Uint8Array(Buffer.from(secretKey, 'base64url'));
  return { secretKey: bytes, publicKey: publicKeyOf(bytes) };
}

function earlier(a: string, b: string): string {
  return compareText(a, b) < 0 ? a : b;
}

function newRound(now: Date, { roundMs }: RoundSchedule): RoundKey {
  const { secretKey, publicKey } = createOprfKey();
  const from = now.toISOString();
  return {
    round: roundIdOf(from, publicKey),
    from,
    until: new Date(now.getTime() + roundMs).toISOString(),
    secretKey: Buffer.from(secretKey).toString('base64url'),
  };
}
