import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { followPending } from '../../../../../gateway/directory/links/follow-pending.js';
import { currentStatistics } from '../../../../../gateway/directory/links/link-run.js';
import type { LinkStore } from '../../../../../gateway/directory/links/link-store.js';
import { createSqliteLinkStore } from '../../../../../gateway/directory/links/sqlite-link-store.js';
import { AccordError } from '../../../../../shared/errors/accord-error.js';
import type { LinkSubject } from '../../../../../shared/linking/link-subject.js';
import { subjectKeys } from '../../../../../shared/linking/subject-keys.js';
import { linkSubject } from '../../../../fixtures/link-subjects.js';
import { createMemoryLinkStore } from '../../../../fixtures/memory-link-store.js';
import { startTestHub } from '../../../../fixtures/test-hub.js';

const now = () => new Date('2026-06-30T06:00:00.000Z');
const keysOf = (_: string, subject: LinkSubject) => subjectKeys(subject);
const silent = pino({ level: 'silent' });
const root = mkdtempSync(join(tmpdir(), 'accord-follow-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function publish(store: LinkStore, member: string, put: readonly LinkSubject[]): Promise<void> {
  const sequence = (await store.lastSequence(member)) + 1;
  const signed = { kid: 'k', digest: 'd', at: now().toISOString() };
  await store.apply({ member, sequence, put, withdraw: [], ...signed });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await wait(20);
  }
}

const ada = (local: string) =>
  linkSubject(local, { names: [{ full: 'Adela Montrose' }], birthDate: '1970-02-03', countries: ['PT'] });

test('what is published is linked soon after, until it is stopped', async () => {
  const store = createMemoryLinkStore({ keysOf, now });
  const stop = followPending({ store, holder: 'a', now, logger: silent, everyMs: 5 });
  await publish(store, 'alpha', [ada('1')]);
  await publish(store, 'beta', [ada('1')]);
  await until(async () => (await store.linksOf(['alpha:1'])).length === 1);
  await stop();
  await publish(store, 'beta', [ada('2')]);
  await wait(50);
  expect(await store.pending(10)).toHaveLength(1);
});

test('a store that fails is tried again', async () => {
  const store = createMemoryLinkStore({ keysOf, now });
  await publish(store, 'alpha', [ada('1'), ada('2')]);
  let faults = 3;
  const pending = store.pending.bind(store);
  Object.assign(store, {
    pending: async (limit: number) => {
      faults -= 1;
      if (faults >= 0) {
        throw new AccordError('STORE_UNAVAILABLE', 'The store cannot be reached.');
      }
      return await pending(limit);
    },
  });
  const stop = followPending({ store, holder: 'a', now, logger: silent, everyMs: 5, retryMs: 5 });
  await until(async () => (await store.linksOf(['alpha:1'])).length === 1);
  await stop();
});

test('names are counted anew once as many came as were counted', async () => {
  const store = createMemoryLinkStore({ keysOf, now });
  await publish(store, 'alpha', [ada('1')]);
  const stop = followPending({ store, holder: 'a', now, logger: silent, everyMs: 5 });
  const counted = async () => (await currentStatistics(store))?.subjects('PERSON');
  await until(async () => (await counted()) === 1);
  const many = Array.from({ length: 1_001 }, (_, i) => linkSubject(`n${i}`, { birthDate: '1970' }));
  await publish(store, 'alpha', many);
  await until(async () => (await store.pending(1)).length === 0);
  expect(await counted()).toBe(1);
  await publish(store, 'alpha', [ada('2')]);
  await until(async () => (await counted()) === 1_003);
  await stop();
});

test('a hub links what is in its store within a second, and lets go of it when it stops', async () => {
  const data = join(root, 'hub');
  const hub = await startTestHub({ id: 'hub', members: [] }, { data });
  const store = createSqliteLinkStore({ folder: data, keysOf, now });
  await publish(store, 'alpha', [ada('1')]);
  await publish(store, 'beta', [ada('1')]);
  const startedAt = performance.now();
  await until(async () => (await store.linksOf(['beta:1'])).length === 1);
  const tookMs = performance.now() - startedAt;
  await hub.stop();
  expect(await store.claimRun('another', 1_000)).toBe(true);
  await store.close();
  expect(tookMs).toBeLessThan(1_000);
});
