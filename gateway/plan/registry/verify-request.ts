import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { MemberId } from '../../../shared/domain/ids.js';
import {
  keyProofType,
  RegistryRequest,
  registryRequestType,
} from '../../../shared/identity/registry-request.js';
import type { RegistryEntry } from './registry-entry.js';
import { isKeyGood } from './transitions.js';

/** Why a request was refused, for the log and the counter alone: whoever sent it learns only that it was. */
const refusals = [
  'malformed',
  'wrong-audience',
  'stale',
  'unknown-key',
  'bad-signature',
  'replayed',
] as const;
export type Refusal = (typeof refusals)[number];

export type Verified =
  | { readonly ok: true; readonly request: RegistryRequest; readonly kid: string }
  | { readonly ok: false; readonly refusal: Refusal };

export interface RequestRules {
  /** The hub's public URL, see `hubAudience`. */
  readonly audience: string;
  readonly now: () => Date;
  readonly find: (member: MemberId) => Promise<RegistryEntry | undefined>;
  readonly claim: (id: string, until: Date) => Promise<boolean>;
}

const maxAgeMs = 60_000;
/** How far a member's clock may be ahead. */
const skewMs = 5_000;

interface Key {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
}

/**
 * Checks a member's signed request: a compact JWS, EdDSA alone. Its id is claimed last, so that nobody without the key
 * fills the store or spends a member's ids. Throws what the store throws.
 */
export async function verifyRequest(jws: string, rules: RequestRules): Promise<Verified> {
  const kid = readKid(jws);
  const request = kid === undefined ? undefined : readPayload(jws);
  if (kid === undefined || request === undefined) {
    return refused('malformed');
  }
  if (request.aud !== rules.audience) {
    return refused('wrong-audience');
  }
  const now = rules.now();
  const age = now.getTime() - request.iat * 1000;
  if (age > maxAgeMs || age < -skewMs) {
    return refused('stale');
  }
  const key = keyOf(request, kid, await rules.find(request.member), now);
  if (key === undefined) {
    return refused('unknown-key');
  }
  if (!(await isSignedBy(jws, key, registryRequestType)) || !(await provesNewKey(request))) {
    return refused('bad-signature');
  }
  const until = new Date(request.iat * 1000 + maxAgeMs + skewMs);
  if (!(await rules.claim(`${request.member} ${kid} ${request.jti}`, until))) {
    return refused('replayed');
  }
  return { ok: true, request, kid };
}

/** A first registration brings its key along; from then on it is a registered one that must sign. */
function keyOf(
  request: RegistryRequest,
  kid: string,
  entry: RegistryEntry | undefined,
  now: Date,
): Key | undefined {
  if (request.action === 'register' && request.body.key.kid !== kid) {
    return undefined;
  }
  if (entry === undefined || entry.standing === 'REVOKED') {
    return request.action === 'register' ? request.body.key : undefined;
  }
  return entry.keys.find((key) => key.kid === kid && isKeyGood(key, now));
}

/** Whoever names a new key must have it, or a member could be locked out by a typing error or made to vouch for another's. */
async function provesNewKey(request: RegistryRequest): Promise<boolean> {
  if (request.action !== 'rotate-key') {
    return true;
  }
  const { proof, key } = request.body;
  return (await isSignedBy(proof, key, keyProofType)) && payloadOf(proof) === request.jti;
}

async function isSignedBy(jws: string, { kty, crv, x }: Key, type: string): Promise<boolean> {
  try {
    const key = await importJWK({ kty, crv, x }, 'EdDSA');
    const { protectedHeader } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    return protectedHeader.typ === type;
  } catch {
    return false;
  }
}

function readKid(jws: string): string | undefined {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(jws);
    return alg === 'EdDSA' && typ === registryRequestType && typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

/** The payload before its signature was checked: it names whose key to check it with. */
function readPayload(jws: string): RegistryRequest | undefined {
  try {
    const payload: unknown = JSON.parse(payloadOf(jws));
    const result = RegistryRequest.safeParse(payload);
    const isOwn =
      result.success &&
      (result.data.action !== 'register' || result.data.body.description.id === result.data.member);
    return isOwn ? result.data : undefined;
  } catch {
    return undefined;
  }
}

function payloadOf(jws: string): string {
  return Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8');
}

function refused(refusal: Refusal): Verified {
  return { ok: false, refusal };
}
