import { describe, expect, test } from 'vitest';
import { everything, type Filter } from '../../../shared/store/filter.js';
import type { PageQuery } from '../../../shared/store/record-store.js';
import type { StoreAdapter } from './store-adapter.js';
import { by, createOpener, importAll, localsOf } from './store-under-test.js';
import { aThing } from './thing.js';

const now = '2026-01-31T09:30:00.000Z';
const and = (...of: Filter[]): Filter => ({ op: 'and', of });
const eq = (key: string, value: string | number): Filter => ({ op: 'eq', key, value });
const notCode = (value: string): Filter => ({ op: 'ne', key: 'code', value });
const refusal = { name: 'AccordError', code: 'QUERY_TOO_BROAD' };

/** What a caller may see: the labels open to them, where no embargo lasts. */
function visible(...labels: string[]): Filter {
  return and(
    { op: 'in', key: 'tlp', values: labels },
    {
      op: 'or',
      of: [
        { op: 'isNull', key: 'embargoUntil', value: true },
        { op: 'lte', key: 'embargoUntil', value: now },
      ],
    },
  );
}

const labelled = [
  aThing('a', { year: 2, handling: { tlp: 'TLP:CLEAR' } }),
  aThing('b', { year: 1, handling: { tlp: 'TLP:RED' } }),
  aThing('c', { year: 4, handling: { tlp: 'TLP:GREEN', embargoUntil: '2026-01-31T09:30:00.001Z' } }),
  aThing('d', { year: 3, handling: { tlp: 'TLP:GREEN', embargoUntil: now } }),
  aThing('e', { year: 5, handling: {} }),
  aThing('f', { year: 6, handling: { tlp: 'TLP:GREEN' } }),
];

/** Sixty records by title; the first ten have another code than the rest. */
const many = Array.from({ length: 60 }, (_, i) =>
  aThing(`r${i}`, {
    title: `t${String(i).padStart(2, '0')}`,
    code: i < 10 ? 'x' : 'y',
    amount: `${i}`,
    handling: { tlp: i % 30 === 29 ? 'TLP:GREEN' : 'TLP:RED' },
  }),
);

export function describeWalks(adapter: StoreAdapter): void {
  describe('an order among records that do not match', () => {
    const open = createOpener(adapter);

    test('holds what labels and embargoes leave, in pages, counts and sums', async () => {
      const store = await open();
      await importAll(store, labelled);
      const green = visible('TLP:CLEAR', 'TLP:GREEN');
      expect(await localsOf(store, green, { sort: [by('year', 'DESC')] })).toEqual(['f', 'd', 'a']);
      expect(await localsOf(store, visible('TLP:RED'), { sort: [by('year')] })).toEqual(['b']);
      expect(await localsOf(store, and(green, { op: 'gte', key: 'year', value: 3 }))).toEqual(['d', 'f']);
      expect(await localsOf(store, { op: 'isNull', key: 'tlp', value: true })).toEqual(['e']);
      expect(await store.count('Thing', green, 100)).toEqual({ value: 3, relation: 'EXACT' });
      expect(await store.count('Thing', green, 2)).toEqual({ value: 2, relation: 'AT_LEAST' });
      const sums = await store.groupSums({
        type: 'Thing',
        filter: everything,
        visible: green,
        groupBy: ['tlp'],
      });
      expect(sums.map(({ key, count }) => [key[0], count]).toSorted()).toEqual([
        ['TLP:CLEAR', 1],
        ['TLP:GREEN', 2],
      ]);
    });

    test('is read no further than the page needs, whatever else there is', async () => {
      const store = await open({ scanBudget: 15 });
      await importAll(store, many);
      const page = (query: Partial<PageQuery>) =>
        store.page({ type: 'Thing', filter: notCode('y'), sort: [by('title')], limit: 9, ...query });
      const first = await page({});
      expect(first.rows.map(({ record }) => record.local).join(' ')).toBe('r0 r1 r2 r3 r4 r5 r6 r7 r8');
      expect(first.hasMore).toBe(true);
      const last = await page({ sort: [by('title', 'DESC')], filter: notCode('x') });
      expect(last.rows[0]?.record.local).toBe('r59');
      expect(last.hasMore).toBe(true);
      expect(await store.count('Thing', notCode('y'), 9)).toEqual({ value: 9, relation: 'AT_LEAST' });
    });

    test.skipIf(!adapter.refusesTooBroad)('is refused where it leads further than the budget', async () => {
      const store = await open({ scanBudget: 15 });
      await importAll(store, many);
      const page = { type: 'Thing', filter: notCode('y'), sort: [by('title')], limit: 10 };
      await expect(store.page(page)).rejects.toMatchObject(refusal);
      await expect(store.page({ ...page, limit: 1, filter: notCode('x'), sort: [] })).resolves.toBeDefined();
      const backwards = { ...page, limit: 1, sort: [by('title', 'DESC')] };
      await expect(store.page(backwards)).rejects.toMatchObject(refusal);
      await expect(store.count('Thing', notCode('y'), 10)).rejects.toMatchObject(refusal);
      // To the end it is never more than what is left of the order.
      const after = { k: ['t50'], member: 'harbour-watch', local: 'r50' };
      expect(await store.page({ ...page, after })).toEqual({ rows: [], hasMore: false });
    });

    test('is left where a label, a word or a value finds few', async () => {
      const store = await open({ scanBudget: 15 });
      await importAll(store, many);
      const found = (filter: Filter, key = 'title') => localsOf(store, filter, { sort: [by(key, 'DESC')] });
      expect(await found(visible('TLP:GREEN'))).toEqual(['r59', 'r29']);
      expect(await found(and(visible('TLP:GREEN'), eq('code', 'y')), 'amount')).toEqual(['r59', 'r29']);
      expect(await found(visible('TLP:CLEAR'))).toEqual([]);
      expect(await found(and(visible('TLP:RED'), { op: 'text', tokens: ['t03'] }))).toEqual(['r3']);
      expect(await found(and(eq('code', 'x'), notCode('q')), 'day')).toHaveLength(10);
      expect(await store.count('Thing', visible('TLP:GREEN'), 10)).toEqual({ value: 2, relation: 'EXACT' });
    });

    test('adds up all that an index holds, of what the caller may see', async () => {
      const store = await open({ scanBudget: 15 });
      await importAll(store, many);
      const total = { type: 'Thing', filter: eq('code', 'y'), groupBy: ['code'], sum: 'amount' };
      const green = visible('TLP:GREEN');
      const sum = { key: ['y'], count: 2, sum: 88_000_000n };
      expect(await store.groupSums({ ...total, visible: green })).toEqual([sum]);
      const red = await store.groupSums({ ...total, visible: visible('TLP:RED') });
      expect(red.map(({ count }) => count)).toEqual([48]);
      expect(await store.groupSums({ ...total, visible: visible('TLP:CLEAR') })).toEqual([]);
      expect(await store.groupSums({ ...total, filter: everything, visible: green })).toEqual([sum]);
      if (adapter.refusesTooBroad) {
        const asked = { ...total, filter: and(eq('code', 'y'), visible('TLP:RED')) };
        await expect(store.groupSums(asked)).rejects.toMatchObject(refusal);
      }
    });
  });
}
