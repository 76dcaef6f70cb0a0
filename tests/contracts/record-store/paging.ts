import { describe, expect, test } from 'vitest';
import { toAmountKey } from '../../../shared/domain/decimal.js';
import { compareKeys, type Position } from '../../../shared/domain/key-value.js';
import { everything } from '../../../shared/store/filter.js';
import type { SortKey } from '../../../shared/store/record-type.js';
import type { StoreAdapter } from './store-adapter.js';
import { by, createOpener, importAll, walk } from './store-under-test.js';
import { aThing } from './thing.js';

/** Ties, nulls, partial dates, amounts of all sizes, code points on both sides of the surrogates. */
const rows = [
  aThing('a', { title: 'Alpha', day: '2019', year: 2019, amount: '10', open: true, code: 'x' }),
  aThing('b', { title: 'alpha', day: '2019-05', year: 2019, amount: '10.000001', open: false, code: 'x' }),
  aThing('c', { title: 'Ålpha', day: '2019-05-03', year: 2019, amount: '-0.000001', code: 'x' }),
  aThing('d', { code: '\uff5e', day: '2019-05-30', amount: '-999999999999999999.999999', open: true }),
  aThing('e', { code: '𝒜', day: '2018-12-31', amount: '999999999999999999', open: true }),
  aThing('f', { code: '日本', year: -5, seenAt: '2026-01-01T00:00:00.000Z', open: true }),
  aThing('g', { code: '\ud7ff', year: 9007199254740991, amount: '10' }),
  aThing('h', { day: '2019', year: 0, amount: '1000', seenAt: '2026-01-01T00:00:00.001Z', open: true }),
  aThing('i', { amount: '999.999999', code: 'x', seenAt: '2025-12-31T23:59:59.999Z', open: true }),
  aThing('𝒵'),
  aThing('\uff5e'),
  aThing('B', { title: 'alphabet', amount: '10', code: 'x' }),
];

const directions = ['ASC', 'DESC'] as const;

const sorts: readonly (readonly SortKey[])[] = [
  [],
  ...directions.flatMap((direction) =>
    ['title', 'code', 'day', 'seenAt', 'year', 'open', 'amount', 'createdAt'].map((key) => [
      by(key, direction),
    ]),
  ),
  ...directions.flatMap((first) =>
    directions.map((second) => [by('year', first), by('amount', second), by('day', first)]),
  ),
  [by('code', 'DESC'), by('open', 'ASC')],
];

export function describePaging(adapter: StoreAdapter): void {
  describe('pages', () => {
    const open = createOpener(adapter);

    test.each(sorts.map((sort) => [nameOf(sort), sort] as const))('go through all by %s', async (_, sort) => {
      const store = await open();
      await importAll(store, rows);
      const whole = await store.page({ type: 'Thing', filter: everything, sort, limit: 100 });
      expect(whole.hasMore).toBe(false);
      expect(new Set(whole.rows.map(({ record }) => record.local)).size).toBe(rows.length);
      const order = sort.map((key) => key.direction);
      const positions = whole.rows.map((row) => row.position);
      for (const [i, position] of positions.slice(1).entries()) {
        expect(compareKeys(positions[i] ?? position, position, order)).toBeLessThan(0);
      }
      expect(await walk(store, sort, { limit: 1 })).toEqual(whole.rows);
      expect(await walk(store, sort, { limit: 5 })).toEqual(whole.rows);
    });

    test('give the position of each row: its values of the sort keys, its member and id', async () => {
      const store = await open();
      await importAll(store, rows);
      const sort = [by('amount'), by('day', 'DESC'), by('open')];
      const found = await walk(store, sort);
      const e = found.find(({ record }) => record.local === 'e');
      expect(e?.position).toEqual({
        k: [toAmountKey(999999999999999999000000n), '2018-12-31', 1],
        member: 'harbour-watch',
        local: 'e',
      });
      expect(found.at(-1)?.position.k).toEqual([null, null, null]);
    });

    test('order texts by code points, not by code units', async () => {
      const store = await open();
      await importAll(store, rows);
      const codes = (await walk(store, [by('code')])).map(({ position }) => position.k[0]);
      expect(codes.slice(5, 9)).toEqual(['日本', '\ud7ff', '\uff5e', '𝒜']);
      const locals = (await walk(store, [])).map(({ record }) => record.local);
      expect(locals.slice(-2)).toEqual(['\uff5e', '𝒵']);
    });

    const positions: readonly (readonly [string, readonly SortKey[], Position])[] = [
      ['another member before this one', [by('year')], place([2019], 'anchor', 'zzz')],
      ['another member after this one', [by('year')], place([2019], 'zebra', 'a')],
      ['another member before, downwards', [by('year', 'DESC')], place([2019], 'anchor', 'b')],
      ['another member after, downwards', [by('year', 'DESC')], place([2019], 'zebra', 'b')],
      ['another member among the nulls', [by('year')], place([null], 'anchor', 'a')],
      ['another member among the nulls, downwards', [by('year', 'DESC')], place([null], 'anchor', 'a')],
      ['another member by id alone', [], place([], 'anchor', 'c')],
      ['a later member by id alone', [], place([], 'zebra', 'c')],
      ['a value no record has', [by('day')], place(['2019-04'], 'harbour-watch', 'q')],
      ['an id no record has', [by('year')], place([2019], 'harbour-watch', 'bb')],
      ['an amount between two', [by('amount')], place([[0, 10000001]], 'harbour-watch', 'a')],
      ['an amount with the same high part', [by('amount', 'DESC')], place([[1, 0]], 'harbour-watch', 'z')],
      [
        'several keys of another member',
        [by('year'), by('amount', 'DESC')],
        place([2019, [0, 10000000]], 'beta', 'x'),
      ],
      ['a null in the middle', [by('code'), by('open', 'DESC')], place(['x', null], 'harbour-watch', 'c')],
      ['before all', [by('title')], place([''], 'harbour-watch', '')],
      ['after all', [by('title', 'DESC')], place([null], 'harbour-watch', '')],
    ];

    test.each(positions)('start after a position that is no row here: %s', async (_, sort, after) => {
      const store = await open();
      await importAll(store, rows);
      const order = sort.map((key) => key.direction);
      const all = await walk(store, sort, { limit: 100 });
      const expected = all.filter(({ position }) => compareKeys(position, after, order) > 0);
      expect(await walk(store, sort, { after, limit: 2 })).toEqual(expected);
    });

    test('say whether more follow', async () => {
      const store = await open();
      await importAll(store, rows.slice(0, 4));
      const page = (limit: number) =>
        store.page({ type: 'Thing', filter: everything, sort: [by('year')], limit });
      expect((await page(3)).hasMore).toBe(true);
      expect((await page(4)).hasMore).toBe(false);
      expect((await page(5)).rows).toHaveLength(4);
    });

    test('are empty where there is nothing', async () => {
      const store = await open();
      const empty = { rows: [], hasMore: false };
      expect(await store.page({ type: 'Thing', filter: everything, sort: [], limit: 5 })).toEqual(empty);
      expect(await store.page({ type: 'Person', filter: everything, sort: [by('name')], limit: 5 })).toEqual(
        empty,
      );
    });
  });
}

function place(k: Position['k'], member: string, local: string): Position {
  return { k, member, local };
}

function nameOf(sort: readonly SortKey[]): string {
  return sort.length === 0 ? 'id' : sort.map(({ key, direction }) => `${key} ${direction}`).join(', ');
}
