import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { createCallerTokens } from '../../../../gateway/identity/caller-tokens.js';
import { createHubKeyRing } from '../../../../gateway/identity/hub-key-ring.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';
import {
  type CallerClaims,
  callerOf,
  callerTokenType,
  digestOfBody,
  instantOf,
} from '../../../../shared/identity/caller-token.js';
import { createHubKeys } from '../../../../shared/identity/hub-keys.js';
import { PinnedKeys } from '../../../../shared/identity/pinned-keys.js';
import { type CallerTokenRules, verifyCallerToken } from '../../../../shared/identity/verify-caller-token.js';
import { testKeyRing, testNow } from '../../../fixtures/test-hub-keys.js';

const time = testNow().getTime() / 1000;
const pinned = testKeyRing.published();
const keys = new PinnedKeys({ keys: pinned, fetchKeys: undefined, onFault: () => undefined, now: testNow });
const rules: CallerTokenRules = {
  issuer: 'hub',
  audience: 'alpha',
  audienceUrl: undefined,
  keys,
  now: testNow,
};
const path = '/budgets/graphql';
const provider = { member: 'alpha', domain: 'budgets', url: `https://a.example${path}?x=1` } as const;
const body = '{"query":"{ __typename }"}';

const claims: CallerClaims = {
  iss: 'hub',
  aud: 'alpha',
  sub: 'somebody',
  kind: 'person',
  org: 'harbour-watch',
  member: true,
  scope: 'declarations:read investigations:read',
  clearance: 'TLP:AMBER',
  purpose: 'INVESTIGATION',
  jti: 'a-token-id-of-its-own',
  iat: time,
  exp: time + 60,
  at: time * 1000,
  htm: 'POST',
  htu: `https://a.example${path}`,
  bsh: digestOfBody(body),
};

/** Signs claims with the hub's key as the hub would not. */
async function forge(
  payload: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
  key?: KeyObject,
): Promise<string> {
  const hub = testKeyRing.signing();
  const protectedHeader = { alg: 'EdDSA', typ: callerTokenType, kid: hub.kid, ...header };
  const text = [protectedHeader, payload].map((part) => base64url(JSON.stringify(part))).join('.');
  const signing = key ?? hub.key;
  const signature =
    signing.type === 'secret'
      ? createHmac('sha256', signing).update(text).digest()
      : sign(null, Buffer.from(text), signing);
  return `${text}.${base64url(signature)}`;
}

