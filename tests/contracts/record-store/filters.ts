import { describe, expect, test } from 'vitest';
import { readDecimal, toAmountKey } from '../../../shared/domain/decimal.js';
import { tokenize } from '../../../shared/domain/tokenize.js';
import { everything, type Filter, nothing } from '../../../shared/store/filter.js';
import type { StoreAdapter } from './store-adapter.js';
import { by, createClock, createOpener, importAll, localsOf } from './store-under-test.js';
import { aThing } from './thing.js';

const rows = [
  aThing('a', { code: 'x', day: '2019', year: 2019, amount: '10', open: true, tags: ['red', 'blue'] }),
  aThing('b', { code: 'x', day: '2019-05', year: 2020, amount: '-3.5', open: false, tags: ['red'] }),
  aThing('c', { code: 'X', day: '2019-12-31', year: 2021, amount: '2000.000001', tags: [] }),
  aThing('d', { code: 'xy', day: '2020', year: 2020, open: true, seenAt: '2026-01-01T00:00:00.000Z' }),
  aThing('e', { code: 'x%_', day: '2018-12-31', amount: '2000', seenAt: '2026-01-02T00:00:00.000Z' }),
  aThing('f', { tags: ['blue', 'a=b', '~red', '𝒜 long one'] }),
];

const amount = (text: string) => toAmountKey(readDecimal(text));
const not = (of: Filter): Filter => ({ op: 'not', of });
const and = (...of: Filter[]): Filter => ({ op: 'and', of });
const or = (...of: Filter[]): Filter => ({ op: 'or', of });
const eq = (key: string, value: string | number): Filter => ({ op: 'eq', key, value });

