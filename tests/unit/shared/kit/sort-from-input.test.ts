import { describe, expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { type OrderInput, sortFromInput } from '../../../../shared/kit/sort-from-input.js';
import { everything, type Filter } from '../../../../shared/store/filter.js';
import { budgetRecordTypes } from '../../../../subgraphs/budgets/domain/record-types.js';

const type = budgetRecordTypes.find(({ name }) => name === 'BudgetLine');
const usd: Filter = { op: 'eq', key: 'currency', value: 'USD' };
const sort = (orderBy: readonly OrderInput[] | null, filter: Filter = everything) => {
  if (type === undefined) {
    throw new Error('no BudgetLine');
  }
  return sortFromInput(orderBy, type, filter);
};

describe('orderBy becomes a sort of the store', () => {
  test.each<[string, OrderInput[] | null, Filter, unknown]>([
    ['none', null, everything, []],
    [
      'several, ascending unless said otherwise',
      [{ field: 'FISCAL_YEAR', direction: 'DESC' }, { field: 'FUNCTIONAL' }],
      everything,
      [
        { key: 'fiscalYear', direction: 'DESC' },
        { key: 'functional', direction: 'ASC' },
      ],
    ],
    ['by amounts of one currency', [{ field: 'AMOUNT' }], usd, [{ key: 'amount', direction: 'ASC' }]],
    [
      'by amounts of a currency pinned within and',
      [{ field: 'AMOUNT' }],
      { op: 'and', of: [everything, { op: 'and', of: [usd] }] },
      [{ key: 'amount', direction: 'ASC' }],
    ],
  ])('%s', (_, orderBy, filter, expected) => {
    expect(sort(orderBy, filter)).toEqual(expected);
  });
});

describe('a bad order is BAD_INPUT', () => {
  const unpinned = new AccordError(
    'BAD_INPUT',
    'Expected "currency" to be pinned by a top-level eq in the filter to sort by "AMOUNT".',
  );
  test.each<[string, OrderInput[], Filter, AccordError]>([
    ['amounts of any currency', [{ field: 'AMOUNT' }], everything, unpinned],
    ['amounts of not one currency', [{ field: 'AMOUNT' }], { op: 'not', of: usd }, unpinned],
    ['amounts of one currency or another', [{ field: 'AMOUNT' }], { op: 'or', of: [usd] }, unpinned],
    [
      'a key twice',
      [{ field: 'FISCAL_YEAR' }, { field: 'FISCAL_YEAR', direction: 'DESC' }],
      everything,
      new AccordError('BAD_INPUT', 'Expected each sort key once, got "FISCAL_YEAR" twice.'),
    ],
    [
      'too many keys',
      Array.from({ length: 5 }, () => ({ field: 'FISCAL_YEAR' })),
      everything,
      new AccordError('BAD_INPUT', 'Expected at most 4 sort keys, got 5.'),
    ],
  ])('%s', (_, orderBy, filter, error) => {
    expect(() => sort(orderBy, filter)).toThrow(error);
  });
});