function base64url(bytes: string | Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

const verify = (
  token: string | undefined,
  over: Partial<CallerTokenRules> = {},
  line = { method: 'POST', path },
) => verifyCallerToken({ authorization: token && `Bearer ${token}`, ...line }, { ...rules, ...over });

describe('a caller token', () => {
  test('made by the hub passes and says who asks', async () => {
    const tokens = createCallerTokens({ issuer: 'hub', keys: testKeyRing, now: testNow });
    const headers = await tokens(callerOf(claims))(provider, body);
    const verdict = await verifyCallerToken(
      { authorization: headers['authorization'], method: 'POST', path },
      rules,
    );
    expect(verdict).toEqual({
      passes: true,
      claims: {
        ...claims,
        sub: expect.stringMatching(/^[\w-]{43}$/),
        jti: expect.stringMatching(/^[\w-]{22}$/),
      },
    });
    expect(verdict.passes && callerOf(verdict.claims)).toEqual({
      kind: 'person',
      subject: expect.any(String),
      organization: 'harbour-watch',
      isMember: true,
      isProven: false,
      scopes: ['declarations:read', 'investigations:read'],
      clearance: 'TLP:AMBER',
      purpose: 'INVESTIGATION',
    });
  });

  test('is a JWT as others read it', async () => {
    const tokens = createCallerTokens({ issuer: 'hub', keys: testKeyRing, now: testNow });
    const token = (await tokens(anonymousCaller)(provider, body))['authorization']?.slice(7) ?? '';
    const verified = await jwtVerify(
      token,
      createLocalJWKSet({ keys: pinned.map(({ kty, crv, x, kid = '' }) => ({ kty, crv, x, kid })) }),
      {
        algorithms: ['EdDSA'],
        typ: callerTokenType,
        issuer: 'hub',
        audience: 'alpha',
        currentDate: testNow(),
      },
    );
    expect(verified.payload).toMatchObject({ htm: 'POST', bsh: digestOfBody(body) });
  });

  test('of nobody in particular says so, and is new for each question', async () => {
    const tokens = createCallerTokens({ issuer: 'hub', keys: testKeyRing, now: testNow });
    const ids = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const verdict = await verify(
        (await tokens(anonymousCaller)(provider, body))['authorization']?.slice(7),
      );
      expect(verdict).toMatchObject({
        passes: true,
        claims: { kind: 'anonymous', scope: '', clearance: 'TLP:CLEAR' },
      });
      expect(verdict.passes && callerOf(verdict.claims)).toEqual({
        ...anonymousCaller,
        subject: expect.stringMatching(/^[\w-]{43}$/),
      });
      ids.add(verdict.passes ? verdict.claims.jti : '');
    }
    expect(ids.size).toBe(3);
  });

  test('tells the instant that its request began, however late it is made', async () => {
    let passed = 0;
    const now = () => new Date(testNow().getTime() + passed);
    const headersFor = createCallerTokens({ issuer: 'hub', keys: testKeyRing, now })(anonymousCaller);
    const told: unknown[] = [];
    for (passed of [0, 30_000]) {
      const verdict = await verify((await headersFor(provider, body))['authorization']?.slice(7), { now });
      told.push(verdict.passes && [verdict.claims.at, verdict.claims.iat]);
    }
    expect(told).toEqual([
      [time * 1000, time],
      [time * 1000, time + 30],
    ]);
  });

  test('names a caller the same at one member, and otherwise at another and by another hub', async () => {
    const others = createHubKeys(testNow());
    const hubs = [testKeyRing, createHubKeyRing(() => others, testNow)];
    const subjects: unknown[] = [];
    for (const ring of hubs) {
      const tokens = createCallerTokens({ issuer: 'hub', keys: ring, now: testNow });
      for (const member of ['alpha', 'alpha', 'beta']) {
        const headers = await tokens(callerOf(claims))({ ...provider, member }, body);
        const payload = (headers['authorization'] ?? '').split('.')[1] ?? '';
        subjects.push(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')).sub);
      }
    }
    const [a, again, b, otherA, , otherB] = subjects;
    expect(again).toBe(a);
    expect(new Set([a, b, otherA, otherB]).size).toBe(4);
    expect(subjects).not.toContain('somebody');
  });
});

const altered = (token: string, part: number, at: number): string =>
  token
    .split('.')
    .map((text, i) =>
      i === part ? text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1) : text,
    )
    .join('.');
const stranger = generateKeyPairSync('ed25519').privateKey;
const [published] = pinned;

