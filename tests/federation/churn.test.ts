import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryEntry } from '../../gateway/plan/registry/registry-entry.js';
import type { RegistryStore } from '../../gateway/plan/registry/registry-store.js';
import { createSqliteRegistryStore } from '../../gateway/plan/registry/sqlite-registry-store.js';
import { readMemberId } from '../../shared/domain/ids.js';
import { openGate } from '../../shared/kit/caller-gate.js';
import type { ChurnOrder, ChurnReport } from '../fixtures/churn-hub.js';
import { extensionAnswer } from '../fixtures/extension-server.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { everyThird } from '../fixtures/faulty-coalition.js';
import { fillStore } from '../fixtures/invented-records.js';
import { registryEntry } from '../fixtures/registry-entries.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';
import { testNow } from '../fixtures/test-hub-keys.js';

/** `npm run churn` and CI churn for 30 seconds. */
const seconds = Number(process.env['ACCORD_CHURN_SECONDS'] ?? 6);
const requestsPerSecond = 50;
/** A machine too busy for the rate gets fewer, rather than a queue that never ends. */
const mostUnderWay = 100;
const domain = 'asset-declarations';

const steady = ['alpha', 'gamma'];
const restless = ['joiner', 'leaver', 'pauser'];

let folder: string;
let hub: ChildProcess;
let url: string;
let registry: RegistryStore;
let members: TestMember[];
let extension: FakeMember;

const schemaOf = (fields: number) => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { pauser_notes: [Pauser_Note!] }
  type Pauser_Note { id: ID! ${Array.from({ length: fields }, (_, i) => `text_${i}: String`).join(' ')} }
