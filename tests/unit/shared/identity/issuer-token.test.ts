import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { IssuerConfig } from '../../../../shared/identity/issuer-config.js';
import { type IssuerTokenRules, verifyIssuerToken } from '../../../../shared/identity/issuer-token.js';
import { openIssuers } from '../../../../shared/identity/issuers.js';
import { testNow } from '../../../fixtures/test-hub-keys.js';
import {
  createIssuerKey,
  forgeToken,
  signTestToken,
  type TestIssuerKey,
  testClaims,
  testIssuerConfig,
  testIssuerName,
} from '../../../fixtures/test-issuer.js';

const key = createIssuerKey('key-1');
const ecKey = createIssuerKey('key-ec', 'ES256');
const rsaKey = createIssuerKey('key-rsa', 'RS256');
const otherKey = createIssuerKey('other-1');
const stranger = createIssuerKey('key-1');
const otherName = 'https://other-issuer.example';
const now = testNow().getTime() / 1000;

const issuersOf = (...configs: IssuerConfig[]) =>
  openIssuers(configs, {
    fetchKeys: async () => {
      throw new Error('nothing is to be fetched');
    },
    now: testNow,
    onFault: () => undefined,
  });
const both = issuersOf(
  testIssuerConfig([key, ecKey, rsaKey]),
  testIssuerConfig([otherKey], { issuer: otherName }),
);

const rules: IssuerTokenRules = { audience: 'hub', now: testNow };
const verdictOn = async (token: string, issuers = both, over: Partial<IssuerTokenRules> = {}) => {
  const verdict = await verifyIssuerToken(token, issuers, { ...rules, ...over });
  return verdict.passes ? verdict.claims : verdict.refusal;
};
const signed = (over: Record<string, unknown> = {}, header: Record<string, unknown> = {}, by = key) =>
  signTestToken(by, testClaims(over), header);

describe('a token that is believed', () => {
  test.each([key, ecKey, rsaKey])('is signed by a key that the issuer publishes: $alg', async (by) => {
    expect(await verdictOn(await signed({}, {}, by))).toMatchObject({ subject: 'person-1', kind: 'person' });
  });

  test('may be signed with PSS by the same RSA key', async () => {
    expect(await verdictOn(await signed({}, { alg: 'PS256' }, rsaKey))).toMatchObject({
      subject: 'person-1',
    });
  });

  test.each(['JWT', 'at+jwt', 'application/at+jwt', undefined])('is of the type "%s"', async (typ) => {
    expect(await verdictOn(await signed({}, { typ }))).toMatchObject({ subject: 'person-1' });
  });

  test('may name others as its audience beside us', async () => {
    expect(await verdictOn(await signed({ aud: ['somebody', 'hub'] }))).toMatchObject({
      subject: 'person-1',
    });
  });

  test('names the audience that the issuer has for us, where it has another word', async () => {
    const issuers = issuersOf(testIssuerConfig([key], { audience: 'https://api.example' }));
    expect(await verdictOn(await signed({ aud: 'https://api.example' }), issuers)).toMatchObject({
      subject: 'person-1',
    });
    expect(await verdictOn(await signed(), issuers)).toBe('audience');
  });

  test('says all that it may, and the rest of what it says is unread', async () => {
    const token = await signed({
      org: 'alpha',
      kind: 'service',
      scope: 'budgets:read declarations:read',
      clearance: 'TLP:GREEN',
      client_id: 'charts',
      purposes: ['DASHBOARD'],
      email: 'somebody@example.org',
    });
    expect(await verdictOn(token)).toEqual({
      issuer: testIssuerName,
      subject: 'person-1',
      kind: 'service',
      organization: 'alpha',
      scopes: ['budgets:read', 'declarations:read'],
      clearance: 'TLP:GREEN',
      ceiling: 'TLP:AMBER',
      client: 'charts',
      purposes: ['DASHBOARD'],
      issuerPurposes: ['DASHBOARD', 'INVESTIGATION'],
      endsAt: (now + 630) * 1000,
    });
  });
});

