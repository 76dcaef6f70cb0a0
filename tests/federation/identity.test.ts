import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiKeyWish, createApiKey } from '../../shared/identity/api-key.js';
import { apiKeyFileIn, writeApiKeyFile } from '../../shared/identity/api-key-file.js';
import { contractAnswer, pageOf } from '../fixtures/contract-answer.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { type HttpListener, listenHttp } from '../fixtures/http-listener.js';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';
import { testNow } from '../fixtures/test-hub-keys.js';
import {
  createIssuerKey,
  forgeToken,
  signTestToken,
  testClaims,
  testIssuerConfig,
} from '../fixtures/test-issuer.js';

const question = '{ budgetLines { edges { node { id } } } }';
const answered = { budgetLines: { edges: [{ node: { id: 'alpha:1' } }] } };
const [key, rsaKey, downKey] = [
  createIssuerKey('key-1'),
  createIssuerKey('key-rsa', 'RS256'),
  createIssuerKey('key-2'),
];
const published = { keys: [key.jwk] as unknown[], isDown: false, fetches: 0 };
const publishingName = 'https://publishing-issuer.example';
const downName = 'https://down-issuer.example';

let folder = '';
let time = testNow().getTime();
let member: FakeMember;
let issuer: HttpListener;
let hub: TestHub;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-identity-'));
  member = await startFakeMember(contractAnswer('budgets', { budgetLines: () => pageOf('alpha', ['1']) }));
  issuer = await listenHttp((_, response) => {
    published.fetches += 1;
    response.statusCode = published.isDown ? 500 : 200;
    response.end(JSON.stringify({ keys: published.keys }));
  });
  const described = { country: 'GB', licence: 'CC0-1.0' };
  hub = await startTestHub(
    {
      members: [
        { ...described, id: 'alpha', name: 'Alpha', providers: [{ domain: 'budgets', url: member.url }] },
        {
          ...described,
          id: 'beta',
          name: 'Beta',
          providers: [{ domain: 'investigations', url: member.url }],
          paused: true,
        },
      ],
      allowAddresses: ['127.0.0.0/8'],
      cors: { origins: ['https://app.example'] },
      identity: {
        issuers: [
          testIssuerConfig([key, rsaKey], { organizations: ['alpha', 'beta', 'civic-charts'] }),
          testIssuerConfig([], { issuer: publishingName, keys: undefined, jwksUrl: issuer.url }),
          testIssuerConfig([], { issuer: downName, keys: undefined, jwksUrl: 'http://127.0.0.1:9/jwks' }),
        ],
        clients: [{ id: 'charts', purposes: ['DASHBOARD'] }],
      },
    },
    { data: folder, now: () => new Date(time) },
  );
});
afterAll(async () => {
  await hub.stop();
  await member.close();
  await issuer.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  member.asked.length = 0;
  member.headers.length = 0;
});
afterEach(() => {
  published.keys = [key.jwk];
  published.isDown = false;
});

const bearer = async (
  over: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  by = key,
) => ({
  authorization: `Bearer ${await signTestToken(by, testClaims(over), header)}`,
});

/** What the hub says of the caller to a member. */
async function callerAt(headers: Record<string, string>): Promise<Record<string, unknown>> {
  member.headers.length = 0;
  const answer = await hub.ask(question, { headers });
  expect([answer.status, answer.data]).toEqual([200, answered]);
  const token = member.headers.at(-1)?.authorization ?? '';
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

async function send(headers: Record<string, string>) {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'one-request', ...headers },
    body: JSON.stringify({ query: question }),
  });
  const { date, ...rest } = Object.fromEntries(response.headers);
  return { status: response.status, headers: rest, text: await response.text() };
}

async function counted(): Promise<Record<string, number>> {
  const text = await (await fetch(`${hub.url}/metrics`)).text();
  const found = text.matchAll(/^accord_unauthenticated_requests_total\{reason="([\w-]+)"\} (\d+)$/gm);
  return Object.fromEntries([...found].map(([, reason, count]) => [reason, Number(count)]));
}

