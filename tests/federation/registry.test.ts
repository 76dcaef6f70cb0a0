import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { obeyOperator } from '../../gateway/plan/registry/member-registry.js';
import type { RegistryStore } from '../../gateway/plan/registry/registry-store.js';
import { createSqliteRegistryStore } from '../../gateway/plan/registry/sqlite-registry-store.js';
import type { OperatorCommand } from '../../gateway/plan/registry/transitions.js';
import { type MemberId, readMemberId } from '../../shared/domain/ids.js';
import { type RegistryWish, signRegistryRequest } from '../../shared/identity/sign-registry-request.js';
import { createSigningKey, type SigningKey } from '../../shared/identity/signing-key.js';
import { createPauseMarker } from '../../shared/kit/pause-marker.js';
import { contractAnswer } from '../fixtures/contract-answer.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { fillStore, inventedLine } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';
import { type HubAnswer, startTestHub, type TestHub } from '../fixtures/test-hub.js';
import { testNow } from '../fixtures/test-hub-keys.js';

const audience = 'https://hub.example';
const alpha = readMemberId('alpha');
const lines = '{ budgetLines { edges { node { id } } pageInfo { complete } } }';
/** What is promised is a second; a machine that is busy with other tests gets three. */
const withinMs = 3000;

let folder = '';
let store: RegistryStore;
let stops: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-registry-hubs-'));
  store = createSqliteRegistryStore({ folder, now: testNow });
  stops = [() => store.close()];
});

afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** A replica of the hub, on the registry of this test. */
async function startReplica(data = folder, file: Readonly<Record<string, unknown>> = {}): Promise<TestHub> {
  const hub = await startTestHub(
    {
      allowAddresses: ['127.0.0.0/8'],
      registry: { url: audience },
      data: folder,
      deadlines: { memberMs: 20_000, requestMs: 20_000 },
      ...file,
    },
    { data },
  );
  stops.push(() => hub.stop());
  return hub;
}

/** A real member with two lines of an invented budget. */
async function startMember(id: MemberId = alpha): Promise<TestMember> {
  const records = memoryStore(id);
  await fillStore(records, [inventedLine('1', {}), inventedLine('2', {})]);
  const pause = createPauseMarker(join(folder, id));
  const member = await startTestMember({ store: records, domains: ['budgets'], pause });
  stops.push(() => member.stop());
  return member;
}

/** A member that never answers about its lines. */
async function startSlowMember(): Promise<FakeMember> {
  const member = await startFakeMember(
    contractAnswer('budgets', { budgetLines: () => new Promise<never>(() => undefined) }),
  );
  stops.push(() => member.close());
  return member;
}

function registration(url: string, id: MemberId = alpha): RegistryWish {
  return {
    action: 'register',
    description: {
      id,
      name: `Desk ${id}`,
      country: 'GB',
      languages: [],
      licence: 'CC0-1.0',
      providers: [{ domain: 'budgets', url, contractVersion: '1.1.0', coverage: {} }],
    },
  };
}

let requests = 0;
async function sign(wish: RegistryWish, key: SigningKey, member: MemberId = alpha): Promise<string> {
  const jti = `request-${String(++requests).padStart(10, '0')}`;
  return await signRegistryRequest(wish, { member, key, audience, now: testNow(), jti });
}

async function post(hub: TestHub, jws: string) {
  const response = await fetch(`${hub.url}/registry`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'test-request' },
    body: JSON.stringify({ request: jws }),
  });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) };
}

async function send(hub: TestHub, wish: RegistryWish, key: SigningKey) {
  return await post(hub, await sign(wish, key));
}

async function operate(name: OperatorCommand, member: MemberId = alpha): Promise<void> {
  await obeyOperator(store, { name, member, now: testNow() });
}

async function letIn(hub: TestHub, url: string): Promise<SigningKey> {
  const key = createSigningKey();
  const answer = await send(hub, registration(url), key);
  expect(answer).toMatchObject({ status: 200, json: { state: 'PENDING' } });
  await operate('approve');
  return key;
}

function members(answer: HubAnswer): unknown {
  return answer.extensions?.['members'] ?? [];
}

const stateOfAlpha = (state: string, rows = 0) => [{ member: 'alpha', domain: 'budgets', state, rows }];

