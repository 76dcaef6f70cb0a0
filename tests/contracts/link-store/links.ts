import { describe, expect, it } from 'vitest';
import { computedLink, keyedSubject, linkSubject } from '../../fixtures/link-subjects.js';
import { pendingIds, publish, settleAll, type TakeStore } from './store-under-test.js';

export function describeLinks(take: TakeStore): void {
  const withSubjects = async () => {
    const store = await take();
    await publish(store, 'alpha', { put: ['1', '2', '3'].map((local) => linkSubject(local)) });
    await publish(store, 'beta', { put: ['1', '2', 'ø'].map((local) => linkSubject(local)) });
    return store;
  };
  const ab = computedLink('alpha:1', 'beta:1');
  const aø = computedLink('alpha:1', 'beta:ø', 0.7123456789012345);
  const ac = computedLink('alpha:2', 'beta:2', 0.8);

  describe('links', () => {
    it('are given back as they were found, from either side, by pair', async () => {
      const store = await withSubjects();
      await settleAll(store, [ac, aø, ab]);
      expect(await store.linksOf(['alpha:1'])).toEqual([ab, aø]);
      expect(await store.linksOf(['beta:ø', 'alpha:1', 'beta:2', 'beta:2'])).toEqual([ab, aø, ac]);
      expect(await store.linksOf(['alpha:3', 'alpha:none'])).toEqual([]);
      expect(await store.linksOf([])).toEqual([]);
    });

    it('of a subject linked again take the place of all it had', async () => {
      const store = await withSubjects();
      await settleAll(store, [ab, aø, ac]);
      await publish(store, 'alpha', { put: [keyedSubject('1', 'changed')] });
      expect(await store.linksOf(['alpha:1'])).toEqual([ab, aø]);
      const better = computedLink('alpha:1', 'beta:1', 0.95);
      const other = computedLink('alpha:1', 'alpha:3', 0.75);
      await settleAll(store, [better, other]);
      expect(await store.linksOf(['alpha:1', 'alpha:2', 'beta:ø'])).toEqual([other, better, ac]);
      await publish(store, 'beta', { put: [keyedSubject('1', 'changed')] });
      await settleAll(store, []);
      expect(await store.linksOf(['alpha:1'])).toEqual([other]);
      expect(await pendingIds(store)).toEqual([]);
    });

    it('of a subject that changed meanwhile are left as they are, and it stays pending', async () => {
      const store = await withSubjects();
      await settleAll(store, [ab]);
      await publish(store, 'alpha', { put: [keyedSubject('1', 'a'), keyedSubject('2', 'a')] });
      const pending = await store.pending(10);
      await publish(store, 'alpha', { put: [keyedSubject('1', 'b')] });
      await store.settle(pending, [aø, ac, computedLink('alpha:1', 'alpha:2')]);
      expect(await pendingIds(store)).toEqual(['alpha:1']);
      expect(await store.linksOf(['alpha:1', 'alpha:2'])).toEqual([ab, ac]);
    });

    it('of a subject withdrawn meanwhile are left out', async () => {
      const store = await withSubjects();
      const pending = await store.pending(10);
      await publish(store, 'beta', { withdraw: ['1'] });
      await store.settle(pending, [ab, aø, ac]);
      expect(await pendingIds(store)).toEqual([]);
      expect(await store.linksOf(['alpha:1', 'alpha:2', 'beta:1'])).toEqual([aø, ac]);
    });

    it('are gone with a subject, at once, and do not come back with it', async () => {
      const store = await withSubjects();
      await settleAll(store, [ab, aø, ac]);
      await publish(store, 'beta', { withdraw: ['1'] });
      expect(await store.linksOf(['alpha:1', 'beta:1'])).toEqual([aø]);
      await publish(store, 'beta', { put: [linkSubject('1')] });
      expect(await store.linksOf(['alpha:1', 'beta:1'])).toEqual([aø]);
      await store.clear('beta');
      expect(await store.linksOf(['alpha:1', 'alpha:2'])).toEqual([]);
    });

    it('that none of the subjects done has a part in are not put', async () => {
      const store = await withSubjects();
      const pending = await store.pending(10);
      await store.settle(
        pending.filter(({ id }) => id === 'alpha:2'),
        [ab, ac],
      );
      expect(await store.linksOf(['alpha:1', 'alpha:2'])).toEqual([ac]);
      expect(await pendingIds(store)).not.toContain('alpha:2');
    });

    it('are all found anew when all subjects are marked', async () => {
      const store = await withSubjects();
      const before = await store.pending(10);
      await settleAll(store, [ab, ac]);
      await publish(store, 'alpha', { withdraw: ['3'] });
      await store.markAllPending();
      expect((await pendingIds(store)).toSorted()).toEqual([
        'alpha:1',
        'alpha:2',
        'beta:1',
        'beta:2',
        'beta:ø',
      ]);
      expect(await store.linksOf(['alpha:1'])).toEqual([ab]);
      await store.settle(before, []);
      expect(await pendingIds(store)).toHaveLength(5);
      await settleAll(store, [ac]);
      expect(await store.linksOf(['alpha:1', 'alpha:2'])).toEqual([ac]);
    });

    it('are pending among those asked for, in their order', async () => {
      const store = await withSubjects();
      const ids = ['beta:1', 'gamma:none', 'alpha:2', 'alpha:1'];
      const pending = new Map((await store.pending(10)).map(({ id, change }) => [id, change]));
      const among = ['beta:1', 'alpha:2', 'alpha:1'].map((id) => ({ id, change: pending.get(id) }));
      expect(await store.pendingAmong(ids)).toEqual(among);
      await store.settle(await store.pendingAmong(['alpha:2']), []);
      expect((await store.pendingAmong(ids)).map(({ id }) => id)).toEqual(['beta:1', 'alpha:1']);
      await publish(store, 'alpha', { withdraw: ['1'] });
      expect((await store.pendingAmong(ids)).map(({ id }) => id)).toEqual(['beta:1']);
      await store.markAllPending();
      expect((await store.pendingAmong(ids)).map(({ id }) => id)).toEqual(['beta:1', 'alpha:2']);
      expect(await store.pendingAmong([])).toEqual([]);
    });

    it('are settled by the thousand', { timeout: 60_000 }, async () => {
      const store = await take();
      const put = Array.from({ length: 100 }, (_, i) => linkSubject(String(i).padStart(3, '0')));
      await publish(store, 'alpha', { put });
      const links = put.flatMap((one, i) =>
        put.slice(i + 1, i + 16).map((other) => computedLink(`alpha:${one.local}`, `alpha:${other.local}`)),
      );
      expect(links.length).toBeGreaterThan(1_000);
      await settleAll(store, links);
      expect(await store.linksOf(['alpha:050'])).toHaveLength(30);
      expect(await store.linksOf(put.map(({ local }) => `alpha:${local}`))).toHaveLength(links.length);
    });
  });
}