const refused: [string, string, () => Promise<string | undefined> | string | undefined][] = [
  ['none', 'missing', () => undefined],
  ['that is no token', 'malformed', () => 'garbage'],
  ['of dots', 'malformed', () => '..'],
  ['of five parts', 'malformed', () => 'a.b.c.d.e'],
  ['with characters no token has', 'malformed', () => 'a b'],
  ['with an altered claim', 'signature', async () => altered(await forge({ ...claims }), 1, 20)],
  ['with an altered signature', 'signature', async () => altered(await forge({ ...claims }), 2, 20)],
  [
    'without a signature',
    'signature',
    async () => `${(await forge({ ...claims })).split('.').slice(0, 2).join('.')}.`,
  ],
  [
    'with alg none',
    'algorithm',
    async () =>
      `${base64url(JSON.stringify({ alg: 'none', typ: callerTokenType }))}.${(await forge({ ...claims })).split('.')[1]}.`,
  ],
  [
    'with the public key as the secret of HS256',
    'algorithm',
    () =>
      forge({ ...claims }, { alg: 'HS256' }, createSecretKey(Buffer.from(published?.x ?? '', 'base64url'))),
  ],
  ['signed by a stranger under the hub’s kid', 'signature', () => forge({ ...claims }, {}, stranger)],
  [
    'of a key that is not pinned',
    'unpinned-key',
    () => forge({ ...claims }, { kid: 'A'.repeat(43) }, stranger),
  ],
  ['without a kid', 'unpinned-key', () => forge({ ...claims }, { kid: '' })],
  [
    'that brings its own key',
    'unpinned-key',
    () => {
      const { kty = '', crv = '', x = '' } = stranger.export({ format: 'jwk' });
      return forge({ ...claims }, { kid: 'mine', jwk: { kty, crv, x } }, stranger);
    },
  ],
  ['with a critical extension', 'malformed', () => forge({ ...claims }, { crit: ['more'], more: true })],
  ['of another kind', 'malformed', () => forge({ ...claims }, { typ: 'JWT' })],
  ['of another hub', 'issuer', () => forge({ ...claims, iss: 'other' })],
  ['for another member', 'audience', () => forge({ ...claims, aud: 'beta' })],
  ['for several members', 'malformed', () => forge({ ...claims, aud: ['alpha', 'beta'] })],
  ['that expired', 'expired', () => forge({ ...claims, iat: time - 65, exp: time - 5 })],
  ['that is old, whatever its end', 'expired', () => forge({ ...claims, iat: time - 66, exp: time + 10 })],
  ['that is good for too long', 'expired', () => forge({ ...claims, exp: time + 61 })],
  ['without an end', 'malformed', () => forge({ ...claims, exp: undefined })],
  ['without a beginning', 'malformed', () => forge({ ...claims, iat: undefined })],
  ['of no whole instant', 'malformed', () => forge({ ...claims, at: time * 1000 + 0.5 })],
  ['of the future', 'not-yet-valid', () => forge({ ...claims, iat: time + 6, exp: time + 60 })],
  ['that is not valid yet', 'not-yet-valid', () => forge({ ...claims, nbf: time + 6 })],
  ['without an id', 'malformed', () => forge({ ...claims, jti: undefined })],
  ['with an id that could not be kept', 'malformed', () => forge({ ...claims, jti: 'x'.repeat(65) })],
  ['without a caller', 'malformed', () => forge({ ...claims, sub: '' })],
  ['of an unknown clearance', 'malformed', () => forge({ ...claims, clearance: 'TLP:ALL' })],
  ['for another method', 'method', () => forge({ ...claims, htm: 'GET' })],
  ['for another path', 'path', () => forge({ ...claims, htu: 'https://a.example/audits/graphql' })],
  ['for no URL', 'malformed', () => forge({ ...claims, htu: '/budgets/graphql' })],
];

describe('is refused', () => {
  test.each(refused)('%s: %s', async (_, refusal, token) => {
    expect(await verify(await token())).toEqual({ passes: false, refusal });
  });

  test.each([
    ['Basic YTpi', 'malformed'],
    ['', 'malformed'],
    ['Bearer', 'malformed'],
    ['DPoP a.b.c', 'malformed'],
  ])('the header %j', async (authorization, refusal) => {
    expect(await verifyCallerToken({ authorization, method: 'POST', path }, rules)).toEqual({
      passes: false,
      refusal,
    });
  });

  test('a token for another host only where whole URLs are compared', async () => {
    const token = await forge({ ...claims });
    for (const [audienceUrl, passes] of [
      [undefined, true],
      ['https://a.example', true],
      ['https://a.example/', true],
      ['https://b.example', false],
      ['https://a.example/accord', false],
    ] as const) {
      expect(await verify(token, { audienceUrl })).toMatchObject({ passes });
    }
    const behind = await forge({ ...claims, htu: `https://a.example/accord${path}` });
    expect(await verify(behind, { audienceUrl: 'https://a.example/accord' })).toMatchObject({ passes: true });
    expect(await verify(behind)).toEqual({ passes: false, refusal: 'path' });
  });

  test('nothing that is within the five seconds that clocks may be apart', async () => {
    for (const skew of [
      { iat: time - 64, exp: time - 4 },
      { iat: time + 5, exp: time + 65 },
    ]) {
      expect(await verify(await forge({ ...claims, ...skew }))).toMatchObject({ passes: true });
    }
  });
});

describe('a request is decided at the instant that its token tells', () => {
  const now = testNow();
  test.each<[string, number | undefined, number]>([
    ['that it does not tell, but now', undefined, 0],
    ['of now', 0, 0],
    ['as late as clocks may be apart', 5000, 5000],
    ['later, but now', 5001, 0],
    ['as early as a token can still be good', -65_000, -65_000],
    ['earlier, but now', -65_001, 0],
    ['of no date, but now', Number.MAX_SAFE_INTEGER - now.getTime(), 0],
  ])('%s', (_, told, decided) => {
    const at = told === undefined ? undefined : now.getTime() + told;
    expect(instantOf(at, now).getTime() - now.getTime()).toBe(decided);
  });
});
