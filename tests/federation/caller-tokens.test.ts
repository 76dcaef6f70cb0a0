import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createCallerTokens } from '../../gateway/identity/caller-tokens.js';
import { createHubKeyRing } from '../../gateway/identity/hub-key-ring.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { anonymousCaller } from '../../shared/identity/caller.js';
import { createHubKeys, rotateHubKeys } from '../../shared/identity/hub-keys.js';
import { publicKeyOf } from '../../shared/identity/signing-key.js';
import type { HubTrust } from '../../shared/kit/hub-trust.js';
import { createMemberMetrics } from '../../shared/kit/member-metrics.js';
import { openCallerGate } from '../../shared/kit/open-caller-gate.js';
import { createLogger } from '../../shared/log/logger.js';
import { openSqliteReplayGuard } from '../../shared/store/sqlite/open-sqlite-replay-guard.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember, testMember } from '../fixtures/start-test-member.js';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';
import { testHubTrust, testKeyRing, testNow } from '../fixtures/test-hub-keys.js';

const domain = 'asset-declarations';
const titles = '{"query":"{ declarations { edges { node { title } } } }"}';
const answered = { data: { declarations: { edges: [{ node: { title: 'Declaration 1' } }] } } };

let folder = '';
let places = 0;
const stops: (() => Promise<void>)[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-caller-tokens-'));
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface MemberOptions {
  /** Where used tokens are kept; the same place for replicas. */
  readonly place?: string;
  readonly hub?: HubTrust;
  readonly now?: () => Date;
  readonly isStoreAway?: boolean;
}

/** A member with one record and a gate of its own, with its log and its numbers. */
async function startMember(options: MemberOptions = {}) {
  const { place = `m${++places}`, hub = testHubTrust(), now = testNow, isStoreAway = false } = options;
  const store = memoryStore();
  await fillStore(store, inventedDeclaration(1));
  const log: string[] = [];
  const metrics = createMemberMetrics();
  const guard = openSqliteReplayGuard({ folder: join(folder, place), now });
  const gate = openCallerGate({
    config: { id: testMember, hub, listen: { host: '127.0.0.1', port: 0 } },
    spent: {
      current: async () => {
        if (isStoreAway) {
          throw new AccordError(
            'STORE_UNAVAILABLE',
            'Expected a readable and writable store, it is not there.',
          );
        }
        return guard;
      },
      close: () => guard.close(),
    },
    metrics,
    logger: createLogger({ name: 'test', level: 'info' }, { write: (line) => void log.push(line) }),
    now,
  });
  const member = await startTestMember({ store, gate, domains: [domain, 'budgets'] });
  stops.push(async () => {
    await member.stop();
    await gate.close();
  });
  const refusals = async () =>
    Object.fromEntries(
      [
        ...(await metrics.text()).text.matchAll(
          /^accord_refused_requests_total\{refusal="([\w-]+)"\} (\d+)$/gm,
        ),
      ].map(([, refusal, count]) => [refusal, Number(count)]),
    );
  return { ...member, log, refusals };
}

/** A caller token of the hub for a member and a body. */
async function tokenFor(
  member: TestMember | string,
  body: string,
  over: { audience?: string } = {},
): Promise<string> {
  const url = typeof member === 'string' ? member : `${member.url}/${domain}/graphql`;
  const tokens = createCallerTokens({ issuer: 'hub', keys: testKeyRing, now: testNow });
  const provider = { member: over.audience ?? testMember, domain, url } as const;
  return (await tokens(anonymousCaller)(provider, body))['authorization'] ?? '';
}

async function send(
  member: TestMember,
  options: { authorization?: string; body?: string; path?: string } = {},
) {
  const { authorization, body = titles, path = `/${domain}/graphql` } = options;
  const response = await fetch(`${member.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': 'one-request',
      ...(authorization !== undefined && { authorization }),
    },
    body,
  });
  const { date, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, text: await response.text() };
}

const unauthenticated = {
  status: 401,
  text: '{"errors":[{"message":"Expected a request that proves who asks.","extensions":{"code":"UNAUTHENTICATED","requestId":"one-request"}}]}\n',
};

describe('a member without a token', () => {
  test.each([
    ['records', titles],
    [
      'entities',
      '{"query":"query($r:[_Any!]!){_entities(representations:$r){__typename}}","variables":{"r":[]}}',
    ],
    ['its schema', '{"query":"{ _service { sdl } }"}'],
    ['introspection', '{"query":"{ __schema { queryType { name } } }"}'],
    ['the least', '{"query":"{ __typename }"}'],
    ['no JSON', '{'],
    ['too much', ' '.repeat(2_000_000)],
  ])('answers nothing: %s', async (_, body) => {
    const member = await startMember();
    expect(await send(member, { body })).toMatchObject(unauthenticated);
  });

  test('still says that it lives and is ready', async () => {
    const member = await startMember();
    for (const path of ['/health', '/ready']) {
      expect((await fetch(`${member.url}${path}`)).status).toBe(200);
    }
  });
});

describe('a member', () => {
  test('answers a question of its hub, once', async () => {
    const member = await startMember();
    const authorization = await tokenFor(member, titles);
    const first = await send(member, { authorization });
    expect([first.status, JSON.parse(first.text)]).toMatchObject([200, answered]);
    expect(await send(member, { authorization })).toMatchObject(unauthenticated);
  });

  test('refuses with the same bytes whatever is wrong, and tells its log and its operator alone', async () => {
    const member = await startMember();
    const url = `${member.url}/${domain}/graphql`;
    const used = await tokenFor(member, titles);
    await send(member, { authorization: used });
    const late = createCallerTokens({
      issuer: 'hub',
      keys: testKeyRing,
      now: () => new Date(testNow().getTime() - 66_000),
    });
    const stranger = createHubKeys(testNow());
    const strangers = createCallerTokens({
      issuer: 'hub',
      keys: createHubKeyRing(() => stranger, testNow),
      now: testNow,
    });
    const provider = { member: testMember, domain, url } as const;
    const altered = (await tokenFor(member, titles)).replace(/.{4}$/, 'AAAA');
    const cases: [string, Parameters<typeof send>[1]][] = [
      ['missing', {}],
      ['malformed', { authorization: 'Bearer garbage' }],
      ['signature', { authorization: altered }],
      [
        'unpinned-key',
        { authorization: (await strangers(anonymousCaller)(provider, titles))['authorization'] ?? '' },
      ],
      ['audience', { authorization: await tokenFor(member, titles, { audience: 'open-ledger' }) }],
      ['expired', { authorization: (await late(anonymousCaller)(provider, titles))['authorization'] ?? '' }],
      ['path', { authorization: await tokenFor(member, titles), path: '/budgets/graphql' }],
      ['body', { authorization: await tokenFor(member, titles), body: `${titles} ` }],
      ['replayed', { authorization: used }],
    ];
    const first = await send(member);
    for (const [, request] of cases) {
      expect(await send(member, request)).toEqual(first);
    }
    expect(first).toMatchObject(unauthenticated);
    expect(first.headers['www-authenticate']).toBe('Bearer');
    expect(await member.refusals()).toEqual({
      ...Object.fromEntries(cases.map(([refusal]) => [refusal, 1])),
      missing: 2,
    });
    const told = member.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused a request');
    expect(told.map(({ refusal }) => refusal)).toEqual(['missing', ...cases.map(([refusal]) => refusal)]);
    expect(member.log.join('')).not.toMatch(/eyJ|Bearer|garbage/);
  });

  test('uses up no token for a request that is refused', async () => {
    const member = await startMember();
    const authorization = await tokenFor(member, titles);
    await send(member, { authorization, body: '{"query":"{ __typename }"}' });
    await send(member, { authorization, path: '/budgets/graphql' });
    expect((await send(member, { authorization })).status).toBe(200);
  });

  test('refuses what a replica answered, and of many at once answers one', async () => {
    const place = 'replicas';
    const replicas = [await startMember({ place }), await startMember({ place })];
    const url = 'https://alpha.example/asset-declarations/graphql';
    const authorization = await tokenFor(url, titles);
    const [one, other] = replicas;
    if (one === undefined || other === undefined) {
      throw new Error('Expected two replicas.');
    }
    expect((await send(one, { authorization })).status).toBe(200);
    expect(await send(other, { authorization })).toMatchObject(unauthenticated);
    const another = await tokenFor(url, titles);
    const statuses = await Promise.all(
      [one, other, one, other, one, other].map((member) => send(member, { authorization: another })),
    );
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401]);
  });

  test('answers nothing while used tokens cannot be told from new ones', async () => {
    const member = await startMember({ isStoreAway: true });
    const { status, text } = await send(member, { authorization: await tokenFor(member, titles) });
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([503, 'STORE_UNAVAILABLE']);
    expect(await send(member)).toMatchObject(unauthenticated);
  });

  test('shows its numbers to this machine alone', async () => {
    const member = await startMember();
    const shown = await fetch(`${member.url}/metrics`);
    expect(shown.status).toBe(200);
    const passedOn = await fetch(`${member.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.7' } });
    expect(passedOn.status).toBe(404);
  });
});

