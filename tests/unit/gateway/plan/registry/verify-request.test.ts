import { CompactSign, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import type { RegistryEntry } from '../../../../../gateway/plan/registry/registry-entry.js';
import { type Verified, verifyRequest } from '../../../../../gateway/plan/registry/verify-request.js';
import { readMemberId } from '../../../../../shared/domain/ids.js';
import { keyProofType, registryRequestType } from '../../../../../shared/identity/registry-request.js';
import {
  type RegistryWish,
  type SigningParts,
  signRegistryRequest,
} from '../../../../../shared/identity/sign-registry-request.js';
import { createSigningKey, type SigningKey } from '../../../../../shared/identity/signing-key.js';
import { registryEntry } from '../../../../fixtures/registry-entries.js';

const key = createSigningKey();
const stranger = createSigningKey();
const now = new Date('2026-02-01T00:00:00.000Z');
const hub = 'https://hub.example';
const { description } = registryEntry('alpha');
const publicOf = ({ kty, crv, x, kid }: SigningKey) => ({ kty, crv, x, kid });

const known = registryEntry('alpha', { keys: [{ ...publicOf(key), notAfter: null }] });
const parts = (more: Partial<SigningParts> = {}): SigningParts => ({
  member: readMemberId('alpha'),
  key,
  audience: hub,
  now,
  jti: 'abcdefghijklmnop',
  ...more,
});
const pause: RegistryWish = { action: 'pause' };
const register: RegistryWish = { action: 'register', description };

async function verify(
  jws: string,
  entry: RegistryEntry | null = known,
  claimed = new Set<string>(),
): Promise<Verified> {
  return await verifyRequest(jws, {
    audience: hub,
    now: () => now,
    find: async (member) => (entry?.description.id === member ? entry : undefined),
    claim: async (id) => claimed.size !== claimed.add(id).size,
  });
}

/** Signs any payload under any header. */
async function signAny(
  payload: unknown,
  header: { alg: string; typ?: string; kid?: string },
  by: SigningKey = key,
): Promise<string> {
  const { kty, crv, x, d } = by;
  return await new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader(header)
    .sign(await importJWK({ kty, crv, x, d }, 'EdDSA'));
}

const payload = {
  action: 'pause',
  member: 'alpha',
  iat: now.getTime() / 1000,
  jti: 'abcdefghijklmnop',
  aud: hub,
  body: {},
};
const header = { alg: 'EdDSA', typ: registryRequestType, kid: key.kid };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs a rotation whose proof is what a case wants it to be. */
async function rotation(proofBy: SigningKey, over: string, typ: string): Promise<string> {
  const proof = await new CompactSign(Buffer.from(over))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: proofBy.kid })
    .sign(await importJWK({ kty: 'OKP', crv: 'Ed25519', x: proofBy.x, d: proofBy.d }, 'EdDSA'));
  return await signAny({ ...payload, action: 'rotate-key', body: { key: publicOf(next), proof } }, header);
}
const next = createSigningKey();

