import { describe, expect, test } from 'vitest';
import type { IssuerKey } from '../../../../shared/identity/issuer-key.js';
import { readIssuerKey } from '../../../../shared/identity/issuer-key.js';
import type { Issuers } from '../../../../shared/identity/issuers.js';
import { createTokenVerifier } from '../../../../shared/identity/token-verifier.js';
import { testNow } from '../../../fixtures/test-hub-keys.js';
import {
  createIssuerKey,
  signTestToken,
  type TestIssuerKey,
  testClaims,
  testIssuerConfig,
  testIssuerName,
} from '../../../fixtures/test-issuer.js';

const key = createIssuerKey('key-1');
const other = createIssuerKey('key-1');

/** A verifier over one issuer, whose keys a test replaces, and how often a key was looked for. */
function createVerifier() {
  const issuer = { set: setOf(key), looked: 0, time: testNow().getTime() };
  const keys = {
    current: () => issuer.set,
    find: async (kid: string) => {
      issuer.looked += 1;
      return issuer.set.get(kid) ?? ('unknown-key' as const);
    },
  };
  const issuers: Issuers = new Map([[testIssuerName, { config: testIssuerConfig([key]), keys }]]);
  const verify = createTokenVerifier(issuers, { audience: 'hub', now: () => new Date(issuer.time) });
  return { issuer, verify: async (token: string) => resultOf(await verify(token)) };
}

function setOf(...keys: readonly TestIssuerKey[]): ReadonlyMap<string, IssuerKey> {
  return new Map(
    keys.flatMap(({ kid, jwk }) => {
      const read = readIssuerKey(jwk);
      return read === null ? [] : [[kid, read]];
    }),
  );
}

function resultOf(verdict: Awaited<ReturnType<ReturnType<typeof createTokenVerifier>>>): string {
  return verdict.passes ? verdict.claims.subject : verdict.refusal;
}

describe('a token that was verified', () => {
  test('is not verified again while it is good', async () => {
    const { issuer, verify } = createVerifier();
    const token = await signTestToken(key);
    expect([await verify(token), await verify(token), issuer.looked]).toEqual(['person-1', 'person-1', 1]);
    expect(await verify(await signTestToken(key, testClaims({ sub: 'person-2' })))).toBe('person-2');
    expect(issuer.looked).toBe(2);
  });

  test('ends when it says, with the skew that its issuer is allowed', async () => {
    const { issuer, verify } = createVerifier();
    const token = await signTestToken(key);
    expect(await verify(token)).toBe('person-1');
    issuer.time += 629_999;
    expect(await verify(token)).toBe('person-1');
    issuer.time += 1;
    expect(await verify(token)).toBe('expired');
  });

  test.each<[string, readonly TestIssuerKey[], string]>([
    ['takes its key back', [], 'unknown-key'],
    ['has another key of that name', [other], 'signature'],
  ])('ends when its issuer %s', async (_, keys, refusal) => {
    const { issuer, verify } = createVerifier();
    const token = await signTestToken(key);
    expect(await verify(token)).toBe('person-1');
    issuer.set = setOf(...keys);
    expect(await verify(token)).toBe(refusal);
  });

  test('is not good because another one was: no part of it may change', async () => {
    const { verify } = createVerifier();
    const token = await signTestToken(key);
    expect(await verify(token)).toBe('person-1');
    const [head, body, signature = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify(testClaims({ sub: 'person-2' }))).toString('base64url');
    expect(await verify(`${head}.${forged}.${signature}`)).toBe('signature');
    expect(await verify(`${head}.${body}.${signature.slice(0, -4)}AAAA`)).toBe('signature');
  });

  test('is not kept when it was refused: it may be good a moment later', async () => {
    const { issuer, verify } = createVerifier();
    const token = await signTestToken(key, testClaims({ nbf: issuer.time / 1000 + 60 }));
    expect(await verify(token)).toBe('not-yet-valid');
    issuer.time += 60_000;
    expect(await verify(token)).toBe('person-1');
  });
});
