import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCallerTokens } from '../../gateway/identity/caller-tokens.js';
import { createHubKeyRing } from '../../gateway/identity/hub-key-ring.js';
import { readMemberId } from '../../shared/domain/ids.js';
import { createApiKey } from '../../shared/identity/api-key.js';
import { apiKeyFileIn, writeApiKeyFile } from '../../shared/identity/api-key-file.js';
import { anonymousCaller, freezeCaller } from '../../shared/identity/caller.js';
import { createHubKeys } from '../../shared/identity/hub-keys.js';
import { countingRecordStore } from '../fixtures/counting-record-store.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';
import { createLogFolder } from '../fixtures/test-access-log.js';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';
import { testKeyRing, testNow } from '../fixtures/test-hub-keys.js';
import {
  createIssuerKey,
  forgeToken,
  signTestToken,
  testClaims,
  testIssuerConfig,
} from '../fixtures/test-issuer.js';

const domain = 'asset-declarations';
const titles = '{"query":"{ declarations { edges { node { title } } } }"}';
const key = createIssuerKey('key-1');
const stranger = createIssuerKey('key-1');
const issuer = testIssuerConfig([key]);
const seconds = testNow().getTime() / 1000;

const store = countingRecordStore(memoryStore(readMemberId('alder')));
const folder = createLogFolder();
let member: TestMember;
let hub: TestHub;
/** An API key whose time is over and one that was taken back. */
const keys = { expired: '', revoked: '', good: '' };

beforeAll(async () => {
  await fillStore(store, inventedDeclaration(1));
  member = await startTestMember({ store, issuers: [issuer], domains: [domain, 'budgets'] });
  const wish = { name: 'charts', scopes: [], clearance: 'TLP:GREEN', purposes: [] } as const;
  const make = (expiresAt: string) =>
    createApiKey(
      { ...wish, scopes: [], purposes: [], expiresAt },
      new Date(testNow().getTime() - 86_400_000),
    );
  const [expired, revoked, good] = [
    make('2026-01-31T09:00:00.000Z'),
    make('2026-03-01T00:00:00.000Z'),
    make('2026-03-01T00:00:00.000Z'),
  ] as const;
  Object.assign(keys, { expired: expired.text, revoked: revoked.text, good: good.text });
  const data = join(folder.path, 'hub');
  writeApiKeyFile(apiKeyFileIn(data), [
    expired.key,
    { ...revoked.key, revokedAt: '2026-01-31T09:00:00.000Z' },
    good.key,
  ]);
  hub = await startTestHub(
    {
      allowAddresses: ['127.0.0.0/8'],
      identity: { issuers: [issuer] },
      members: [
        {
          ...{ id: 'alder', name: 'Desk alder', country: 'GB', licence: 'CC0-1.0' },
          providers: [{ domain, url: `${member.url}/${domain}/graphql` }],
        },
      ],
    },
    { data },
  );
});
afterAll(async () => {
  await hub.stop();
  await member.stop();
  folder.remove();
});

type Headers = Record<string, string>;
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const person = { sub: 'subject-of-nobody', org: 'alpha', scope: 'declarations:read' };
const issued = (over: object = {}, by = key, header = {}) =>
  signTestToken(by, testClaims({ ...person, ...over }), header);

/** The middle part of a token put into another one, whose signature then is of something else. */
async function altered(): Promise<string> {
  const [head, , signature] = (await issued()).split('.');
  const [, claims] = (await issued({ scope: 'operations' })).split('.');
  return `${head}.${claims}.${signature}`;
}

const asked = freezeCaller({
  ...anonymousCaller,
  kind: 'person',
  subject: person.sub,
  organization: 'alpha',
});

/** A caller token of the hub: for this member, path and body unless said otherwise. */
async function hubToken(
  over: { aud?: string; path?: string; body?: string; at?: number; isStranger?: boolean } = {},
): Promise<string> {
  const { aud = 'alder', path = `/${domain}/graphql`, body = titles, at = 0, isStranger = false } = over;
  const now = () => new Date(testNow().getTime() + at * 1000);
  const strange = createHubKeys(testNow());
  const ring = isStranger ? createHubKeyRing(() => strange, testNow) : testKeyRing;
  const tokens = createCallerTokens({ issuer: 'hub', keys: ring, now });
  const headers = await tokens(asked)({ member: aud, domain, url: `${member.url}${path}` }, body);
  return headers['authorization']?.slice('Bearer '.length) ?? '';
}

/** The same with a signature that is wrong in its middle. */
const unsigned = (token: string) => token.replace(/.{8}(.{20})$/, 'AAAAAAAA$1');
const swap = (text: string) => `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`;

async function post(url: string, headers: Headers, body = titles) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'one-request', ...headers },
    body,
  });
  const { date, ...rest } = Object.fromEntries(response.headers);
  return { status: response.status, headers: rest, text: await response.text() };
}