`;

function tell(order: ChurnOrder): Promise<ChurnReport> {
  return new Promise((resolve, reject) => {
    hub.once('message', (report: ChurnReport) => resolve(report));
    hub.once('exit', (code) => reject(new Error(`The hub ended with ${code}.`)));
    hub.send(order);
  });
}

async function startMember(id: string, records: Parameters<typeof fillStore>[1]): Promise<string> {
  const store = memoryStore(readMemberId(id));
  await fillStore(store, records);
  const member = await startTestMember({ store, domains: [domain], gate: openGate });
  members.push(member);
  return `${member.url}/${domain}/graphql`;
}

/** Writes an entry as another replica of the hub would. */
async function change(id: string, how: (entry: RegistryEntry) => Partial<RegistryEntry>): Promise<void> {
  const entry = await registry.find(readMemberId(id));
  if (entry === undefined) {
    throw new Error(`Expected the member ${id} in the registry.`);
  }
  const stored = await registry.put({ ...entry, ...how(entry), version: entry.version + 1 });
  expect(stored).toBe(true);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-churn-'));
  members = [];
  registry = createSqliteRegistryStore({ folder, now: testNow });
  extension = await startFakeMember(
    extensionAnswer(schemaOf(200), { Query: { pauser_notes: () => [{ id: 'pauser:1', text_0: 'x' }] } }),
  );
  const providers = (at: string) => [{ domain, url: at }];
  const configured = [];
  for (const [i, id] of steady.entries()) {
    const entry = { id, name: id, country: 'GB', licence: 'CC0-1.0' };
    configured.push({ ...entry, providers: providers(await startMember(id, everyThird(i))) });
  }
  for (const id of restless) {
    const entry = registryEntry(id);
    const at = await startMember(id, everyThird(2));
    const described = providers(at).map(
      (provider) =>
        ({
          ...provider,
          domain,
          contractVersion: '1.0.0',
          coverage: {},
        }) as const,
    );
    await registry.put({ ...entry, description: { ...entry.description, providers: described } });
  }
  hub = fork(new URL('../fixtures/churn-hub.ts', import.meta.url), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  const started = await tell({
    do: 'start',
    file: {
      data: folder,
      members: configured,
      registry: { url: 'http://127.0.0.1:1', pollMs: 50 },
      allowAddresses: ['127.0.0.0/8'],
      breaker: { failures: 1000 },
      // All members are of this one process, which may be late on a busy machine without anybody being at fault.
      deadlines: { memberMs: 20_000, requestMs: 30_000 },
    },
  });
  url = 'url' in started ? started.url : '';
});
afterAll(async () => {
  if (hub.connected) {
    const ended = new Promise((resolve) => hub.once('exit', resolve));
    hub.send({ do: 'stop' } satisfies ChurnOrder);
    await ended;
  }
  await registry.close();
  await Promise.all(members.map((member) => member.stop()));
  await extension.close();
  rmSync(folder, { recursive: true, force: true });
});

const questions = [
  '{ declarations(first: 20, orderBy: [{ field: YEAR }]) { edges { node { id member { id name } } } pageInfo { complete } totalCount { value } } }',
  '{ declarationTotals(filter: {}, groupBy: [YEAR, CURRENCY]) { key { code } count { value } sum } }',
  '{ declaration(id: "alpha:d-0") { id title declarant { person { name } } } }',
  '{ members { id state } a: declarations(first: 3) { edges { node { id } } } }',
];

/** States of members in all answers so far, and the revisions that gave them. */
const seen = new Set<string>();
const revisions = new Set<string>();

/** One request; what is wrong with its answer, or nothing. */
async function faultOf(at: number): Promise<string | undefined> {
  const query = questions[at % questions.length] ?? '';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const answer: {
    data?: Record<string, unknown> | null;
    errors?: { extensions: { code: string; member?: string } }[];
    extensions?: { members: { member: string; state: string; rows: number }[] };
  } = JSON.parse(text);
  const strange = (answer.errors ?? []).filter(
    ({ extensions: { code, member } }) => code !== 'MEMBER_UNAVAILABLE' || !restless.includes(member ?? ''),
  );
  const states = answer.extensions?.members ?? [];
  for (const { member, state } of states) {
    seen.add(`${member} ${state}`);
  }
  const lost = states.filter(({ member, state }) => steady.includes(member) && state !== 'ANSWERED');
  const empty = Object.values(answer.data ?? { none: null }).some((value) => value === null);
  return response.status !== 200 || strange.length > 0 || lost.length > 0 || empty ? text : undefined;
}

/** Asks at a steady rate until the time is over; the answers that were wrong. */
async function load(forMs: number): Promise<{ readonly asked: number; readonly faults: readonly string[] }> {
  const asked: Promise<string | undefined>[] = [];
  let underWay = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < forMs) {
    // By the clock, not one after the other: a slow answer does not thin the load out.
    const due = ((performance.now() - startedAt) / 1000) * requestsPerSecond;
    while (asked.length < due && underWay < mostUnderWay) {
      underWay += 1;
      asked.push(
        faultOf(asked.length).finally(() => {
          underWay -= 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const faults = await Promise.all(asked);
  return { asked: faults.length, faults: faults.filter((fault) => fault !== undefined) };
}

const now = () => testNow().toISOString();
let fields = 1;

/** Members join, leave, pause and change their schema, four things a second, until the time is over. */
async function churn(forMs: number): Promise<number> {
  const startedAt = performance.now();
  let turn = 0;
  for (; performance.now() - startedAt < forMs; turn += 1) {
    const on = turn % 2 === 0;
    await change('joiner', () => ({ standing: on ? 'REVOKED' : 'APPROVED', since: now() }));
    await change('leaver', () => ({ standing: on ? 'APPROVED' : 'REVOKED', since: now() }));
    await change('pauser', () => ({ pausedBy: on ? ['OPERATOR'] : [], since: now() }));
    await change('pauser', () => ({ extension: { url: extension.url, sdl: schemaOf(fields) } }));
    fields += 1;
    await new Promise((resolve) => setTimeout(resolve, 900));
    revisions.add(JSON.parse(await (await fetch(`${url}/ready`)).text()).revision);
  }
  return turn;
}

/** All members in and the schema without the extension's growth being under way. */
async function settle(): Promise<void> {
  for (const id of restless) {
    await change(id, () => ({ standing: 'APPROVED', pausedBy: [] }));
  }
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await load(1000);
}

describe('a hub whose members join, leave, pause and change their schema under load', () => {
  it('fails no request for another member’s reason, and keeps nothing of the graphs before', async () => {
    await load(2000);
    await churn(2000);
    await settle();
    const before = await tell({ do: 'measure' });
    const [{ asked, faults }, turns] = await Promise.all([load(seconds * 1000), churn(seconds * 1000)]);
    await settle();
    const after = await tell({ do: 'measure' });
    process.stdout.write(
      `churn: ${asked} requests, ${turns} turns in ${seconds} s, ${JSON.stringify({ revisions: revisions.size, before, after })}\n`,
    );
    expect(faults).toEqual([]);
    expect(revisions.size).toBeGreaterThanOrEqual(2);
    expect([...seen]).toEqual(
      expect.arrayContaining(['joiner ANSWERED', 'leaver ANSWERED', 'pauser ANSWERED', 'pauser PAUSED']),
    );
    // All of them where the machine has time; a sixth is enough to have met every turn.
    expect(asked).toBeGreaterThanOrEqual((seconds * requestsPerSecond) / 6);
    expect(after).toMatchObject({ servers: 1, gateways: 1 });
    const weigh = (report: ChurnReport) => ('heapBytes' in report ? report.heapBytes : 0);
    expect(weigh(after)).toBeLessThan(weigh(before) * 1.1);
  }, 180_000);
});