/** Asks until the answer lists these members; fails after the time that a change may take. */
async function untilMembers(hub: TestHub, expected: unknown): Promise<HubAnswer> {
  const startedAt = performance.now();
  for (;;) {
    const answer = await hub.ask(lines);
    if (JSON.stringify(members(answer)) === JSON.stringify(expected)) {
      return answer;
    }
    if (performance.now() - startedAt > withinMs) {
      expect(members(answer)).toEqual(expected);
    }
    await sleep(20);
  }
}

describe('two replicas of a hub on one registry', () => {
  it('both follow a member as it joins, pauses, resumes and is revoked', async () => {
    const [one, two] = [await startReplica(), await startReplica()];
    const member = await startMember();
    const key = createSigningKey();
    expect((await send(one, registration(`${member.url}/budgets/graphql`), key)).json).toEqual({
      member: 'alpha',
      state: 'PENDING',
      key: key.kid,
    });
    for (const hub of [one, two]) {
      await sleep(300);
      expect((await hub.ask('{ members { id } }')).data).toEqual({ members: [] });
    }

    await operate('approve');
    for (const hub of [one, two]) {
      const answer = await untilMembers(hub, stateOfAlpha('ANSWERED', 2));
      expect(answer.errors).toBeUndefined();
      expect((await hub.ask('{ members { id name state } }')).data).toEqual({
        members: [{ id: 'alpha', name: 'Desk alpha', state: 'ACTIVE' }],
      });
    }

    expect((await send(two, { action: 'pause' }, key)).json).toMatchObject({ state: 'PAUSED' });
    for (const hub of [one, two]) {
      const answer = await untilMembers(hub, stateOfAlpha('PAUSED'));
      expect(answer.errors).toEqual([
        {
          message: 'Member "alpha" has paused.',
          extensions: { code: 'MEMBER_UNAVAILABLE', member: 'alpha' },
        },
      ]);
      expect((await hub.ask('{ members { state } }')).data).toEqual({ members: [{ state: 'PAUSED' }] });
    }

    expect((await send(one, { action: 'resume' }, key)).json).toMatchObject({ state: 'ACTIVE' });
    for (const hub of [one, two]) {
      await untilMembers(hub, stateOfAlpha('ANSWERED', 2));
    }

    await operate('revoke');
    for (const hub of [one, two]) {
      await untilMembers(hub, []);
      expect((await hub.ask('{ members { id } }')).data).toEqual({ members: [] });
    }
  });

  it('count a request once, whichever replica it is sent to', async () => {
    const [one, two] = [await startReplica(), await startReplica()];
    const member = await startMember();
    const key = await letIn(one, `${member.url}/budgets/graphql`);
    const jws = await sign({ action: 'pause' }, key);
    expect((await post(one, jws)).status).toBe(200);
    expect((await post(two, jws)).status).toBe(401);
  });
});

describe('a request that is under way', () => {
  it.each<[string, (hub: TestHub, key: SigningKey) => Promise<unknown>, unknown]>([
    ['the member pauses', (hub, key) => send(hub, { action: 'pause' }, key), stateOfAlpha('PAUSED')],
    ['an operator pauses the member', () => operate('pause'), stateOfAlpha('PAUSED')],
    ['the member is revoked', () => operate('revoke'), []],
  ])('ends when %s, on another replica too', async (_, act, expected) => {
    const [one, two] = [await startReplica(), await startReplica()];
    const slow = await startSlowMember();
    const key = await letIn(one, slow.url);
    await untilDirectory(two, 1);
    const asked = two.ask(lines);
    await sleep(200);
    const startedAt = performance.now();
    await act(one, key);
    const answer = await asked;
    expect(performance.now() - startedAt).toBeLessThan(withinMs);
    expect(members(answer)).toEqual(expected);
    expect(answer.data).toEqual({ budgetLines: { edges: [], pageInfo: { complete: false } } });
  });
});