describe('a request of a member', () => {
  it.each<[string, RegistryWish, RegistryEntry | null, SigningKey]>([
    ['to pause, with its key', pause, known, key],
    ['to register for the first time, with the key it brings', register, null, stranger],
    ['to register again, with its key', register, known, key],
    [
      'to register after it was revoked, with a new key',
      register,
      { ...known, standing: 'REVOKED' },
      stranger,
    ],
    ['to pause with an older key in its overlap', pause, withOlder('2026-02-01T00:00:01.000Z'), stranger],
    ['to rotate its key', { action: 'rotate-key', next }, known, key],
  ])('%s is taken', async (_, wish, entry, by) => {
    const jws = await signRegistryRequest(wish, parts({ key: by }));
    const verified = await verify(jws, entry);
    expect(verified).toMatchObject({ ok: true, kid: by.kid, request: { action: wish.action } });
  });

  it.each<[string, () => Promise<string>, string, RegistryEntry?]>([
    ['of no form', async () => 'nonsense', 'malformed'],
    ['of nothing', async () => '', 'malformed'],
    [
      'that is not signed (alg none)',
      async () => `${encode({ ...header, alg: 'none' })}.${encode(payload)}.`,
      'malformed',
    ],
    [
      'signed with a shared secret',
      async () => `${encode({ ...header, alg: 'HS256' })}.${encode(payload)}.AAAA`,
      'malformed',
    ],
    ['of another kind of signed text', () => signAny(payload, { ...header, typ: 'JWT' }), 'malformed'],
    ['of no kind', () => signAny(payload, { alg: 'EdDSA', kid: key.kid }), 'malformed'],
    ['without a key id', () => signAny(payload, { alg: 'EdDSA', typ: registryRequestType }), 'malformed'],
    ['with an unknown action', () => signAny({ ...payload, action: 'approve' }, header), 'malformed'],
    ['with more than there may be', () => signAny({ ...payload, extra: 1 }, header), 'malformed'],
    ['without an id', () => signAny({ ...payload, jti: '' }, header), 'malformed'],
    [
      'of a member that describes another',
      async () =>
        await signRegistryRequest(
          { action: 'register', description: registryEntry('beta').description },
          parts(),
        ),
      'malformed',
    ],
    [
      'to another hub',
      () => signRegistryRequest(pause, parts({ audience: 'https://other.example' })),
      'wrong-audience',
    ],
    ['signed 61 seconds ago', () => signRegistryRequest(pause, parts({ now: later(-61) })), 'stale'],
    ['signed 6 seconds from now', () => signRegistryRequest(pause, parts({ now: later(6) })), 'stale'],
    [
      'of an unknown member',
      () => signRegistryRequest(pause, parts({ member: readMemberId('nobody') })),
      'unknown-key',
    ],
    [
      'of a revoked member',
      () => signRegistryRequest(pause, parts()),
      'unknown-key',
      { ...known, standing: 'REVOKED' },
    ],
    ['with a key of nobody', () => signRegistryRequest(pause, parts({ key: stranger })), 'unknown-key'],
    [
      'to register a known member with another key',
      () => signRegistryRequest(register, parts({ key: stranger })),
      'unknown-key',
    ],
    [
      'with an older key after its overlap',
      () => signRegistryRequest(pause, parts({ key: stranger })),
      'unknown-key',
      withOlder('2026-02-01T00:00:00.000Z'),
    ],
    ['under the id of a key that did not sign', () => signAny(payload, header, stranger), 'bad-signature'],
    ['that was altered', async () => altered(await signRegistryRequest(pause, parts())), 'bad-signature'],
    [
      'to take a key without a proof of having it',
      () => rotation(key, payload.jti, keyProofType),
      'bad-signature',
    ],
    [
      'to take a key with a proof for another request',
      () => rotation(next, 'another-request', keyProofType),
      'bad-signature',
    ],
    [
      'to take a key with another signed text as its proof',
      () => rotation(next, payload.jti, 'JWT'),
      'bad-signature',
    ],
  ])('%s is refused', async (_, jws, refusal, entry = known) => {
    const claimed = new Set<string>();
    expect(await verify(await jws(), entry, claimed)).toEqual({ ok: false, refusal });
    expect(claimed.size).toBe(0);
  });

  it('is taken at the edges of its time', async () => {
    for (const seconds of [-60, 5]) {
      const jws = await signRegistryRequest(pause, parts({ now: later(seconds) }));
      expect((await verify(jws)).ok).toBe(true);
    }
  });

  it('is taken once', async () => {
    const claimed = new Set<string>();
    const jws = await signRegistryRequest(pause, parts());
    expect((await verify(jws, known, claimed)).ok).toBe(true);
    expect(await verify(jws, known, claimed)).toEqual({ ok: false, refusal: 'replayed' });
  });
});

function withOlder(notAfter: string): RegistryEntry {
  return { ...known, keys: [...known.keys, { ...publicOf(stranger), notAfter }] };
}

function later(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

function altered(jws: string): string {
  const [head, , signature] = jws.split('.');
  return [head, encode({ ...payload, action: 'resume' }), signature].join('.');
}
