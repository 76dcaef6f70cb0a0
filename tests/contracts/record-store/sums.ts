import { describe, expect, test } from 'vitest';
import { readDecimal } from '../../../shared/domain/decimal.js';
import { everything } from '../../../shared/store/filter.js';
import type { GroupSum } from '../../../shared/store/record-store.js';
import type { StoreAdapter } from './store-adapter.js';
import { createOpener, importAll } from './store-under-test.js';
import { aThing } from './thing.js';

export function describeSums(adapter: StoreAdapter): void {
  describe('sums by group', () => {
    const open = createOpener(adapter);

    test('are exact, with negatives, nulls and the least fractions', async () => {
      const store = await open();
      await importAll(store, [
        aThing('a', { code: 'x', year: 2019, amount: '0.1' }),
        aThing('b', { code: 'x', year: 2019, amount: '0.2' }),
        aThing('c', { code: 'x', year: 2019, amount: '-1000000.000001' }),
        aThing('d', { code: 'x', year: 2020 }),
        aThing('e', { code: 'y', year: 2020, amount: '-5' }),
        aThing('f', { code: 'y', year: 2020 }),
        aThing('g', { year: 2020, amount: '7' }),
        aThing('h', { code: 'y', open: true, amount: '0' }),
      ]);
      const query = { type: 'Thing', filter: everything, sum: 'amount' };
      expect(sorted(await store.groupSums({ ...query, groupBy: ['code', 'year'] }))).toEqual(
        sorted([
          { key: ['x', 2019], count: 3, sum: readDecimal('-999999.700001') },
          { key: ['x', 2020], count: 1, sum: null },
          { key: ['y', 2020], count: 2, sum: readDecimal('-5') },
          { key: [null, 2020], count: 1, sum: readDecimal('7') },
          { key: ['y', null], count: 1, sum: 0n },
        ]),
      );
      expect(await store.groupSums({ ...query, groupBy: [] })).toEqual([
        { key: [], count: 8, sum: readDecimal('-999997.700001') },
      ]);
      expect(sorted(await store.groupSums({ ...query, groupBy: ['open'], sum: undefined }))).toEqual(
        sorted([
          { key: [1], count: 1, sum: null },
          { key: [null], count: 7, sum: null },
        ]),
      );
    });

    test('are exact beyond what a double or 64 bits of the smallest unit can hold', async () => {
      const store = await open();
      const huge = Array.from({ length: 40 }, (_, i) =>
        aThing(`r${i}`, { code: i % 2 === 0 ? 'x' : 'y', amount: '999999999999999999.999999' }),
      );
      await importAll(store, [...huge, aThing('less', { code: 'y', amount: '-0.000001' })]);
      const sums = await store.groupSums({
        type: 'Thing',
        filter: everything,
        groupBy: ['code'],
        sum: 'amount',
      });
      const twenty = 20n * 999999999999999999999999n;
      expect(sorted(sums)).toEqual([
        { key: ['x'], count: 20, sum: twenty },
        { key: ['y'], count: 21, sum: twenty - 1n },
      ]);
    });

    test('are of the records that the filter finds', async () => {
      const store = await open();
      await importAll(store, [
        aThing('a', { code: 'x', amount: '1', tags: ['red'], title: 'Kiosk' }),
        aThing('b', { code: 'x', amount: '2' }),
        aThing('c', { code: 'y', amount: '4', tags: ['red'] }),
      ]);
      const query = { type: 'Thing', groupBy: ['code'], sum: 'amount' };
      const filter = { op: 'eq', key: 'tags', value: 'red' } as const;
      expect(sorted(await store.groupSums({ ...query, filter }))).toEqual([
        { key: ['x'], count: 1, sum: 1_000_000n },
        { key: ['y'], count: 1, sum: 4_000_000n },
      ]);
      const text = { op: 'text', tokens: ['kiosk'] } as const;
      expect(await store.groupSums({ ...query, filter: text })).toEqual([
        { key: ['x'], count: 1, sum: 1_000_000n },
      ]);
      const none = { op: 'eq', key: 'code', value: 'z' } as const;
      expect(await store.groupSums({ ...query, filter: none, groupBy: [] })).toEqual([]);
    });

    test('keep groups apart whose values look alike', async () => {
      const store = await open();
      const codes = ['x', 'X', 'x ', 'xy', '', 'null', '𝒜', '\uff5e'];
      await importAll(
        store,
        codes.map((code, i) => aThing(`r${i}`, { code, title: `${code}-` })),
      );
      const groups = await store.groupSums({ type: 'Thing', filter: everything, groupBy: ['code', 'year'] });
      expect(new Set(groups.map(({ key }) => key[0]))).toEqual(new Set(codes));
      expect(groups.every(({ count, key }) => count === 1 && key[1] === null)).toBe(true);
    });
  });
}

function sorted(groups: readonly GroupSum[]): GroupSum[] {
  const text = (group: GroupSum) => JSON.stringify(group.key);
  return groups.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}