describe('a member that pauses without any hub', () => {
  it('refuses at once, and the hub says that it has paused', async () => {
    const hub = await startReplica();
    const member = await startMember();
    await letIn(hub, `${member.url}/budgets/graphql`);
    await untilMembers(hub, stateOfAlpha('ANSWERED', 2));
    const marker = createPauseMarker(join(folder, alpha));
    marker.pause();
    expect(members(await hub.ask(lines))).toEqual(stateOfAlpha('PAUSED'));
    expect((await member.ask('budgets', '{ __typename }')).json).toMatchObject({
      errors: [{ extensions: { code: 'MEMBER_PAUSED' } }],
    });
    marker.resume();
    expect(members(await hub.ask(lines))).toEqual(stateOfAlpha('ANSWERED', 2));
  });
});

describe('requests to the registry over HTTP', () => {
  it('are refused in the same bytes whatever is wrong with their proof', async () => {
    const hub = await startReplica();
    const member = await startMember();
    const key = await letIn(hub, `${member.url}/budgets/graphql`);
    const used = await sign({ action: 'resume' }, key);
    await post(hub, used);
    const refused = await Promise.all(
      [
        used,
        'nonsense',
        `${used}x`,
        await sign({ action: 'pause' }, createSigningKey()),
        await sign({ action: 'pause' }, key, readMemberId('nobody')),
        await sign(registration(member.url), createSigningKey()),
      ].map((jws) => post(hub, jws)),
    );
    expect(new Set(refused.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(refused[0]).toMatchObject({
      status: 401,
      json: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(hub.log.join()).not.toContain(used);
    const metrics = await (await fetch(`${hub.url}/metrics`)).text();
    expect(metrics).toContain('accord_registry_requests_total{outcome="replayed"} 1');
    expect(metrics).toContain('accord_registry_requests_total{outcome="unknown-key"} 3');
  });

  it.each([
    ['of another form', '{"jws":"a"}', 400, 'BAD_INPUT'],
    ['of no JSON', 'request', 400, 'BAD_INPUT'],
    ['that is too large', `{"request":"${'a'.repeat(1_048_576)}"}`, 413, 'BODY_TOO_LARGE'],
  ])('with a body %s get one clear line', async (_, body, status, code) => {
    const hub = await startReplica();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${hub.url}/registry`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('by another method are none', async () => {
    const hub = await startReplica();
    const response = await fetch(`${hub.url}/registry`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each([
    [
      'a member of the configuration',
      (url: string) => registration(url, readMemberId('fixed')),
      'BAD_INPUT',
      'is in the configuration of the hub',
    ],
    [
      'a member at a private address',
      () => registration('https://10.0.0.1/budgets'),
      'BAD_INPUT',
      'providers.0.url: expected a public address',
    ],
    [
      'a member that does not run',
      () => registration('http://127.0.0.1:1/budgets/graphql'),
      'MEMBER_UNAVAILABLE',
      'it could not be reached',
    ],
    [
      "another member's server, which refuses what is not for it",
      (url: string) => registration(url, readMemberId('beta')),
      'MEMBER_UNAVAILABLE',
      'it gave no answer of that form',
    ],
    [
      'a member that serves something else',
      (url: string) => registration(url.replace('budgets', 'investigations')),
      'BAD_CONTRACT',
      '[budgets] "BudgetLine',
    ],
  ])('do not register %s', async (_, wish, code, words) => {
    const fixed = { id: 'fixed', name: 'Fixed', country: 'GB', licence: 'CC0-1.0' };
    const providers = [{ domain: 'budgets' as const, url: 'http://127.0.0.1:1/' }];
    const hub = await startReplica(folder, { members: [{ ...fixed, providers }] });
    const records = memoryStore(alpha);
    const member = await startTestMember({ store: records });
    stops.push(() => member.stop());
    const asked = wish(`${member.url}/budgets/graphql`);
    const id = asked.action === 'register' ? asked.description.id : alpha;
    const answer = await post(hub, await sign(asked, createSigningKey(), id));
    expect(answer.json).toMatchObject({
      errors: [{ message: expect.stringContaining(words), extensions: { code } }],
    });
    expect(answer.text).not.toContain('127.0.0.1');
    expect(await store.version()).toBe(0);
  });
});

describe('an extension that a member registers', () => {
  const withExtension = (url: string, sdl: string): RegistryWish => {
    const wish = registration(`${url}/budgets/graphql`);
    return wish.action === 'register'
      ? { ...wish, extension: { url: `${url}/ext-alpha/graphql`, sdl } }
      : wish;
  };
  const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

  it('is part of the graph of every replica while its member takes part', async () => {
    const [one, two] = [await startReplica(), await startReplica()];
    const member = await startMember();
    const key = createSigningKey();
    const sdl = `${federation} type Query { alpha_tides: Int }`;
    expect((await send(one, withExtension(member.url, sdl), key)).status).toBe(200);
    await operate('approve');
    for (const hub of [one, two]) {
      await untilField(hub, 'alpha_tides', true);
    }
    await operate('revoke');
    for (const hub of [one, two]) {
      await untilField(hub, 'alpha_tides', false);
    }
  });

  it('is refused with every breach of the rules, before anybody approves', async () => {
    const hub = await startReplica();
    const member = await startMember();
    const sdl = `${federation} type Query { tides: Int } type Other { a: Int }`;
    const answer = await send(hub, withExtension(member.url, sdl), createSigningKey());
    expect(answer.json).toMatchObject({ errors: [{ extensions: { code: 'BAD_CONTRACT' } }] });
    expect(answer.text).toMatch(/got 2 faults: .*Other.*tides/);
    expect(await store.version()).toBe(0);
  });
});

async function untilField(hub: TestHub, name: string, isThere: boolean): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const { text } = await hub.ask('{ __schema { queryType { fields { name } } } }');
    if (text.includes(`"${name}"`) === isThere) {
      return;
    }
    // A new graph is composed and loaded for it, which takes a busy machine seconds.
    expect(performance.now() - startedAt).toBeLessThan(5 * withinMs);
    await sleep(50);
  }
}

describe('a replica that cannot read the registry', () => {
  it('starts and serves with what was last known, and takes no requests', async () => {
    const first = await startReplica();
    const member = await startMember();
    const key = await letIn(first, `${member.url}/budgets/graphql`);
    await untilMembers(first, stateOfAlpha('ANSWERED', 2));
    await first.stop();
    await store.close();
    rmSync(join(folder, 'registry.sqlite'));
    mkdirSync(join(folder, 'registry.sqlite'));

    const second = await startReplica();
    expect(members(await second.ask(lines))).toEqual(stateOfAlpha('ANSWERED', 2));
    expect(await send(second, { action: 'pause' }, key)).toMatchObject({
      status: 503,
      json: { errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] },
    });
  });
});

describe('what an operator sees', () => {
  it('of the members, those that wait and those that were revoked included', async () => {
    const hub = await startReplica();
    const member = await startMember();
    await letIn(hub, `${member.url}/budgets/graphql`);
    const beta = readMemberId('beta');
    const other = await startMember(beta);
    const wish = registration(`${other.url}/budgets/graphql`, beta);
    expect((await post(hub, await sign(wish, createSigningKey(), beta))).status).toBe(200);
    await untilMembers(hub, stateOfAlpha('ANSWERED', 2));
    const report = await (await fetch(`${hub.url}/members`)).json();
    expect(report).toMatchObject({
      members: [
        {
          member: 'alpha',
          domain: 'budgets',
          source: 'REGISTERED',
          state: 'ACTIVE',
          breaker: 'CLOSED',
          inFlight: 0,
        },
      ],
      registry: {
        isStale: false,
        members: [
          { member: 'alpha', state: 'ACTIVE' },
          { member: 'beta', state: 'PENDING' },
        ],
      },
    });
    expect(await (await fetch(`${hub.url}/ready`)).json()).toMatchObject({
      status: 'ready',
      registry: 'fresh',
    });
    const metrics = await (await fetch(`${hub.url}/metrics`)).text();
    expect(metrics).toContain('accord_member_state{member="alpha",state="ACTIVE",breaker="CLOSED"} 1');
    expect(metrics).toMatch(/accord_registry_age_seconds 0\.\d+/);
  });
});

async function untilDirectory(hub: TestHub, count: number): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const { data } = await hub.ask('{ members { id } }');
    const listed = typeof data === 'object' && data !== null && 'members' in data ? data.members : [];
    if (Array.isArray(listed) && listed.length === count) {
      return;
    }
    expect(performance.now() - startedAt).toBeLessThan(withinMs);
    await sleep(20);
  }
}