describe('a hub and its member', () => {
  const hubs: TestHub[] = [];
  afterEach(async () => {
    await Promise.all(hubs.splice(0).map((hub) => hub.stop()));
  });

  const startHub = async (url: string) => {
    const hub = await startTestHub({
      members: [
        {
          id: testMember,
          name: 'Harbour Watch',
          country: 'GB',
          licence: 'CC0-1.0',
          providers: [{ domain, url: `${url}/${domain}/graphql` }],
        },
      ],
      allowAddresses: ['127.0.0.1'],
    });
    hubs.push(hub);
    return hub;
  };

  test('understand each other over the keys that the hub publishes', async () => {
    const away = await startHub('http://127.0.0.1:9');
    const published = await fetch(`${away.url}/.well-known/jwks.json`);
    expect([published.status, published.headers.get('cache-control'), await published.json()]).toEqual([
      200,
      'public, max-age=60',
      { keys: testKeyRing.published() },
    ]);
    const keys = testKeyRing.published().map(({ kid }) => kid ?? '');
    const jwksUrl = `${away.url}/.well-known/jwks.json`;
    const member = await startMember({ hub: { issuer: 'hub', keys, jwksUrl } });
    const hub = await startHub(member.url);
    const answer = await hub.ask('{ declarations { edges { node { title } } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(answered.data);
    expect(await member.refusals()).toEqual({});
  });

  test('part when the member pins another key: the hub says that the member gave no answer', async () => {
    const [stranger] = createHubKeys(testNow()).generations;
    const member = await startMember({
      hub: { issuer: 'hub', keys: stranger === undefined ? [] : [publicKeyOf(stranger.key)] },
    });
    const hub = await startHub(member.url);
    const answer = await hub.ask('{ declarations { edges { node { title } } } }');
    expect(answer.extensions).toMatchObject({ members: [{ member: testMember, state: 'INVALID' }] });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'MEMBER_UNAVAILABLE', member: testMember } }]);
    // The hub asks for the member's policy too.
    expect(await member.refusals()).toEqual({ 'unpinned-key': expect.any(Number) });
  });

  test('go on through a rotation, whose next key the member pinned before it was used', async () => {
    let time = testNow().getTime();
    const now = () => new Date(time);
    const before = createHubKeys(now());
    let keys = before;
    const tokens = createCallerTokens({ issuer: 'hub', keys: createHubKeyRing(() => keys, now), now });
    keys = rotateHubKeys(before, { now: now(), overlapMs: 3_600_000 });
    const pins = keys.generations.map(({ key }) => publicKeyOf(key));
    const member = await startMember({ hub: { issuer: 'hub', keys: pins }, now });
    const provider = { member: testMember, domain, url: `${member.url}/${domain}/graphql` } as const;
    const kids: unknown[] = [];
    for (const hours of [0, 0.99, 1, 2, 3]) {
      time = testNow().getTime() + hours * 3_600_000;
      const authorization = (await tokens(anonymousCaller)(provider, titles))['authorization'] ?? '';
      kids.push(
        JSON.parse(Buffer.from(authorization.slice(7).split('.')[0] ?? '', 'base64url').toString()).kid,
      );
      expect((await send(member, { authorization })).status).toBe(200);
    }
    const [old, next] = pins.map(({ kid }) => kid);
    expect(kids).toEqual([old, old, next, next, next]);
  });
});
