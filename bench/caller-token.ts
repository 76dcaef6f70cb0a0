import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { createCallerTokens } from '../gateway/identity/caller-tokens.js';
import { createHubKeyRing } from '../gateway/identity/hub-key-ring.js';
import { readMemberId } from '../shared/domain/ids.js';
import { anonymousCaller } from '../shared/identity/caller.js';
import { createHubKeys } from '../shared/identity/hub-keys.js';
import { type CallerGate, openGate } from '../shared/kit/caller-gate.js';
import { createMemberServer } from '../shared/kit/create-member-server.js';
import { createMemberMetrics } from '../shared/kit/member-metrics.js';
import { openCallerGate } from '../shared/kit/open-caller-gate.js';
import { openPolicy } from '../shared/kit/open-policy.js';
import { fixedPolicy } from '../shared/kit/policy-source.js';
import { createLogger } from '../shared/log/logger.js';
import { openSqliteReplayGuard } from '../shared/store/sqlite/open-sqlite-replay-guard.js';
import { openSqliteStore } from '../shared/store/sqlite/open-sqlite-store.js';
import { domainModules, recordTypesOf } from '../subgraphs/wire.js';

const rounds = 1500;
const warmUp = 300;
/** What a token may add to a question that finds nothing, as a share of its bare time. */
const mostAdded = 1;
const member = readMemberId('bench-member');
const body = JSON.stringify({ query: '{ budgetLines(first: 20) { edges { node { id title } } } }' });
const now = () => new Date();
const logger = createLogger({ name: 'bench', level: 'silent' });

/**
 * Asks a member for a page of nothing over HTTP, in turn without a token and with a new one, and measures apart what
 * the hub takes to sign and the member to use a token up. Gives whether a token adds at most `mostAdded`.
 */
export async function benchCallerToken(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-token-'));
  const agent = new Agent();
  const keys = createHubKeys(now());
  const ring = createHubKeyRing(() => keys, now);
  const headersFor = createCallerTokens({ issuer: 'hub', keys: ring, now })(anonymousCaller);
  const guard = openSqliteReplayGuard({ folder, now });
  const gate = openCallerGate({
    config: {
      id: member,
      hub: { issuer: 'hub', keys: [...ring.published()] },
      listen: { host: '::1', port: 0 },
    },
    spent: { current: async () => guard, close: () => guard.close() },
    metrics: createMemberMetrics(),
    logger,
    now,
  });
  const open = await startMember(folder, openGate);
  const closed = await startMember(folder, gate);
  const provider = { member, domain: 'budgets', url: closed.url } as const;
  const rows = { bare: times(), 'with a token': times(), 'of it signed': times(), 'of it used up': times() };
  try {
    for (let i = 0; i < rounds + warmUp; i++) {
      const kept = i < warmUp ? undefined : rows;
      await timed(kept?.bare, () => ask(agent, open.url, {}));
      await timed(kept?.['with a token'], async () => {
        const headers = await timed(kept?.['of it signed'], () => headersFor(provider, body));
        await ask(agent, closed.url, headers);
      });
      await timed(kept?.['of it used up'], () =>
        guard.spend(`bench-token-${i}`, new Date(Date.now() + 60_000)),
      );
    }
  } finally {
    await Promise.all([open.stop(), closed.stop()]);
    await guard.close();
    await agent.close();
    await rm(folder, { recursive: true, force: true });
  }
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, all]) => [name, { 'p50 ms': at(all, 0.5), 'p95 ms': at(all, 0.95) }]),
    ),
  );
  const added = Number(at(rows['with a token'], 0.5)) / Number(at(rows.bare, 0.5)) - 1;
  console.log(`a token adds ${added.toFixed(2)} times the bare time at p50 (at most ${mostAdded})`);
  return added <= mostAdded;
}

async function startMember(
  folder: string,
  gate: CallerGate,
): Promise<{ url: string; stop(): Promise<void> }> {
  const store = openSqliteStore({ folder, member, types: recordTypesOf(['budgets']), now, logger });
  const server = await createMemberServer({
    member,
    version: 'bench',
    modules: domainModules(['budgets']),
    store: { current: async () => store, close: () => store.close() },
    gate,
    policies: fixedPolicy(openPolicy(member)),
    metrics: createMemberMetrics(),
    logger,
    now,
    createId: () => 'bench-request',
  });
  const url = await server.listen('127.0.0.1', 0);
  return {
    url: `${url}/budgets/graphql`,
    async stop() {
      await server.drain(1000);
      await store.close();
    },
  };
}

async function ask(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const answer = await request(url, {
    dispatcher: agent,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) {
    throw new Error(`expected an answer, got ${text}`);
  }
}

function times(): number[] {
  return [];
}

async function timed<T>(all: number[] | undefined, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  all?.push(performance.now() - start);
  return result;
}

function at(all: readonly number[], share: number): string {
  const sorted = [...all].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(3);
}
