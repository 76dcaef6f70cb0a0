import { describe, expect, test } from 'vitest';
import { chooseAccess } from '../../../../shared/store/choose-access.js';
import type { Filter } from '../../../../shared/store/filter.js';
import { type Access, indexesOf, planFilter } from '../../../../shared/store/plan-scan.js';
import { thing } from '../../../contracts/record-store/thing.js';

const code: Filter = { op: 'eq', key: 'code', value: 'x' };
const open: Filter = { op: 'eq', key: 'open', value: 1 };
const year: Filter = { op: 'gte', key: 'year', value: 2019 };
const quay: Filter = { op: 'text', tokens: ['quay'] };
const and = (...of: Filter[]): Filter => ({ op: 'and', of });

function accesses(filter: Filter): string[] {
  const plan = planFilter(thing, filter);
  return plan.kind === 'nothing' ? [] : plan.accesses.map(nameOf);
}

function nameOf(access: Access): string {
  const name = access.via === 'index' ? access.tests.map(({ key }) => key).join('+') : access.via;
  return access.covers ? `${name}!` : name;
}

describe('planFilter', () => {
  test.each([
    ['everything', and(), ['all!']],
    ['a text', quay, ['terms!', 'all']],
    ['a text and a value', and(quay, code), ['terms', 'code', 'all']],
    ['a value of a list', { op: 'eq', key: 'tags', value: 'red' }, ['terms!', 'all']],
    ['a value', code, ['code!', 'all']],
    ['two values that one index has', and(code, open), ['code+open!', 'code', 'open', 'all']],
    ['a value and a range', and(code, open, year), ['code+open+year!', 'code', 'open', 'all']],
    ['a range alone', year, ['year!', 'all']],
    ['a choice of values', { op: 'in', key: 'code', values: ['x', 'y'] }, ['code!', 'all']],
    ['a complement', and(code, { op: 'not', of: open }), ['code', 'all']],
    ['a disjunction', { op: 'or', of: [code, open] }, ['all']],
    ['a key without an index', { op: 'eq', key: 'createdAt', value: 'x' }, ['all']],
    ['a contradiction', and(code, { op: 'eq', key: 'code', value: 'y' }), []],
  ] as const)('finds the records of %s', (_, filter, expected) => {
    expect(accesses(filter)).toEqual(expected);
  });
});

describe('indexesOf', () => {
  test('names every index once, and always the one by id', () => {
    const type = {
      ...thing,
      pairs: [
        { equal: ['code'], sort: null },
        { equal: [], sort: 'code' },
      ],
    };
    expect(indexesOf(type)).toEqual([[], ['code']]);
  });
});

describe('chooseAccess', () => {
  const budget = 5_000;
  const plan = planFilter(thing, and(quay, code, year));

  async function choose(found: Record<string, number>): Promise<string> {
    if (plan.kind === 'nothing') {
      return 'nothing';
    }
    const count = (access: Access, cap: number) => Math.min(found[nameOf(access)] ?? cap, cap);
    return nameOf(await chooseAccess(thing, plan, { limit: budget, count }));
  }

  test('takes the access that finds the fewest', async () => {
    expect(await choose({ terms: 4_000, code: 3_000, year: 2_000, all: 4_500 })).toBe('year');
  });

  test('counts no further once one finds few', async () => {
    expect(await choose({ terms: 900, code: 3 })).toBe('terms');
  });

  test('takes as many as the budget', async () => {
    expect(await choose({ year: budget })).toBe('year');
  });

  test('refuses when each finds more, and names fields to add', async () => {
    await expect(choose({ terms: budget + 1 })).rejects.toMatchObject({
      name: 'AccordError',
      code: 'QUERY_TOO_BROAD',
      message:
        'Expected a filter that leaves at most 5000 records of "Thing" to examine, it leaves more: add an equality on "open", or a search text.',
    });
  });
});
