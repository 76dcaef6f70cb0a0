import { describe, expect, test } from 'vitest';
import type { KeyValue, Position } from '../../../../shared/domain/key-value.js';
import { textKey } from '../../../../shared/store/body-keys.js';
import type { Filter } from '../../../../shared/store/filter.js';
import { type PagePlan, planPage, tiesAfter } from '../../../../shared/store/plan-page.js';
import type { Access } from '../../../../shared/store/plan-scan.js';
import type { RecordType, SortKey } from '../../../../shared/store/record-type.js';
import { thing } from '../../../contracts/record-store/thing.js';

const member = 'harbour-watch';
const code: Filter = { op: 'eq', key: 'code', value: 'x' };
const open: Filter = { op: 'eq', key: 'open', value: 1 };
const quay: Filter = { op: 'text', tokens: ['quay'] };
const year = (op: 'gte' | 'lte' | 'eq', value: number): Filter => ({ op, key: 'year', value });
const and = (...of: Filter[]): Filter => ({ op: 'and', of });
const asc = (key: string): SortKey => ({ key, direction: 'ASC' });
const desc = (key: string): SortKey => ({ key, direction: 'DESC' });

function plan(filter: Filter, sort: readonly SortKey[] = [], k?: readonly (KeyValue | null)[]): PagePlan {
  const after: Position | undefined = k && { k, member, local: 'm' };
  return planPage(coloured, { filter, sort, after }, member);
}

/** A key that no index has, as a label is. */
const coloured: RecordType = { ...thing, keys: { ...thing.keys, colour: textKey('colour') } };

function nameOf(access: Access): string {
  return access.via === 'index' ? access.tests.map(({ key }) => key).join('+') : access.via;
}

/** The parts of a plan that a row of a table can show. */
function shown(found: PagePlan): string {
  if (found.kind !== 'served') {
    return found.kind;
  }
  const keys = [...found.index.map((key, i) => (key === found.sort ? key : `${key}=${found.pins[i]}`))];
  return `${keys.join(' ')} ${found.direction}`.trim();
}

