import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { MemberConfig } from '../../../../shared/kit/member-config.js';
import { fixedPolicy } from '../../../../shared/kit/policy-source.js';
import { runMember } from '../../../../shared/kit/run-member.js';
import { createLogger } from '../../../../shared/log/logger.js';
import type { RecordStore } from '../../../../shared/store/record-store.js';
import { domainModules } from '../../../../subgraphs/wire.js';
import { fakePolicy } from '../../../fixtures/fake-policy.js';
import { createMemoryReplayGuard } from '../../../fixtures/memory-replay-guard.js';
import { memoryStore } from '../../../fixtures/start-test-member.js';
import { testHubTrust } from '../../../fixtures/test-hub-keys.js';

const config = MemberConfig.parse({
  id: 'harbour-watch',
  name: 'Harbour Watch',
  country: 'GB',
  licence: 'CC0-1.0',
  domains: ['budgets'],
  hub: testHubTrust(),
  listen: { port: 0 },
});

const folder = mkdtempSync(join(tmpdir(), 'accord-run-member-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a member until it says that it is ready. */
async function untilReady(
  openStore: () => Promise<RecordStore>,
  env: NodeJS.ProcessEnv = {},
): Promise<string[]> {
  const stop = new AbortController();
  const log: string[] = [];
  const printed: string[] = [];
  await runMember({
    config,
    configFolder: '.',
    openPolicies: () => fixedPolicy(fakePolicy()),
    modules: domainModules(config.domains),
    openStore,
    openReplayGuard: async () => createMemoryReplayGuard(() => new Date(0)),
    env,
    version: '0.0.0-test',
    logger: createLogger({ name: 'test', level: 'warn' }, { write: (line) => void log.push(line) }),
    now: () => new Date(0),
    createId: () => 'test-request',
    folder,
    signal: stop.signal,
    print: (line) => {
      printed.push(line);
      stop.abort();
    },
  });
  expect(printed).toEqual([expect.stringMatching(/^ready http:\/\/127\.0\.0\.1:\d+$/)]);
  return log;
}

const refuse = (error: Error) => () => Promise.reject(error);

test('a member closes its store when it stops', async () => {
  const store = memoryStore();
  let closed = 0;
  store.close = async () => {
    closed++;
  };
  expect(await untilReady(async () => store)).toEqual([]);
  expect(closed).toBe(1);
});

test('a member starts without its store, and says so in the log', async () => {
  const away = new AccordError('STORE_UNAVAILABLE', 'Expected the store to be reachable, it is not.');
  expect((await untilReady(refuse(away))).join('')).toContain(away.message);
});

describe('a member does not start', () => {
  test('with a store of another version', async () => {
    const other = new AccordError('STORE_VERSION', 'Expected a store of version 1, got 2.');
    await expect(untilReady(refuse(other))).rejects.toBe(other);
  });

  test('where Apollo would be reported to', async () => {
    await expect(untilReady(async () => memoryStore(), { APOLLO_KEY: 'service:x:y' })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: 'Expected APOLLO_KEY to be unset: a member reports to nobody, it is set.',
    });
  });
});