const cases: readonly (readonly [string, Filter, string])[] = [
  ['everything', everything, 'abcdef'],
  ['nothing', nothing, ''],
  ['not everything', not(everything), ''],
  ['not nothing', not(nothing), 'abcdef'],
  ['eq text', eq('code', 'x'), 'ab'],
  ['eq of a text no record has', eq('code', 'q'), ''],
  ['eq integer', eq('year', 2020), 'bd'],
  ['eq boolean', eq('open', 1), 'ad'],
  ['eq partial date is that text alone', eq('day', '2019'), 'a'],
  ['eq amount', { op: 'eq', key: 'amount', value: amount('2000') }, 'e'],
  ['ne is true of a record without the value', { op: 'ne', key: 'code', value: 'x' }, 'cdef'],
  ['ne amount', { op: 'ne', key: 'amount', value: amount('10') }, 'bcdef'],
  ['not eq is ne', not(eq('code', 'x')), 'cdef'],
  ['in', { op: 'in', key: 'code', values: ['x', 'xy', 'zz'] }, 'abd'],
  ['in nothing', { op: 'in', key: 'code', values: [] }, ''],
  ['not in', not({ op: 'in', key: 'year', values: [2019, 2020] }), 'cef'],
  ['in amounts', { op: 'in', key: 'amount', values: [amount('10'), amount('2000')] }, 'ae'],
  ['gte integer', { op: 'gte', key: 'year', value: 2020 }, 'bcd'],
  ['lte integer', { op: 'lte', key: 'year', value: 2020 }, 'abd'],
  ['not gte is true of a record without the value', not({ op: 'gte', key: 'year', value: 2020 }), 'aef'],
  ['gte text', { op: 'gte', key: 'code', value: 'x' }, 'abde'],
  ['lte text', { op: 'lte', key: 'code', value: 'x' }, 'abc'],
  ['gte amount', { op: 'gte', key: 'amount', value: amount('2000') }, 'ce'],
  ['lte amount', { op: 'lte', key: 'amount', value: amount('2000') }, 'abe'],
  ['gte a negative amount', { op: 'gte', key: 'amount', value: amount('-3.5') }, 'abce'],
  ['lte a negative amount', { op: 'lte', key: 'amount', value: amount('-3.500001') }, ''],
  ['gte instant', { op: 'gte', key: 'seenAt', value: '2026-01-01T00:00:00.001Z' }, 'e'],
  ['gte a year of partial dates', { op: 'gte', key: 'day', value: '2019' }, 'abcd'],
  ['gte a month of partial dates', { op: 'gte', key: 'day', value: '2019-05' }, 'bcd'],
  ['lte a year holds for all of it', { op: 'lte', key: 'day', value: '2019' }, 'abce'],
  ['lte a month', { op: 'lte', key: 'day', value: '2019-05' }, 'abe'],
  ['not lte a year', not({ op: 'lte', key: 'day', value: '2019' }), 'df'],
  ['prefix', { op: 'prefix', key: 'code', value: 'x' }, 'abde'],
  ['prefix of special signs', { op: 'prefix', key: 'code', value: 'x%' }, 'e'],
  ['prefix of nothing is any text', { op: 'prefix', key: 'code', value: '' }, 'abcde'],
  ['not prefix', not({ op: 'prefix', key: 'code', value: 'x' }), 'cf'],
  ['prefix of a partial date', { op: 'prefix', key: 'day', value: '2019' }, 'abc'],
  ['isNull', { op: 'isNull', key: 'year', value: true }, 'ef'],
  ['is not null', { op: 'isNull', key: 'year', value: false }, 'abcd'],
  ['isNull of an amount', { op: 'isNull', key: 'amount', value: true }, 'df'],
  ['a list holds', eq('tags', 'red'), 'ab'],
  ['a list holds one of', { op: 'in', key: 'tags', values: ['blue', '~red'] }, 'af'],
  ['a list holds none of nothing', { op: 'in', key: 'tags', values: [] }, ''],
  ['a list does not hold', { op: 'ne', key: 'tags', value: 'red' }, 'cdef'],
  ['a list is empty or absent', { op: 'isNull', key: 'tags', value: true }, 'cde'],
  ['a list holds something', { op: 'isNull', key: 'tags', value: false }, 'abf'],
  ['a list value with an equals sign', eq('tags', 'a=b'), 'f'],
  ['a list value is exact', eq('tags', 'a'), ''],
  ['a list value beyond the basic plane', eq('tags', '𝒜 long one'), 'f'],
  ['and', and(eq('code', 'x'), eq('year', 2020)), 'b'],
  ['or', or(eq('code', 'X'), eq('year', 2019)), 'ac'],
  ['not and', not(and(eq('code', 'x'), eq('year', 2020))), 'acdef'],
  ['not or', not(or(eq('code', 'x'), { op: 'isNull', key: 'year', value: true })), 'cd'],
  ['not not', not(not(eq('year', 2020))), 'bd'],
  ['and of nothing within or', or(nothing, and(everything, eq('open', 0))), 'b'],
  [
    'a range of one key',
    and({ op: 'gte', key: 'year', value: 2020 }, { op: 'lte', key: 'year', value: 2020 }),
    'bd',
  ],
  [
    'lists and values together',
    or(and(eq('tags', 'blue'), eq('open', 1)), and(eq('tags', 'blue'), not(eq('tags', 'red')))),
    'af',
  ],
];

