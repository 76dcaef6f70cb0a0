import { describe, expect, test } from 'vitest';
import { allOf, anyOf, decided, noneOf } from '../../../../shared/policy/combine-filters.js';
import { everything, type Filter, nothing } from '../../../../shared/store/filter.js';

const a: Filter = { op: 'eq', key: 'k', value: 'a' };
const b: Filter = { op: 'eq', key: 'k', value: 'b' };
const c: Filter = { op: 'in', key: 'k', values: ['c', 'd'] };
const other: Filter = { op: 'eq', key: 'l', value: 'a' };
const until: Filter = { op: 'lte', key: 'k', value: 'z' };
const none: Filter = { op: 'in', key: 'k', values: [] };

describe('filters put together', () => {
  test.each<[string, Filter, Filter]>([
    ['all of nothing', allOf([]), everything],
    ['all of one', allOf([a]), a],
    ['all of two', allOf([a, other]), { op: 'and', of: [a, other] }],
    ['all with everything', allOf([everything, a]), a],
    ['all with nothing', allOf([a, nothing, other]), nothing],
    ['all of all', allOf([{ op: 'and', of: [a, other] }, until]), { op: 'and', of: [a, other, until] }],
    ['any of nothing', anyOf([]), nothing],
    ['any of one', anyOf([until]), until],
    ['any of two', anyOf([a, other]), { op: 'or', of: [a, other] }],
    ['any with nothing', anyOf([nothing, a]), a],
    ['any with everything', anyOf([a, everything, other]), everything],
    ['any of any', anyOf([{ op: 'or', of: [a, other] }, until]), { op: 'or', of: [a, other, until] }],
    ['any of the values of one key', anyOf([a, b, c]), { op: 'in', key: 'k', values: ['a', 'b', 'c', 'd'] }],
    ['any of the values of one key and a range', anyOf([a, until]), { op: 'or', of: [a, until] }],
    ['any of a range and a value', anyOf([until, a]), { op: 'or', of: [until, a] }],
    ['any of no value and one', anyOf([none, a]), { op: 'in', key: 'k', values: ['a'] }],
    ['none of everything', noneOf(everything), nothing],
    ['none of nothing', noneOf(nothing), everything],
    ['none of one', noneOf(a), { op: 'not', of: a }],
    ['none of none', noneOf({ op: 'not', of: a }), a],
    [
      'none of several',
      noneOf({ op: 'or', of: [a, other] }),
      { op: 'not', of: { op: 'or', of: [a, other] } },
    ],
    ['none of all', noneOf({ op: 'and', of: [a, other] }), { op: 'not', of: { op: 'and', of: [a, other] } }],
    ['true', decided(true), everything],
    ['false', decided(false), nothing],
  ])('%s', (_, got, expected) => {
    expect(got).toEqual(expected);
  });
});
