import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { LinkStore } from '../../../gateway/directory/links/link-store.js';
import { killedPublication } from '../../fixtures/killed-publication.js';
import { computedLink, keyedSubject } from '../../fixtures/link-subjects.js';
import { pendingIds, publish, settleAll } from './store-under-test.js';

/** Publishes and links, has a process killed in the middle of the next publication, and expects nothing of that. */
export async function expectNothingOfKilled(store: LinkStore, place: readonly string[]): Promise<void> {
  const put = ['0', '1', 'gone'].map((local) => keyedSubject(local, 'old'));
  await publish(store, 'alpha', { put });
  const links = [computedLink('alpha:0', 'alpha:1'), computedLink('alpha:0', 'alpha:gone', 0.8)];
  await settleAll(store, links);
  const before = await store.walk(null, 10);
  const expectAsBefore = async () => {
    expect(await store.walk(null, 10)).toEqual(before);
    expect(await store.countSubjects()).toBe(3);
    expect(await store.lastSequence('alpha')).toBe(1);
    expect(await store.receipt('alpha', 2)).toBeUndefined();
    expect(await store.linksOf(['alpha:0'])).toEqual(links);
    expect(await store.idsByKeys(['b:new', 'b:old'], 10)).toEqual(
      new Map([
        ['b:new', []],
        ['b:old', ['alpha:0', 'alpha:1', 'alpha:gone']],
      ]),
    );
    expect(await pendingIds(store)).toEqual([]);
  };
  const script = fileURLToPath(new URL('../../fixtures/publish-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expectAsBefore();
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  await expectAsBefore();
  expect(await store.apply(killedPublication)).toEqual({ outcome: 'applied', last: 2 });
  expect(await store.countSubjects()).toBe(602);
  expect((await store.idsByKeys(['b:new', 'b:old'], 1_000)).get('b:new')).toHaveLength(602);
  expect(await store.linksOf(['alpha:0'])).toEqual(links.slice(0, 1));
  expect((await store.subjects(['alpha:0']))[0]?.entityId).toBe(before.subjects[0]?.entityId);
}