export function describeFilters(adapter: StoreAdapter): void {
  describe('filters', () => {
    const open = createOpener(adapter);

    test('find what their words say, in pages and in counts', async () => {
      const store = await open();
      await importAll(store, rows);
      for (const [name, filter, expected] of cases) {
        const locals = await localsOf(store, filter);
        expect.soft(locals.join(''), name).toBe(expected);
        const count = await store.count('Thing', filter, 100);
        expect.soft(count, name).toEqual({ value: expected.length, relation: 'EXACT' });
      }
    });

    test('keep the order asked for', async () => {
      const store = await open();
      await importAll(store, rows);
      const found = (filter: Filter, ...sort: Parameters<typeof by>[]) =>
        localsOf(store, filter, { sort: sort.map((key) => by(...key)) });
      expect(await found(eq('tags', 'red'), ['year', 'DESC'])).toEqual(['b', 'a']);
      expect(await found(eq('code', 'x'), ['amount'])).toEqual(['b', 'a']);
      expect(await found(eq('code', 'x'), ['code', 'DESC'])).toEqual(['b', 'a']);
      expect(await found(eq('code', 'x'), ['code', 'DESC'], ['open'])).toEqual(['b', 'a']);
      expect(await found(eq('open', 1), ['seenAt', 'DESC'])).toEqual(['d', 'a']);
      // Ties come in the direction of the last key, also of one that the filter pins.
      expect(await found(eq('year', 2020), ['code'], ['year', 'DESC'])).toEqual(['b', 'd']);
      expect(await found(eq('code', 'x'), ['open'], ['code', 'DESC'])).toEqual(['b', 'a']);
      expect(await found(eq('code', 'x'), ['amount'], ['code', 'DESC'])).toEqual(['b', 'a']);
      expect(await found(eq('code', 'x'), ['amount', 'DESC'], ['code'])).toEqual(['a', 'b']);
      expect(await found({ op: 'gte', key: 'day', value: '2019' }, ['day', 'DESC'])).toEqual([
        'd',
        'c',
        'b',
        'a',
      ]);
      expect(await found({ op: 'isNull', key: 'year', value: true }, ['year', 'DESC'])).toEqual(['f', 'e']);
      const codes: Filter = { op: 'in', key: 'code', values: ['xy', 'x', 'x%_'] };
      expect(await found(codes, ['amount', 'DESC'])).toEqual(['e', 'a', 'b', 'd']);
    });

    test("find by the store's own times", async () => {
      const clock = createClock();
      const store = await open({ now: clock.now });
      await importAll(store, [aThing('a'), aThing('b'), aThing('c')]);
      const at = clock.tick();
      await importAll(store, [aThing('b', { year: 1 }), aThing('d')]);
      expect(await localsOf(store, { op: 'gte', key: 'modifiedAt', value: at })).toEqual(['b', 'd']);
      expect(await localsOf(store, not({ op: 'gte', key: 'createdAt', value: at }))).toEqual(['a', 'b', 'c']);
      expect(await localsOf(store, everything, { sort: [by('modifiedAt', 'DESC')] })).toEqual([
        'd',
        'b',
        'c',
        'a',
      ]);
    });

    test('count no further than the cap', async () => {
      const store = await open();
      await importAll(store, rows);
      const exact = { value: 6, relation: 'EXACT' };
      expect(await store.count('Thing', everything, 6)).toEqual(exact);
      expect(await store.count('Thing', everything, 5)).toEqual({ value: 5, relation: 'AT_LEAST' });
      expect(await store.count('Thing', eq('tags', 'red'), 1)).toEqual({ value: 1, relation: 'AT_LEAST' });
      expect(await store.count('Thing', { op: 'isNull', key: 'year', value: true }, 1)).toEqual({
        value: 1,
        relation: 'AT_LEAST',
      });
      expect(await store.count('Person', everything, 10)).toEqual({ value: 0, relation: 'EXACT' });
    });
  });

  describeSearch(adapter);
  describeBudget(adapter);
}

const texts = [
  aThing('latin', {
    title: 'The Łódź Harbour Commission',
    subject: { ref: 'Person', id: 'p', name: 'Zoë Quist' },
  }),
  aThing('cyrillic', { title: 'Портова комісія міста', notes: ['Договір № 17-A'] }),
  aThing('greek', { title: 'Λιμενική Επιτροπή', code: 'x' }),
  aThing('han', { title: '港務委員會預算', notes: ['東京都'] }),
  aThing('kana', { title: 'ミナト会社の予算' }),
  aThing('arabic', { title: 'لجنة الميناء' }),
  aThing('thai', { title: 'คณะกรรมการท่าเรือ' }),
  aThing('twice', { title: 'harbour harbour', notes: ['O\'Neil-Smith AND OR NOT * "x" ~red a=b'] }),
];