describe('a caller', () => {
  test('without a proof is anonymous', async () => {
    const claims = await callerAt({});
    expect(claims).toMatchObject({ kind: 'anonymous', scope: '', clearance: 'TLP:CLEAR' });
    expect(claims).not.toHaveProperty('org');
  });

  test.each<[string, Record<string, unknown>, object]>([
    ['a person of a member', { org: 'alpha' }, { org: 'alpha', member: true, clearance: 'TLP:AMBER' }],
    ['a person of a paused member', { org: 'beta' }, { org: 'beta', member: true }],
    [
      'a person of another organisation',
      { org: 'civic-charts' },
      { org: 'civic-charts', member: false, clearance: 'TLP:GREEN' },
    ],
    ['a person of no organisation', {}, { kind: 'person', clearance: 'TLP:GREEN' }],
    ['a service of a member', { org: 'alpha', kind: 'service' }, { kind: 'service', clearance: 'TLP:GREEN' }],
    [
      'scopes and a clearance',
      { scope: 'budgets:read investigations:read', clearance: 'TLP:CLEAR' },
      { scope: 'budgets:read', clearance: 'TLP:CLEAR' },
    ],
    ['the only purpose of a client', { azp: 'charts' }, { purpose: 'DASHBOARD' }],
    ['the only purpose of a token', { purposes: ['INVESTIGATION'] }, { purpose: 'INVESTIGATION' }],
  ])('is told to members: %s', async (_, claims, expected) => {
    expect(await callerAt(await bearer(claims))).toMatchObject(expected);
  });

  test('is known to members by a pseudonym, the same each time, and its token stays here', async () => {
    const headers = await bearer();
    const { sub } = await callerAt(headers);
    expect((await callerAt(await bearer({ scope: 'budgets:read' })))['sub']).toBe(sub);
    expect((await callerAt(await bearer({ sub: 'person-2' })))['sub']).not.toBe(sub);
    expect(sub).not.toContain('person-1');
    expect(JSON.stringify(member.headers)).not.toContain(headers.authorization.slice(7));
  });

  test('of one issuer is not the one of another with the same name', async () => {
    const [one, other] = [await bearer(), await bearer({ iss: publishingName })];
    expect((await callerAt(one))['sub']).not.toBe((await callerAt(other))['sub']);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ azp: 'charts' }, 'INVESTIGATION'],
    [{ azp: 'charts', purposes: 'INVESTIGATION' }, 'INVESTIGATION'],
    [{ purposes: 'INVESTIGATION' }, 'AUDIT'],
    [{ purposes: 'AUDIT' }, 'AUDIT'],
    [{ purposes: 'INVESTIGATION' }, ''],
    [{}, 'INVESTIGATION'],
  ])('with %j may not ask for the purpose "%s"', async (claims, purpose) => {
    const answer = await hub.ask(question, { headers: { ...(await bearer(claims)), 'x-purpose': purpose } });
    expect([answer.status, answer.errors]).toMatchObject([403, [{ extensions: { code: 'BAD_PURPOSE' } }]]);
    expect(member.asked).toEqual([]);
  });

  test('without a proof has no purpose', async () => {
    expect((await hub.ask(question, { headers: { 'x-purpose': 'DASHBOARD' } })).status).toBe(403);
  });

  test('chooses among its purposes, and without a choice has none', async () => {
    const headers = await bearer({ purposes: 'INVESTIGATION DASHBOARD' });
    expect(await callerAt({ ...headers, 'x-purpose': 'DASHBOARD' })).toMatchObject({ purpose: 'DASHBOARD' });
    expect(await callerAt(headers)).not.toHaveProperty('purpose');
  });

  test('is told how long members took if it runs the hub', async () => {
    const operator = await hub.ask(question, { headers: await bearer({ scope: 'operations' }) });
    const [outcome] = Object(operator.extensions?.['members']);
    expect(outcome).toEqual({
      ...{ member: 'alpha', domain: 'budgets', state: 'ANSWERED', rows: 1 },
      tookMs: expect.any(Number),
    });
    const other = await hub.ask(question, { headers: await bearer({ scope: 'budgets:read' }) });
    expect(other.extensions).toEqual({
      members: [{ member: 'alpha', domain: 'budgets', state: 'ANSWERED', rows: 1 }],
    });
  });

  test('proves itself to the member that the proof is for', async () => {
    const proof = await signTestToken(key, testClaims({ aud: 'alpha' }));
    const headers = { ...(await bearer()), 'x-accord-proof': `alpha=${proof}, beta=a.b.c` };
    await callerAt({ ...headers, 'x-accord-caller-proof': 'made.up.proof' });
    expect(member.headers.at(-1)?.['x-accord-caller-proof']).toBe(proof);
    await callerAt({ ...(await bearer()), 'x-accord-caller-proof': 'made.up.proof' });
    expect(member.headers.at(-1)).not.toHaveProperty('x-accord-caller-proof');
  });

  test.each(['alpha', 'alpha=a.b', 'alpha=a.b.c, alpha=a.b.c', 'Alpha=a.b.c', 'alpha=a.b.c,', ''])(
    'brings proofs of the form that they must have: not "%s"',
    async (proof) => {
      const answer = await hub.ask(question, { headers: { 'x-accord-proof': proof } });
      expect([answer.status, answer.errors]).toMatchObject([400, [{ extensions: { code: 'BAD_INPUT' } }]]);
    },
  );

  test("asks from a page of another origin, which may send the caller's headers", async () => {
    const preflight = await fetch(`${hub.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
    });
    const allowed = preflight.headers.get('access-control-allow-headers');
    for (const name of ['authorization', 'x-api-key', 'x-purpose', 'x-accord-proof']) {
      expect(allowed).toContain(name);
    }
  });
});

describe('a proof that does not hold', () => {
  const now = testNow().getTime() / 1000;
  const cases: [string, Promise<Record<string, string>> | Record<string, string>][] = [
    ['malformed', { authorization: 'Bearer garbage' }],
    ['scheme', { authorization: 'Basic cGVyc29uOnNlY3JldA==' }],
    ['scheme', { authorization: '' }],
    ['scheme', { authorization: 'Bearer' }],
    ['expired', bearer({ iat: now - 900, exp: now - 300 })],
    ['not-yet-valid', bearer({ nbf: now + 300 })],
    ['lifetime', bearer({ exp: now + 100_000 })],
    ['signature', bearer({}, { kid: 'key-rsa', alg: 'EdDSA' })],
    ['audience', bearer({ aud: 'another-hub' })],
    ['issuer', bearer({ iss: 'https://unknown.example' })],
    ['organization', bearer({ org: 'gamma' })],
    ['claims', bearer({ clearance: 'TLP:WHITE' })],
    ['critical', bearer({}, { crit: ['b64'], b64: true })],
    ['too-large', bearer({ padding: 'x'.repeat(8000) })],
    ['unknown-key', bearer({}, { kid: 'key-9' })],
    ['keys-unavailable', bearer({ iss: downName }, {}, downKey)],
    ['algorithm', { authorization: `Bearer ${forgeToken({ alg: 'none', kid: 'key-1' }, testClaims())}` }],
    [
      'algorithm',
      {
        authorization: `Bearer ${forgeToken(
          { alg: 'HS256', kid: 'key-rsa' },
          testClaims(),
          rsaKey.publicKey.export({ format: 'pem', type: 'spki' }),
        )}`,
      },
    ],
    ['api-key-malformed', { 'x-api-key': 'accord_short' }],
    ['api-key-malformed', { 'x-api-key': '' }],
    ['api-key-unknown', { 'x-api-key': `accord_0123456789ab_${'A'.repeat(43)}` }],
    ['api-key-unknown', { authorization: `Bearer accord_0123456789ab_${'A'.repeat(43)}` }],
    ['ambiguous', { authorization: 'Bearer garbage', 'x-api-key': 'accord_short' }],
  ];

  test('is refused with the same bytes whatever is wrong, counted and logged by its reason alone', async () => {
    const before = await counted();
    const logged = hub.log.length;
    const first = await send({ authorization: 'Bearer garbage' });
    expect(first).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer', 'content-type': 'application/json; charset=utf-8' },
      text: '{"errors":[{"message":"Expected a request that proves who asks.","extensions":{"code":"UNAUTHENTICATED","requestId":"one-request"}}]}\n',
    });
    for (const [refusal, headers] of cases) {
      expect([refusal, await send(await headers)]).toEqual([refusal, first]);
    }
    expect(member.asked).toEqual([]);
    const lines = hub.log.slice(logged).join('');
    expect(lines).not.toMatch(/eyJ|Bearer|garbage|accord_|person-1|cGVyc29u|key-9/);
    const told = hub.log.slice(logged).flatMap((line) => JSON.parse(line).refusal ?? []);
    expect(told).toEqual(['malformed', ...cases.map(([refusal]) => refusal)]);
    const after = await counted();
    for (const reason of new Set(told)) {
      const times = told.filter((one) => one === reason).length;
      expect([reason, after[reason]]).toEqual([reason, (before[reason] ?? 0) + times]);
    }
  });

  test('is refused before the body is looked at', async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { authorization: 'Bearer garbage' },
      body: 'no JSON',
    });
    expect(response.status).toBe(401);
  });
});

describe('the keys of an issuer', () => {
  const by = (kid: string, signer = key) => bearer({ iss: publishingName }, { kid }, signer);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

  test('may rotate: a new one is found, and what the old one signed ends when it is taken back', async () => {
    const next = createIssuerKey('key-next', 'ES256');
    const old = await by('key-1');
    expect(await callerAt(old)).toMatchObject({ kind: 'person' });
    published.keys = [key.jwk, next.jwk];
    time += 60_000;
    expect(await callerAt(await by('key-next', next))).toMatchObject({ kind: 'person' });
    published.keys = [next.jwk];
    time += 300_000;
    // The one that notices is answered by what was known before.
    await send(old);
    await settled();
    expect((await send(old)).status).toBe(401);
    expect((await send(await by('key-next', next))).status).toBe(200);
    time = testNow().getTime();
  });

  test('stay in use while it is down', async () => {
    published.keys = [key.jwk];
    time += 700_000;
    const fresh = async () =>
      bearer({ iss: publishingName, iat: time / 1000, exp: time / 1000 + 600 }, { kid: 'key-1' });
    await send(await fresh());
    await settled();
    expect((await send(await fresh())).status).toBe(200);
    published.isDown = true;
    time += 400_000;
    await send(await fresh());
    await settled();
    expect((await send(await fresh())).status).toBe(200);
    expect((await send(await by('key-8'))).status).toBe(401);
    time = testNow().getTime();
  });

  test('are not fetched for each kid that somebody makes up', async () => {
    await send(await by('key-3'));
    const { fetches } = published;
    for (let i = 0; i < 20; i += 1) {
      expect((await send(await by(`made-up-${i}`))).status).toBe(401);
    }
    expect(published.fetches).toBe(fetches);
  });
});

describe('an API key', () => {
  const wish: ApiKeyWish = {
    name: 'charts',
    organization: 'alpha',
    scopes: ['budgets:read'],
    clearance: 'TLP:AMBER',
    purposes: ['DASHBOARD'],
    expiresAt: '2026-03-01T00:00:00.000Z',
  };
  const path = () => apiKeyFileIn(folder);
  afterEach(() => {
    time = testNow().getTime();
  });

  test('lets a service in, in either header, until it is revoked: within five seconds', async () => {
    const { key: stored, text } = createApiKey(wish, testNow());
    writeApiKeyFile(path(), [stored]);
    time += 5000;
    const expected = {
      ...{ kind: 'service', org: 'alpha', member: true, scope: 'budgets:read' },
      ...{ clearance: 'TLP:AMBER', purpose: 'DASHBOARD' },
    };
    expect(await callerAt({ 'x-api-key': text })).toMatchObject(expected);
    expect(await callerAt({ authorization: `Bearer ${text}` })).toMatchObject(expected);
    expect(
      (await send({ 'x-api-key': `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}` })).status,
    ).toBe(401);
    writeApiKeyFile(path(), [{ ...stored, revokedAt: testNow().toISOString() }]);
    time += 5000;
    expect((await send({ 'x-api-key': text })).status).toBe(401);
    expect(await counted()).toMatchObject({ 'api-key-revoked': 1 });
    expect(hub.log.join('')).not.toContain(text);
  });

  test('ends with its time', async () => {
    const { key: stored, text } = createApiKey(wish, testNow());
    writeApiKeyFile(path(), [stored]);
    time += 20_000;
    expect((await send({ 'x-api-key': text })).status).toBe(200);
    time = Date.parse(wish.expiresAt);
    expect((await send({ 'x-api-key': text })).status).toBe(401);
  });

  test('stays in use while the file is not whole, and the log says so', async () => {
    const { key: stored, text } = createApiKey(wish, testNow());
    writeApiKeyFile(path(), [stored]);
    time += 15_000;
    expect((await send({ 'x-api-key': text })).status).toBe(200);
    writeFileSync(path(), '{', { mode: 0o600 });
    time += 5000;
    expect((await send({ 'x-api-key': text })).status).toBe(200);
    expect(hub.log.join('')).toContain('the API keys changed and cannot be read');
  });
});

describe('what operators ask', () => {
  const passedOn = { 'x-forwarded-for': '192.0.2.7' };
  test.each(['/members', '/metrics'])(
    '%s answers those who run the hub from elsewhere, and nobody else',
    async (path) => {
      const get = async (headers: Record<string, string>) =>
        (await fetch(`${hub.url}${path}`, { headers: { ...passedOn, ...headers } })).status;
      expect(await get(await bearer({ scope: 'operations' }))).toBe(200);
      expect(await get(await bearer({ scope: 'budgets:read' }))).toBe(403);
      expect(await get({})).toBe(403);
      expect(await get({ authorization: 'Bearer garbage' })).toBe(401);
    },
  );
});