/** How often requests were refused, whatever for. */
async function refusalsAt(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = text.matchAll(/^accord_(?:unauthenticated_requests|refused_\w+)_total\{.+\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Every part of a secret that is long enough to be told from other words. */
const partsOf = (headers: Headers) =>
  Object.values(headers).flatMap((value) => value.match(/[\w-]{12,}/g) ?? []);

type Row = readonly [what: string, headers: () => Promise<Headers> | Headers];

const atHub: readonly Row[] = [
  ['a token that is none', () => bearer('garbage-instead-of-a-token')],
  ['another scheme', () => ({ authorization: 'Basic c3ViamVjdC1vZi1ub2JvZHk6c2VjcmV0' })],
  ['an expired token', async () => bearer(await issued({ iat: seconds - 900, exp: seconds - 300 }))],
  ['a token of later', async () => bearer(await issued({ nbf: seconds + 300 }))],
  ['a token of another key', async () => bearer(await issued({}, stranger))],
  ['a token of an unknown key', async () => bearer(await issued({}, key, { kid: 'key-of-nobody-here' }))],
  ['a token of another issuer', async () => bearer(await issued({ iss: 'https://elsewhere.example' }))],
  ['a token for a member', async () => bearer(await issued({ aud: 'alder' }))],
  ['a token for another hub', async () => bearer(await issued({ aud: 'another-hub' }))],
  ['altered claims', async () => bearer(await altered())],
  ['an altered signature', async () => bearer(unsigned(await issued()))],
  ['no signature', () => bearer(forgeToken({ alg: 'none', kid: 'key-1' }, testClaims(person)))],
  ["the hub's own caller token", async () => bearer(await hubToken())],
  ['an organisation that its issuer does not speak for', async () => bearer(await issued({ org: 'alder' }))],
  ['an expired API key', () => ({ 'x-api-key': keys.expired })],
  ['a revoked API key', () => ({ 'x-api-key': keys.revoked })],
  ['an altered API key', () => ({ 'x-api-key': swap(keys.good) })],
  ['an unknown API key', () => ({ 'x-api-key': `accord_0123456789ab_${'Q'.repeat(43)}` })],
  ['a good key beside a bad token', () => ({ 'x-api-key': keys.good, ...bearer('garbage-beside-a-key') })],
];

const proven = async (proof: string): Promise<Headers> => ({
  ...bearer(await hubToken()),
  'x-accord-caller-proof': proof,
});

const atMember: readonly Row[] = [
  ['no token', () => ({})],
  ['a token that is none', () => bearer('garbage-instead-of-a-token')],
  ["the caller's own token", async () => bearer(await issued())],
  ["the caller's own token for the member", async () => bearer(await issued({ aud: 'alder' }))],
  ['a good API key of the hub', () => ({ 'x-api-key': keys.good })],
  ["another member's token", async () => bearer(await hubToken({ aud: 'birch' }))],
  ['a token for another body', async () => bearer(await hubToken({ body: '{"query":"{ __typename }"}' }))],
  ['a token for another path', async () => bearer(await hubToken({ path: '/budgets/graphql' }))],
  ['an expired token', async () => bearer(await hubToken({ at: -100 }))],
  ['a token of later', async () => bearer(await hubToken({ at: 600 }))],
  ['a token of another hub', async () => bearer(await hubToken({ isStranger: true }))],
  ['an altered signature', async () => bearer(unsigned(await hubToken()))],
  ['a proof of another key', async () => proven(await issued({ aud: 'alder' }, stranger))],
  ['a proof for another member', async () => proven(await issued({ aud: 'birch' }))],
  ['a proof for the hub', async () => proven(await issued())],
  [
    'an expired proof',
    async () => proven(await issued({ aud: 'alder', iat: seconds - 900, exp: seconds - 300 })),
  ],
  ['a proof that lives too long', async () => proven(await issued({ aud: 'alder', exp: seconds + 3000 }))],
  ['a proof that is none', () => proven('garbage-instead-of-a-proof')],
];

const refused = {
  status: 401,
  headers: expect.objectContaining({ 'www-authenticate': 'Bearer' }),
  text: '{"errors":[{"message":"Expected a request that proves who asks.","extensions":{"code":"UNAUTHENTICATED","requestId":"one-request"}}]}\n',
};

/** Each row on its own, held against the first: the bytes, the count, the log and what was read. */
function describeRefusals(
  rows: readonly Row[],
  at: () => { url: string; path: string; log: readonly string[] },
) {
  test.each(rows)('%s', async (_, headersOf) => {
    const { url, path, log } = at();
    const first = await post(`${url}${path}`, bearer('garbage'));
    expect(first).toEqual(refused);
    const [counted, logged] = [await refusalsAt(url), log.length];
    const headers = await headersOf();
    store.reads.length = 0;
    expect(await post(`${url}${path}`, headers)).toEqual(first);
    expect(await refusalsAt(url)).toBe(counted + 1);
    expect(store.reads).toEqual([]);
    const lines = log.slice(logged).join('');
    expect(lines).toContain('"refusal":');
    for (const part of [...partsOf(headers), person.sub, 'declarations:read']) {
      expect([part, lines.includes(part)]).toEqual([part, false]);
    }
  });
}

describe('a hub refuses in one way', () => {
  describeRefusals(atHub, () => ({ url: hub.url, path: '/graphql', log: hub.log }));

  test('and takes the same made right', async () => {
    for (const headers of [{}, bearer(await issued()), { 'x-api-key': keys.good }]) {
      expect(await post(`${hub.url}/graphql`, headers)).toMatchObject({ status: 200 });
    }
    expect(store.reads.length).toBeGreaterThan(0);
  });
});

describe('a member asked without its hub refuses in one way', () => {
  const path = `/${domain}/graphql`;
  describeRefusals(atMember, () => ({ url: member.url, path, log: member.log }));

  test('a token that was used before', async () => {
    const headers = bearer(await hubToken());
    expect(await post(`${member.url}${path}`, headers)).toMatchObject({ status: 200 });
    const counted = await refusalsAt(member.url);
    expect(await post(`${member.url}${path}`, headers)).toEqual(refused);
    expect(await refusalsAt(member.url)).toBe(counted + 1);
    expect(member.log.join('')).not.toContain(headers['authorization']?.slice(-20));
  });

  test('and takes the same made right', async () => {
    const proof = await issued({ aud: 'alder' });
    expect(await post(`${member.url}${path}`, await proven(proof))).toMatchObject({ status: 200 });
  });
});
