import { describe, expect, it } from 'vitest';
import { keyedSubject, linkSubject } from '../../fixtures/link-subjects.js';
import { publish, type TakeStore } from './store-under-test.js';

export function describeFinding(take: TakeStore): void {
  describe('finding', () => {
    it('walks over all subjects in the order of their ids, page by page', async () => {
      const store = await take();
      // In code points, where JS strings would put the last before the one ahead of it.
      const locals = ['A', 'a', 'a-b', 'ab', 'é', '～', '🜁'];
      await publish(store, 'alpha', { put: locals.toReversed().map((local) => linkSubject(local)) });
      await publish(store, 'alpha-2', { put: [linkSubject('1')] });
      const ids = ['alpha-2:1', ...locals.map((local) => `alpha:${local}`)];
      for (const limit of [1, 3, 7, 8, 9]) {
        const seen: string[] = [];
        let next: string | null = null;
        do {
          const page = await store.walk(next, limit);
          expect(page.subjects.length).toBeLessThanOrEqual(limit);
          seen.push(...page.subjects.map(({ id }) => id));
          next = page.next;
        } while (next !== null);
        expect(seen).toEqual(ids);
      }
      expect((await store.walk('alpha:aa', 1)).subjects.map(({ id }) => id)).toEqual(['alpha:ab']);
    });

    it('finds for each key the ids that have it, some of them where there are too many', async () => {
      const store = await take();
      await publish(store, 'beta', { put: [keyedSubject('2', 'x', 'y', 'x'), keyedSubject('1', 'x')] });
      await publish(store, 'alpha', { put: [keyedSubject('9', 'x'), keyedSubject('8', 'y', 'ключ.$')] });
      expect(await store.idsByKeys(['b:x', 'b:ключ.$', 'b:none', 'b:y', 'b:x'], 3)).toEqual(
        new Map([
          ['b:x', ['alpha:9', 'beta:1', 'beta:2']],
          ['b:ключ.$', ['alpha:8']],
          ['b:none', []],
          ['b:y', ['alpha:8', 'beta:2']],
        ]),
      );
      const some = (await store.idsByKeys(['b:y', 'b:x'], 2)).get('b:x') ?? [];
      expect(some).toHaveLength(2);
      expect(['alpha:9', 'beta:1', 'beta:2']).toEqual(expect.arrayContaining([...some]));
      expect(await store.idsByKeys([], 3)).toEqual(new Map());
    });

    it('takes thousands of keys and ids at once', { timeout: 60_000 }, async () => {
      const store = await take();
      const count = 1_200;
      const put = Array.from({ length: count }, (_, i) => keyedSubject(`${i}`, `k${i}`, `half${i % 2}`));
      await publish(store, 'alpha', { put });
      const found = await store.idsByKeys(
        put.flatMap(({ topics }) => topics.map((topic) => `b:${topic}`)),
        10,
      );
      expect(found.size).toBe(count + 2);
      expect(found.get('b:k1199')).toEqual(['alpha:1199']);
      expect(found.get('b:half0')).toHaveLength(10);
      const all = await store.subjects(put.map(({ local }) => `alpha:${local}`));
      expect(all.every((one, i) => one?.id === `alpha:${i}`)).toBe(true);
      const byEntityId = await store.subjectsByEntityId(all.map((one) => one?.entityId ?? ''));
      expect(byEntityId.every((one, i) => one?.id === `alpha:${i}`)).toBe(true);
    });

    it('finds the ids that have all of several keys, page by page', async () => {
      const store = await take();
      await publish(store, 'alpha', {
        put: [
          keyedSubject('4', 'x', 'y', 'z'),
          keyedSubject('1', 'x', 'y'),
          keyedSubject('2', 'x'),
          keyedSubject('3', 'x', 'y'),
        ],
      });
      const all = (keys: readonly string[], after: string | null, limit = 10) =>
        store.idsWithAll(keys, { after, limit });
      expect(await all(['b:y', 'b:x', 'b:y'], null)).toEqual(['alpha:1', 'alpha:3', 'alpha:4']);
      expect(await all(['b:y', 'b:x'], null, 2)).toEqual(['alpha:1', 'alpha:3']);
      expect(await all(['b:y', 'b:x'], 'alpha:1')).toEqual(['alpha:3', 'alpha:4']);
      expect(await all(['b:y', 'b:x'], 'alpha:2', 1)).toEqual(['alpha:3']);
      expect(await all(['b:x', 'b:y', 'b:z'], null)).toEqual(['alpha:4']);
      expect(await all(['b:x', 'b:none'], null)).toEqual([]);
      expect(await all([], null)).toEqual([]);
    });
  });
}
