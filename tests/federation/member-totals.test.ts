import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillStore, inventedDeclaration, inventedLine } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

const apart = { phase: 'APPROVED', direction: 'EXPENDITURE', currency: 'USD' };
let member: TestMember;

beforeAll(async () => {
  const store = memoryStore();
  await fillStore(store, [
    inventedLine('b-1', {
      ...apart,
      amount: '0.1',
      functional: { scheme: 'COFOG', code: '02', label: 'Order' },
    }),
    inventedLine('b-2', {
      ...apart,
      amount: '0.2',
      functional: { scheme: 'COFOG', code: '02', label: 'Defence' },
    }),
    inventedLine('b-3', { ...apart, functional: { scheme: 'COFOG', code: '01' } }),
    inventedLine('b-4', { ...apart, amount: '-5' }),
    inventedLine('b-5', { ...apart, phase: 'EXECUTED', amount: '7' }),
    inventedLine('b-6', { ...apart, currency: 'EUR', amount: '999999999999999999', fiscalYear: 2019 }),
    inventedLine('b-7', { ...apart, currency: 'EUR', amount: '1', fiscalYear: 2019 }),
    inventedLine('b-8', { ...apart, currency: 'EUR', amount: '2', fiscalYear: 2018 }),
    ...inventedDeclaration(1),
    ...inventedDeclaration(2, { total: { amount: '3', currency: 'EUR' } }),
  ]);
  member = await startTestMember({ store });
});
afterAll(() => member.stop());

const query = `query($filter: BudgetLineFilter!, $groupBy: [BudgetDimension!]!) {
  budgetTotals(filter: $filter, groupBy: $groupBy) {
    key { dimension scheme code label } count { value relation } sum currency complete suppressedBecause
  }
}`;
const pinned = { phase: { eq: 'APPROVED' }, direction: { eq: 'EXPENDITURE' }, currency: { eq: 'USD' } };
const exact = (value: number) => ({ value, relation: 'EXACT' });
const whole = { complete: true, suppressedBecause: null };

test('sums are exact, by scheme and code, under the least label, records without a code last', async () => {
  const { json } = await member.ask('budgets', query, { filter: pinned, groupBy: ['FUNCTIONAL'] });
  const key = (scheme: string | null, code: string | null, label: string | null) => [
    { dimension: 'FUNCTIONAL', scheme, code, label },
  ];
  expect(json).toEqual({
    data: {
      budgetTotals: [
        { key: key('COFOG', '01', null), count: exact(1), sum: null, currency: 'USD', ...whole },
        { key: key('COFOG', '02', 'Defence'), count: exact(2), sum: '0.3', currency: 'USD', ...whole },
        { key: key(null, null, null), count: exact(1), sum: '-5', currency: 'USD', ...whole },
      ],
    },
  });
});

test('what is not added together may be grouped by instead of pinned', async () => {
  const { json } = await member.ask('budgets', query, {
    filter: { direction: { eq: 'EXPENDITURE' }, currency: { ne: 'EUR' } },
    groupBy: ['PHASE', 'CURRENCY'],
  });
  const key = (phase: string) => [
    { dimension: 'PHASE', scheme: null, code: phase, label: null },
    { dimension: 'CURRENCY', scheme: null, code: 'USD', label: null },
  ];
  expect(json).toEqual({
    data: {
      budgetTotals: [
        { key: key('APPROVED'), count: exact(4), sum: '-4.7', currency: 'USD', ...whole },
        { key: key('EXECUTED'), count: exact(1), sum: '7', currency: 'USD', ...whole },
      ],
    },
  });
});

test('the total of everything is one group, of nothing none', async () => {
  const all = await member.ask('budgets', query, { filter: pinned, groupBy: [] });
  expect(all.json).toEqual({
    data: { budgetTotals: [{ key: [], count: exact(4), sum: '-4.7', currency: 'USD', ...whole }] },
  });
  const none = await member.ask('budgets', query, {
    filter: { ...pinned, fiscalYear: { eq: 1900 } },
    groupBy: [],
  });
  expect(none.json).toEqual({ data: { budgetTotals: [] } });
});

test('a sum that overflows is an error of its group alone', async () => {
  const { json } = await member.ask('budgets', query, {
    filter: { ...pinned, currency: { eq: 'EUR' } },
    groupBy: ['FISCAL_YEAR'],
  });
  expect(json).toMatchObject({
    data: { budgetTotals: [{ sum: '2' }, { sum: null, count: exact(2) }] },
    errors: [{ path: ['budgetTotals', 1, 'sum'], extensions: { code: 'SUM_OVERFLOW' } }],
  });
});

describe('what must not be added together is refused', () => {
  const refused = (missing: string) =>
    `Expected ${missing} in "groupBy" or pinned by a top-level eq in the filter: their amounts are not added together.`;
  test.each([
    ['nothing pinned', {}, ['COUNTRY'], 'NOT_ADDABLE', refused('PHASE and DIRECTION and CURRENCY')],
    [
      'one of several phases',
      { ...pinned, phase: { in: ['APPROVED', 'ADJUSTED'] } },
      ['COUNTRY'],
      'NOT_ADDABLE',
      refused('PHASE'),
    ],
    [
      'pinned within or',
      { phase: { eq: 'APPROVED' }, direction: { eq: 'REVENUE' }, or: [{ currency: { eq: 'USD' } }] },
      [],
      'NOT_ADDABLE',
      refused('CURRENCY'),
    ],
    [
      'too many dimensions',
      pinned,
      ['COUNTRY', 'FISCAL_YEAR', 'ECONOMIC', 'ACTIVITY', 'FUNCTIONAL'],
      'BAD_INPUT',
      'Expected "groupBy" to name at most 4 dimensions, got 5.',
    ],
    [
      'a dimension twice',
      pinned,
      ['COUNTRY', 'COUNTRY'],
      'BAD_INPUT',
      'Expected "groupBy" to name each dimension once.',
    ],
  ])('%s', async (_, filter, groupBy, code, message) => {
    const { json } = await member.ask('budgets', query, { filter, groupBy });
    expect(json).toMatchObject({
      data: { budgetTotals: null },
      errors: [{ message, path: ['budgetTotals'], extensions: { code } }],
    });
  });
});

test('records of several currencies are counted together, and summed only by currency', async () => {
  const ask = (groupBy: string, fields: string) =>
    member.ask(
      'asset-declarations',
      `fragment F on DeclarationTotal { ${fields} } { declarationTotals(filter: {}, groupBy: [${groupBy}]) { ...F } }`,
    );
  expect((await ask('COUNTRY', 'count { value } currency')).json).toEqual({
    data: { declarationTotals: [{ count: { value: 2 }, currency: null }] },
  });
  expect((await ask('COUNTRY', 'count { value } sum')).json).toMatchObject({
    data: { declarationTotals: null },
    errors: [{ extensions: { code: 'NOT_ADDABLE' } }],
  });
  expect((await ask('COUNTRY', 'count { value } sum @skip(if: true)')).json).toEqual({
    data: { declarationTotals: [{ count: { value: 2 } }] },
  });
  expect((await ask('CURRENCY', 'sum currency')).json).toEqual({
    data: {
      declarationTotals: [
        { sum: '3', currency: 'EUR' },
        { sum: '1.5', currency: 'GBP' },
      ],
    },
  });
});