function describeSearch(adapter: StoreAdapter): void {
  const searches: readonly (readonly [string, readonly string[]])[] = [
    ['harbour', ['latin', 'twice']],
    ['HARBOUR commission', ['latin']],
    ['harbour nowhere', []],
    ['harb', []],
    ['zoe', ['latin']],
    ['портова комісія', ['cyrillic']],
    ['17', ['cyrillic']],
    ['επιτροπη', ['greek']],
    ['委員會', ['han']],
    ['東京', ['han']],
    ['予算', ['kana']],
    ['الميناء', ['arabic']],
    ['ท่าเรือ', ['thai']],
    ["o'neil-smith", ['twice']],
    ['and or not', ['twice']],
    ['red', ['twice']],
  ];

  describe('text search', () => {
    const open = createOpener(adapter);

    test('finds records that hold all tokens, in every script', async () => {
      const store = await open();
      await importAll(store, texts);
      for (const [text, expected] of searches) {
        const found = await localsOf(store, { op: 'text', tokens: tokenize(text) });
        expect.soft(found.toSorted(), text).toEqual(expected.toSorted());
      }
    });

    test('goes together with other filters, sorts and the complement', async () => {
      const store = await open();
      await importAll(store, texts);
      const harbour: Filter = { op: 'text', tokens: ['harbour'] };
      expect(await localsOf(store, harbour, { sort: [by('title', 'DESC')] })).toEqual(['latin', 'twice']);
      expect(await localsOf(store, and(harbour, { op: 'prefix', key: 'title', value: 'the' }))).toEqual([
        'latin',
      ]);
      expect(await localsOf(store, or({ op: 'text', tokens: ['nowhere'] }, eq('code', 'x')))).toEqual([
        'greek',
      ]);
      expect(await store.count('Thing', not(harbour), 100)).toEqual({ value: 6, relation: 'EXACT' });
      expect(await store.count('Thing', harbour, 1)).toEqual({ value: 1, relation: 'AT_LEAST' });
      expect(await store.count('Thing', { op: 'text', tokens: [] }, 100)).toEqual({
        value: 8,
        relation: 'EXACT',
      });
    });

    test('follows what a record says now', async () => {
      const store = await open();
      await importAll(store, texts);
      await importAll(store, [aThing('latin', { title: 'Quay' })]);
      expect(await localsOf(store, { op: 'text', tokens: ['harbour'] })).toEqual(['twice']);
      expect(await localsOf(store, { op: 'text', tokens: ['quay'] })).toEqual(['latin']);
      await store.delete('Thing', ['twice']);
      expect(await localsOf(store, { op: 'text', tokens: ['harbour'] })).toEqual([]);
    });
  });
}

function describeBudget(adapter: StoreAdapter): void {
  describe('the scan budget', () => {
    const open = createOpener(adapter);
    const many = Array.from({ length: 60 }, (_, i) =>
      aThing(`r${i}`, {
        code: i < 20 ? 'x' : 'y',
        year: i % 7,
        amount: `${i}`,
        title: i < 5 ? 'Kiosk' : 'Quay',
      }),
    );

    test.skipIf(!adapter.refusesTooBroad)(
      'refuses what would examine more rows without an index',
      async () => {
        const store = await open({ scanBudget: 50 });
        await importAll(store, many);
        const odd = not({ op: 'eq', key: 'year', value: 3 });
        const refusal = { name: 'AccordError', code: 'QUERY_TOO_BROAD' };
        const page = { type: 'Thing', filter: odd, limit: 5 };
        await expect(store.page({ ...page, sort: [by('amount')] })).rejects.toMatchObject(refusal);
        await expect(store.page({ ...page, sort: [by('year'), by('title')] })).rejects.toMatchObject(refusal);
        await expect(store.count('Thing', odd, 100)).rejects.toMatchObject(refusal);
      },
    );

    test('answers what an index, a value or a word narrows enough', async () => {
      const store = await open({ scanBudget: 50 });
      await importAll(store, many);
      const page = (filter: Filter, ...sort: Parameters<typeof by>[]) =>
        store.page({ type: 'Thing', filter, sort: sort.map((key) => by(...key)), limit: 60 });
      expect((await page(everything, ['year'])).rows).toHaveLength(60);
      expect((await page(eq('code', 'y'), ['amount', 'DESC'])).rows[0]?.record.local).toBe('r59');
      const narrowed = await page(and(eq('code', 'x'), not(eq('year', 3))), ['title'], ['amount', 'DESC']);
      expect(narrowed.rows.slice(0, 2).map(({ record }) => record.local)).toEqual(['r4', 'r2']);
      const found = await page({ op: 'text', tokens: ['kiosk'] }, ['open'], ['amount', 'DESC']);
      expect(found.rows.map(({ record }) => record.local)).toEqual(['r4', 'r3', 'r2', 'r1', 'r0']);
      expect(await store.count('Thing', everything, 100)).toEqual({ value: 60, relation: 'EXACT' });
    });
  });
}
