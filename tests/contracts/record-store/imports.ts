import { describe, expect, test } from 'vitest';
import { everything } from '../../../shared/store/filter.js';
import type { StoreAdapter } from './store-adapter.js';
import { by, createClock, createOpener, importAll, localsOf, walk } from './store-under-test.js';
import { aPerson, aThing } from './thing.js';

export function describeImports(adapter: StoreAdapter): void {
  describe('import runs', () => {
    const open = createOpener(adapter);

    test('say what became of each record', async () => {
      const store = await open();
      await importAll(store, [aThing('a', { year: 1 }), aThing('b', { year: 1 })]);
      await store.forget('Thing', 'gone', 'asked for');
      const run = await store.beginImport({ label: 'suite' });
      const outcomes = await run.put([
        aThing('a', { year: 1 }),
        aThing('b', { year: 2 }),
        aThing('c', { year: 3 }),
        aThing('c', { year: 3 }),
        aThing('gone'),
      ]);
      const more = await run.put([
        aThing('c', { year: 4 }),
        aThing('b', { year: 2 }),
        aThing('b', { year: 1 }),
        aThing('a', { year: 1 }),
        aThing('a', { year: 9 }),
        aPerson('a'),
      ]);
      await run.commit();
      expect(outcomes).toEqual(['unchanged', 'updated', 'inserted', 'repeated', 'forgotten']);
      expect(more).toEqual(['conflict', 'repeated', 'conflict', 'repeated', 'conflict', 'inserted']);
      const found = await store.getByIds('Thing', ['a', 'b', 'c', 'gone']);
      expect(found.map((record) => record?.body['year'])).toEqual([1, 2, 3, undefined]);
      expect(found[3]).toBeUndefined();
      expect(await store.count('Thing', everything, 10)).toEqual({ value: 3, relation: 'EXACT' });
    });

    test('leave every record unchanged when only the time of retrieval differs', async () => {
      const clock = createClock();
      const store = await open({ now: clock.now });
      const at = (retrievedAt: string) =>
        aThing('a', {
          provenance: { dataset: 'x', retrievedAt },
          nested: { provenance: { retrievedAt: 'kept' } },
        });
      await importAll(store, [at('2026-01-01T00:00:00.000Z')]);
      const before = await store.getByIds('Thing', ['a']);
      clock.tick();
      expect(await importAll(store, [at('2026-02-02T00:00:00.000Z')])).toEqual(['unchanged']);
      expect(await store.getByIds('Thing', ['a'])).toEqual(before);
      const other = aThing('a', {
        provenance: { dataset: 'x', retrievedAt: '2026-01-01T00:00:00.000Z' },
        nested: { provenance: { retrievedAt: 'other' } },
      });
      expect(await importAll(store, [other])).toEqual(['updated']);
    });

    test('keep when a record came and say when it changed', async () => {
      const clock = createClock();
      const store = await open({ now: clock.now });
      const first = clock.now().toISOString();
      await importAll(store, [aThing('a', { year: 1 }), aThing('b')]);
      const second = clock.tick();
      await importAll(store, [aThing('a', { year: 2 }), aThing('b')]);
      const [a, b] = await store.getByIds('Thing', ['a', 'b']);
      expect(a).toMatchObject({ createdAt: first, modifiedAt: second });
      expect(b).toMatchObject({ createdAt: first, modifiedAt: first });
    });

    test('find a record by what it says now, not by what it said', async () => {
      const store = await open();
      await importAll(store, [aThing('a', { year: 1, code: 'x', tags: ['red'], amount: '1' })]);
      await importAll(store, [aThing('a', { year: 2, tags: ['blue'] })]);
      expect(await localsOf(store, { op: 'eq', key: 'year', value: 1 })).toEqual([]);
      expect(await localsOf(store, { op: 'eq', key: 'tags', value: 'red' })).toEqual([]);
      expect(await localsOf(store, { op: 'isNull', key: 'code', value: true })).toEqual(['a']);
      expect(await localsOf(store, { op: 'isNull', key: 'amount', value: true })).toEqual(['a']);
      expect(await walk(store, [by('year')])).toHaveLength(1);
    });

    test('show nothing before they are committed, then all', async () => {
      const store = await open();
      await importAll(store, [aThing('a', { year: 1 })]);
      const run = await store.beginImport({ label: 'suite' });
      await run.put([aThing('a', { year: 2 }), aThing('b', { year: 2 })]);
      const years = async () => (await walk(store, [by('year')])).map(({ position }) => position.k[0]);
      expect(await years()).toEqual([1]);
      expect((await store.status()).records['Thing']).toBe(1);
      await run.commit();
      expect(await years()).toEqual([2, 2]);
    });

    test('leave the store as it was when they are given up', async () => {
      const clock = createClock();
      const store = await open({ now: clock.now });
      await importAll(store, [aThing('a', { year: 1, tags: ['red'] })]);
      const before = { status: await store.status(), rows: await walk(store, [by('year')]) };
      clock.tick();
      const run = await store.beginImport({ label: 'suite' });
      expect(await run.put([aThing('a', { year: 2 }), aThing('b')])).toEqual(['updated', 'inserted']);
      await run.abort();
      expect({ status: await store.status(), rows: await walk(store, [by('year')]) }).toEqual(before);
      expect(await importAll(store, [aThing('a', { year: 1, tags: ['red'] }), aThing('b')])).toEqual([
        'unchanged',
        'inserted',
      ]);
      expect(await localsOf(store, { op: 'eq', key: 'tags', value: 'red' })).toEqual(['a']);
    });

    test('change nothing when they brought nothing new', async () => {
      const clock = createClock();
      const store = await open({ now: clock.now });
      await importAll(store, [aThing('a'), aPerson('p')]);
      const before = await store.status();
      clock.tick();
      expect(await importAll(store, [aThing('a'), aPerson('p')])).toEqual(['unchanged', 'unchanged']);
      expect(await importAll(store, [])).toEqual([]);
      expect(await store.status()).toEqual(before);
    });

    const unstorable: readonly (readonly [string, string])[] = [
      ['half a surrogate pair', 'a\ud800b'],
      ['U+0000', 'a\u0000b'],
    ];

    test.each(unstorable)('refuse a record with %s anywhere and keep nothing of the run', async (_, text) => {
      const store = await open();
      await importAll(store, [aThing('a')]);
      const bodies = [{ title: text }, { nested: [{ list: [text] }] }, { tags: [text] }, { [text]: 1 }];
      for (const body of bodies) {
        const run = await store.beginImport({ label: 'suite' });
        await run.put([aThing('good')]);
        await expect(run.put([aThing('b'), aThing('bad', body)])).rejects.toMatchObject({
          name: 'AccordError',
          code: 'BAD_RECORD',
        });
        await run.abort();
      }
      expect(await localsOf(store, everything)).toEqual(['a']);
    });

    test('take thousands of records in several parts', async () => {
      const store = await open();
      const run = await store.beginImport({ label: 'suite' });
      const part = (from: number) => Array.from({ length: 700 }, (_, i) => aThing(`r${from + i}`));
      await run.put(part(0));
      await run.put(part(700));
      expect(new Set(await run.put(part(300)))).toEqual(new Set(['repeated']));
      await run.commit();
      expect((await store.status()).records['Thing']).toBe(1_400);
    });
  });
}
