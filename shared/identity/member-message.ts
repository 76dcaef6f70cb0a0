import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { isMemberId, type MemberId } from '../domain/ids.js';
import type { SigningKey } from './signing-key.js';

/** What every message that a member signs says beside its content: whose, when, for whom, and that it is good once. */
export const messageClaims = {
  member: z.custom<MemberId>(
    (value) => typeof value === 'string' && isMemberId(value),
    'expected a member id',
  ),
  /** Seconds since 1970 at which it was signed. */
  iat: z.int(),
  /** Unique to the message: it is taken once. */
  jti: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  /** The public URL of whom it is for: elsewhere it is worth nothing. */
  aud: z.string().max(2000),
};

interface Claims {
  readonly member: MemberId;
  readonly iat: number;
  readonly jti: string;
  readonly aud: string;
}

export interface MessageParts {
  /** So that a message of one kind never passes for another. */
  readonly typ: string;
  readonly member: MemberId;
  readonly key: SigningKey;
  readonly audience: string;
  readonly now: Date;
  readonly jti: string;
}

/** A member's message as a compact JWS, EdDSA, `kid` the thumbprint of its key. Good for 60 seconds, once. */
export async function signMessage(content: object, parts: MessageParts): Promise<string> {
  const { typ, member, key, audience, now, jti } = parts;
  const claims: Claims = { member, iat: Math.floor(now.getTime() / 1000), jti, aud: audience };
  const { kty, crv, x, d, kid } = key;
  return await new CompactSign(new TextEncoder().encode(JSON.stringify({ ...content, ...claims })))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid })
    .sign(await importJWK({ kty, crv, x, d }, 'EdDSA'));
}

/** Why a message was refused, for counters alone: whoever sent it learns only that it was. */
export type MessageRefusal =
  | 'malformed'
  | 'unknown-key'
  | 'bad-signature'
  | 'wrong-audience'
  | 'stale'
  | 'replayed';

export type VerifiedMessage<T> =
  | { readonly ok: true; readonly message: T; readonly kid: string }
  | { readonly ok: false; readonly refusal: MessageRefusal };

export interface MessageRules<T extends Claims> {
  readonly typ: string;
  readonly schema: z.ZodType<T>;
  readonly audience: string;
  readonly now: () => Date;
  /** The key of this thumbprint and whose it is, where it is one of a member that may send messages. */
  readonly keyOf: (kid: string) => MemberKey | undefined;
  /** Takes an id for itself until the instant; false when it was taken before. */
  readonly claim: (id: string, until: Date) => Promise<boolean>;
}

export interface MemberKey {
  readonly member: string;
  readonly x: string;
}

const maxAgeMs = 60_000;
/** How far a member's clock may be ahead. */
const skewMs = 5_000;

/**
 * Checks a member's message. Nothing of it is read before its signature was checked, but for which key it names; its id
 * is claimed last, so that nobody without the key fills a store. Throws what `claim` throws.
 */
export async function verifyMessage<T extends Claims>(
  jws: string,
  rules: MessageRules<T>,
): Promise<VerifiedMessage<T>> {
  const kid = readKid(jws, rules.typ);
  if (kid === undefined) {
    return refused('malformed');
  }
  const key = rules.keyOf(kid);
  if (key === undefined) {
    return refused('unknown-key');
  }
  const payload = await signedPayload(jws, key.x);
  if (payload === undefined) {
    return refused('bad-signature');
  }
  const message = rules.schema.safeParse(payload).data;
  if (message === undefined || message.member !== key.member) {
    return refused('malformed');
  }
  if (message.aud !== rules.audience) {
    return refused('wrong-audience');
  }
  const age = rules.now().getTime() - message.iat * 1000;
  if (age > maxAgeMs || age < -skewMs) {
    return refused('stale');
  }
  const until = new Date(message.iat * 1000 + maxAgeMs + skewMs);
  return (await rules.claim(`${rules.typ} ${message.member} ${kid} ${message.jti}`, until))
    ? { ok: true, message, kid }
    : refused('replayed');
}

function readKid(jws: string, expected: string): string | undefined {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(jws);
    return alg === 'EdDSA' && typ === expected && typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

async function signedPayload(jws: string, x: string): Promise<unknown> {
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) ?? undefined;
  } catch {
    return undefined;
  }
}

function refused(refusal: MessageRefusal): { readonly ok: false; readonly refusal: MessageRefusal } {
  return { ok: false, refusal };
}