describe('a token that asserts more than its issuer may', () => {
  test.each<[string, Record<string, unknown>, object]>([
    ['scopes', { scope: 'budgets:write investigations:read budgets' }, { scopes: ['budgets:write'] }],
    ['scopes in an array', { scope: ['operations', 'operations:all'] }, { scopes: ['operations'] }],
    ['scopes of no form', { scope: ['budgets:a b', 'budgets:"', 'budgets:é'] }, { scopes: [] }],
    ['a clearance', { clearance: 'TLP:RED' }, { clearance: 'TLP:AMBER' }],
    ['purposes', { purposes: 'AUDIT DASHBOARD' }, { purposes: ['DASHBOARD'] }],
    ['a purpose', { purpose: 'AUDIT' }, { purposes: [] }],
  ])('loses %s', async (_, claims, expected) => {
    expect(await verdictOn(await signed(claims))).toMatchObject(expected);
  });

  test('is refused for an organisation that its issuer does not speak for', async () => {
    expect(await verdictOn(await signed({ org: 'beta' }))).toBe('organization');
    const any = issuersOf(testIssuerConfig([key], { organizations: ['*'] }));
    expect(await verdictOn(await signed({ org: 'beta' }), any)).toMatchObject({ organization: 'beta' });
    const none = issuersOf(testIssuerConfig([key], { organizations: [] }));
    expect(await verdictOn(await signed({ org: 'alpha' }), none)).toBe('organization');
  });
});

const publicText = (by: TestIssuerKey) => by.publicKey.export({ format: 'pem', type: 'spki' });
const valid = () => signed();
const [head, body, signature] = (await valid()).split('.');