describe('planPage', () => {
  const served: readonly (readonly [string, Filter, readonly SortKey[], string])[] = [
    ['no filter and no sort is the order by id', and(), [], 'ASC'],
    ['one sort key alone', and(), [desc('title')], 'title DESC'],
    ['a pinned key before the sort key', code, [asc('amount')], 'code=x amount ASC'],
    ['a pinned key and the order by id', code, [], 'code=x ASC'],
    ['two pinned keys in any order', and(open, code), [asc('year')], 'code=x open=1 year ASC'],
    [
      'conjunctions within conjunctions',
      and(and(open), and(and(code))),
      [asc('year')],
      'code=x open=1 year ASC',
    ],
    ['a list of one value as an equality', { op: 'in', key: 'code', values: ['x', 'x'] }, [], 'code=x ASC'],
    ['bounds that leave one value', and(year('gte', 7), year('lte', 7)), [], 'year=7 ASC'],
    [
      'a key pinned to null',
      { op: 'isNull', key: 'code', value: true },
      [asc('amount')],
      'code=null amount ASC',
    ],
    ['a range of the sort key', year('gte', 7), [asc('year')], 'year ASC'],
    [
      'what is beyond an end of the sort key, where it has a value',
      and({ op: 'isNull', key: 'year', value: false }, { op: 'not', of: year('lte', 7) }),
      [asc('year')],
      'year ASC',
    ],
    ['sort keys that the filter pins away', code, [desc('code'), asc('amount')], 'code=x amount ASC'],
    ['the direction of the last key, though it is pinned', code, [desc('code')], 'code=x DESC'],
  ];
  test.each(served)('serves %s', (_, filter, sort, expected) => {
    expect(shown(plan(filter, sort))).toBe(expected);
  });

  const scanned: readonly (readonly [string, Filter, readonly SortKey[]])[] = [
    ['two sort keys', and(), [asc('year'), asc('title')]],
    ['a sort key without an index', and(), [asc('seenAt')]],
    ['a choice of values', { op: 'in', key: 'code', values: ['x', 'y'] }, [asc('amount')]],
    ['ties that go against the sort key', code, [asc('amount'), desc('code')]],
    ['ties that go against the sort key, named twice', and(), [asc('year'), desc('year')]],
    ['ties that go against the sort key, downwards', code, [desc('title'), asc('code')]],
  ];
  test.each(scanned)('scans for %s', (_, filter, sort) => {
    expect(plan(filter, sort).kind).toBe('scan');
  });

  const label: Filter = { op: 'in', key: 'colour', values: ['red', 'blue'] };
  const embargo: Filter = { op: 'or', of: [{ op: 'isNull', key: 'seenAt', value: true }] };
  const walked: readonly (readonly [string, Filter, readonly SortKey[], string, string?])[] = [
    ['a test of a key the index does not have', open, [asc('title')], 'title ASC, open', 'open'],
    ['a range of a key that is not sorted by', year('gte', 7), [], 'ASC, year', 'year'],
    ['a range of another key', and(year('gte', 7), code), [asc('amount')], 'code=x amount ASC, year', 'year'],
    ['a text', and(code, quay), [asc('amount')], 'code=x amount ASC, terms', 'terms'],
    ['a list key', { op: 'eq', key: 'tags', value: 'red' }, [], 'ASC, terms', 'terms'],
    ['a disjunction', { op: 'or', of: [code] }, [], 'ASC, rest'],
    ['a complement', { op: 'not', of: code }, [], 'ASC, rest'],
    ['a complement that null is in', { op: 'not', of: year('lte', 7) }, [asc('year')], 'year ASC, rest'],
    [
      'a complement that null is in, and another inequality',
      and({ op: 'ne', key: 'year', value: 7 }, { op: 'not', of: year('lte', 7) }),
      [asc('year')],
      'year ASC, rest, rest',
    ],
    ['an inequality', { op: 'ne', key: 'code', value: 'x' }, [asc('title')], 'title ASC, rest'],
    ['a label of no index', label, [desc('title')], 'title DESC, colour'],
    ['a label and an embargo', and(code, label, embargo), [], 'code=x ASC, colour, rest'],
    ['the index that pins the most', and(code, open, label), [asc('year')], 'code=x open=1 year ASC, colour'],
    ['a key of another index', and(code, open), [asc('amount')], 'code=x amount ASC, open', 'code+open open'],
    [
      'choices of the sort key',
      { op: 'in', key: 'year', values: [9, 3, 7] },
      [asc('year')],
      'year ASC, year',
      'year',
    ],
  ];
  test.each(walked.map((row) => [row[0], row] as const))('walks for %s', (_, row) => {
    const [, filter, sort, expected, narrower = ''] = row;
    const found = plan(filter, sort);
    expect(found.kind).toBe('walked');
    if (found.kind === 'walked') {
      const { keys, terms, rest } = found.tests;
      const tests = [...keys.keys(), ...(terms.length > 0 ? ['terms'] : []), ...rest.map(() => 'rest')];
      expect([shown(found.range), ...tests].join(', ')).toBe(expected);
      expect(found.narrower.accesses.map(nameOf).join(' ')).toBe(narrower);
    }
  });

  test('walks no further than the choices of the sort key reach', () => {
    const chosen: Filter = { op: 'in', key: 'year', values: [9, 3, 7] };
    const bounds = { lower: { value: 3, open: false }, upper: { value: 9, open: false } };
    expect(plan(chosen, [asc('year')])).toMatchObject({ range: { ...bounds, segments: [{ next: {} }] } });
    expect(plan(and(chosen, year('gte', 4)), [asc('year')], [9])).toMatchObject({
      range: { lower: undefined },
    });
    expect(plan(chosen, [asc('year')], [10])).toEqual({ kind: 'nothing' });
  });

  const empty: readonly (readonly [string, Filter, readonly SortKey[], (readonly (KeyValue | null)[])?])[] = [
    ['two values of one key', and(code, { op: 'eq', key: 'code', value: 'y' }), []],
    ['a value and its absence', and(code, { op: 'isNull', key: 'code', value: true }), []],
    ['bounds that leave nothing', and(year('gte', 8), year('lte', 7)), []],
    ['a value outside the bounds', and(year('eq', 6), year('gte', 7)), []],
    ['a choice of nothing', { op: 'in', key: 'code', values: [] }, []],
    ['a list key with a choice of nothing', { op: 'in', key: 'tags', values: [] }, []],
    ['an empty disjunction', and(code, { op: 'or', of: [] }), []],
    ['a position after the pinned value', code, [asc('code'), asc('amount')], ['y', [1, 0]]],
    ['a position before the pinned value, downwards', code, [desc('code')], ['a']],
    ['a position among the nulls when null is left out', year('gte', 7), [asc('year')], [null]],
    ['a position after the range', year('lte', 7), [asc('year')], [8]],
    ['a position after the range, downwards', year('gte', 7), [desc('year')], [6]],
  ];
  test.each(empty.map(([name, ...query]) => ({ name, query })))(
    'sees that there is nothing for $name',
    ({ query }) => {
      const [filter, sort, k] = query;
      expect(plan(filter, sort, k)).toEqual({ kind: 'nothing' });
    },
  );

  test('starts at the position and keeps only the end of the range before it', () => {
    const within = and(year('gte', 3), year('lte', 9));
    const upwards = plan(within, [asc('year')], [7]);
    expect(upwards).toMatchObject({ lower: undefined, upper: { value: 9, open: false } });
    expect(plan(within, [desc('year')], [7])).toMatchObject({ lower: { value: 3 }, upper: undefined });
    expect(upwards.kind === 'served' && upwards.segments).toEqual([
      { pinned: [7], beyondLocal: 'm' },
      { pinned: [], next: { beyond: 7 } },
    ]);
  });

  test('starts at the range when the position is before it', () => {
    const found = plan(and(year('gte', 3), year('lte', 9)), [asc('year')], [1]);
    expect(found).toMatchObject({ lower: { value: 3 }, upper: { value: 9 }, segments: [{ next: {} }] });
  });

  test('starts at the pinned value when the position is before it', () => {
    const found = plan(code, [asc('code'), asc('amount')], ['a', [1, 0]]);
    expect(found).toMatchObject({ segments: [{ pinned: [], next: {} }, { pinned: [null, null] }] });
  });

  test('scans when a key before the pinned one decides', () => {
    expect(plan(code, [asc('title'), asc('code')], ['quay', 'a']).kind).toBe('scan');
    expect(plan(code, [asc('title'), asc('code')], ['quay', 'x']).kind).toBe('walked');
  });

  test('ends a partial date range after all dates within its end', () => {
    const filter: Filter = { op: 'lte', key: 'day', value: '2019' };
    expect(plan(filter, [asc('day')])).toMatchObject({ upper: { value: '2019\u007f', open: true } });
  });

  test('makes a prefix a range', () => {
    const filter: Filter = { op: 'prefix', key: 'title', value: 'ab' };
    const expected = { lower: { value: 'ab', open: false }, upper: { value: 'ac', open: true } };
    expect(plan(filter, [asc('title')])).toMatchObject(expected);
  });

  test('takes an unknown key for a fault of ours', () => {
    expect(() => plan({ op: 'eq', key: 'smell', value: 'red' })).toThrow(
      'Invariant broken: "Thing" has no key "smell".',
    );
  });
});

describe('tiesAfter', () => {
  const at = (other: string): Position => ({ k: [], member: other, local: 'm' });
  test.each([
    ['anchor', 'ASC', 'all'],
    ['anchor', 'DESC', 'none'],
    ['zebra', 'ASC', 'none'],
    ['zebra', 'DESC', 'all'],
    [member, 'ASC', 'beyond'],
    [member, 'DESC', 'beyond'],
  ] as const)('after a position of "%s" %s: %s', (other, direction, expected) => {
    expect(tiesAfter(member, at(other), direction)).toBe(expected);
  });
});