describe('a token that is refused', () => {
  test.each<[string, string, string | Promise<string>]>([
    ['no token', 'malformed', 'garbage'],
    ['nothing', 'malformed', ''],
    ['two parts', 'malformed', `${head}.${body}`],
    ['five parts, as of an encrypted one', 'malformed', `${head}.${body}.${signature}.a.b`],
    [
      'a header that is no JSON',
      'malformed',
      `${Buffer.from('{').toString('base64url')}.${body}.${signature}`,
    ],
    ['claims that are no JSON', 'malformed', signTestToken(key, 'plain words')],
    ['no issuer', 'malformed', signed({ iss: undefined })],
    ['no key id', 'malformed', signed({}, { kid: undefined })],
    ['more than 8 KiB', 'too-large', signed({ padding: 'x'.repeat(8192) })],
    ['an unknown critical header', 'critical', signed({}, { crit: ['b64'], b64: true })],
    [
      'a critical header of no form',
      'critical',
      forgeToken({ alg: 'EdDSA', kid: 'key-1', crit: null }, testClaims()),
    ],
    ['the type of a caller token', 'type', signed({}, { typ: 'accord-caller+jwt' })],
    ['an issuer that is not bound', 'issuer', signed({ iss: 'https://unknown.example' })],
    ['an issuer but for a slash', 'issuer', signed({ iss: `${testIssuerName}/` })],
    ['alg none', 'algorithm', forgeToken({ alg: 'none', kid: 'key-1' }, testClaims())],
    ['alg None', 'algorithm', forgeToken({ alg: 'None', kid: 'key-1' }, testClaims())],
    [
      'HS256 with the public key as its secret',
      'algorithm',
      forgeToken({ alg: 'HS256', kid: 'key-rsa' }, testClaims(), publicText(rsaKey)),
    ],
    [
      'an algorithm that is not in the list',
      'algorithm',
      forgeToken({ alg: 'RS512', kid: 'key-rsa' }, testClaims()),
    ],
    [
      'an algorithm that does not fit its key',
      'signature',
      forgeToken({ alg: 'RS256', kid: 'key-1' }, testClaims()),
    ],
    ['a kid of nobody', 'unknown-key', signed({}, { kid: 'key-9' })],
    ['a kid that is a path', 'unknown-key', signed({}, { kid: '../../../dev/null' })],
    ['a kid that is a property of objects', 'unknown-key', signed({}, { kid: '__proto__' })],
    ["another issuer's key", 'unknown-key', signed({}, {}, otherKey)],
    ["another issuer's key under a kid of this one", 'signature', signed({}, { kid: 'key-1' }, otherKey)],
    ['a key that it brings itself', 'signature', signed({}, { jwk: stranger.jwk }, stranger)],
    [
      'keys at a place that it names itself',
      'signature',
      signed({}, { jku: 'https://attacker.example/jwks' }, stranger),
    ],
    ['an altered signature', 'signature', `${head}.${body}.A${signature?.slice(1)}`],
    ['no signature', 'signature', `${head}.${body}.`],
    [
      'altered claims',
      'signature',
      `${head}.${Buffer.from(JSON.stringify(testClaims({ sub: 'person-2' }))).toString('base64url')}.${signature}`,
    ],
    ['no subject', 'claims', signed({ sub: undefined })],
    ['an empty subject', 'claims', signed({ sub: '' })],
    ['no end', 'claims', signed({ exp: undefined })],
    ['no beginning', 'claims', signed({ iat: undefined })],
    ['an end that is no number', 'claims', signed({ exp: '9999999999' })],
    ['a clearance that is no label', 'claims', signed({ clearance: 'TLP:PURPLE' })],
    ['a clearance of the old labels', 'claims', signed({ clearance: 'TLP:WHITE' })],
    ['a kind that is none', 'claims', signed({ kind: 'anonymous' })],
    ['scopes of another form', 'claims', signed({ scope: { read: true } })],
    ['another audience', 'audience', signed({ aud: 'somebody' })],
    ['an audience that begins so', 'audience', signed({ aud: ['hub2', 'the hub'] })],
    ['an end in the past', 'expired', signed({ iat: now - 600, exp: now - 30 })],
    ['a beginning to come', 'not-yet-valid', signed({ nbf: now + 31 })],
    ['a time of issue to come', 'not-yet-valid', signed({ iat: now + 31 })],
    ['a life of more than an hour', 'lifetime', signed({ iat: now - 1, exp: now + 3600 })],
    ['an end before its beginning', 'lifetime', signed({ iat: now + 20, exp: now + 10 })],
  ])('has %s', async (_, refusal, token) => {
    expect(await verdictOn(await token)).toBe(refusal);
  });

  test('is measured by clocks that may be apart as far as its issuer is allowed', async () => {
    expect(await verdictOn(await signed({ iat: now - 600, exp: now - 29 }))).toMatchObject({
      kind: 'person',
    });
    expect(await verdictOn(await signed({ nbf: now + 30 }))).toMatchObject({ kind: 'person' });
    const strict = issuersOf(testIssuerConfig([key], { clockSkewSeconds: 0 }));
    expect(await verdictOn(await signed({ iat: now - 600, exp: now }), strict)).toBe('expired');
    expect(await verdictOn(await signed({ nbf: now + 1 }), strict)).toBe('not-yet-valid');
  });

  test('lives longer than the rules of who asks allow', async () => {
    expect(await verdictOn(await signed(), both, { maxLifetimeSeconds: 600 })).toMatchObject({
      kind: 'person',
    });
    expect(await verdictOn(await signed(), both, { maxLifetimeSeconds: 599 })).toBe('lifetime');
  });

  test('is signed by a key of a kind or size that no issuer has', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const weak: TestIssuerKey = {
      ...{ kid: 'weak', alg: 'RS256', ...small },
      jwk: { ...small.publicKey.export({ format: 'jwk' }), kid: 'weak' },
    };
    const unfit = { ...key, kid: 'for-ec', jwk: { ...key.jwk, kid: 'for-ec', alg: 'ES256' } };
    const sealing = { ...key, kid: 'sealing', jwk: { ...key.jwk, kid: 'sealing', use: 'enc' } };
    const issuers = issuersOf(testIssuerConfig([key, unfit, sealing, weak]));
    expect(issuers.get(testIssuerName)?.keys.current().size).toBe(1);
    for (const by of [unfit, sealing]) {
      expect(await verdictOn(await signed({}, {}, by), issuers)).toBe('unknown-key');
    }
  });
});
