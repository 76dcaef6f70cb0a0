import { describe, expect, it } from 'vitest';
import { readDecimal, writeDecimal } from '../../../../shared/domain/decimal.js';
import { BudgetLineBody } from '../../../../subgraphs/budgets/domain/budget-line-body.js';
import { oaklandFlow } from '../../../../subgraphs/budgets/importers/oakland-flow.js';
import { type ReadImport, readImport, readImportOf, realData } from '../../../fixtures/read-import.js';

const header = 'budget_year,department,fund_code,account_type,account_category,amount\n';
const real = realData('oakland-budget');

function sumOf({ records }: ReadImport, phase: string, direction: string): string {
  const bodies = records.map(({ body }) => BudgetLineBody.parse(body));
  const lines = bodies.filter((body) => body.phase === phase && body.direction === direction);
  return writeDecimal(lines.reduce((sum, { amount }) => sum + readDecimal(amount?.amount ?? '0'), 0n));
}

describe('oakland-flow', () => {
  it('reads a row of an adopted budget as an approved line', async () => {
    const { records, rejects } = await readImportOf(oaklandFlow, {
      'FY14-15__adopted.csv': `${header}FY14-15,Lantern Service,1010,Expense,,1200.50\n`,
    });
    expect(rejects).toEqual([]);
    expect(records).toMatchObject([
      {
        type: 'BudgetLine',
        body: {
          fiscalYear: 2015,
          fiscalPeriod: { start: '2014-07', end: '2015-06' },
          phase: 'APPROVED',
          direction: 'EXPENDITURE',
          amount: { amount: '1200.5', currency: 'USD' },
          title: 'Lantern Service',
          administrative: { scheme: 'US-CA-OAKLAND-DEPARTMENT', code: 'Lantern Service' },
          financialSource: { code: '1010' },
          handling: { tlp: 'TLP:CLEAR' },
          provenance: { license: 'MIT', dataset: 'oakland-flow-approved' },
        },
      },
    ]);
    expect(records[0]?.body).not.toHaveProperty('economic');
  });

  it('counts equal rows each, and gives the same ids to the same file', async () => {
    const row = 'FY14-15,,1010,Revenue,Lantern Tax,5\n';
    const files = { 'x_adjusted.csv': `${header}${row}${row}${row}` };
    const first = await readImportOf(oaklandFlow, files);
    const again = await readImportOf(oaklandFlow, files);
    expect(new Set(first.records.map(({ local }) => local)).size).toBe(3);
    expect(again.records).toEqual(first.records);
    expect(sumOf(first, 'ADJUSTED', 'REVENUE')).toBe('15');
  });

  it.each([
    ['a fiscal year of other form', '2015,A,1,Expense,,1', 'budget_year', 'a fiscal year such as FY14-15'],
    ['a fiscal year of two years', 'FY14-16,A,1,Expense,,1', 'budget_year', 'a fiscal year such as FY14-15'],
    ['another account type', 'FY14-15,A,1,Gift,,1', 'account_type', '"Expense" or "Revenue"'],
    ['no amount', 'FY14-15,A,1,Expense,,', 'amount', 'a decimal number without separators'],
    [
      'an amount with separators',
      'FY14-15,A,1,Expense,,"1,000"',
      'amount',
      'a decimal number without separators',
    ],
  ])('rejects %s and reads on', async (_, row, column, expected) => {
    const { records, rejects } = await readImportOf(oaklandFlow, {
      'adopted.csv': `${header}${row}\nFY14-15,B,1,Expense,,1\n`,
    });
    expect(rejects).toEqual([`adopted.csv:2 ${column} Expected ${expected} in "${column}".`]);
    expect(records).toHaveLength(1);
  });

  it.each([
    ['flow.csv', 'names no phase'],
    ['adopted-and-adjusted.csv', 'names two'],
  ])('refuses a file whose name %s', async (name) => {
    await expect(readImportOf(oaklandFlow, { [name]: header })).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: `Expected "adopted" or "adjusted" in the file name "${name}".`,
    });
  });

  it('refuses a file without its columns', async () => {
    await expect(readImportOf(oaklandFlow, { 'adopted.csv': 'a,b\n1,2\n' })).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining('"budget_year"'),
    });
  });

  it.skipIf(real.isMissing)(
    'reads the real budget to its published sums (needs ../shared/data)',
    async () => {
      const read = await readImport(oaklandFlow, [real.path]);
      expect(read.rejects).toEqual([]);
      expect(read.records).toHaveLength(8909 + 9120);
      expect(new Set(read.records.map(({ local }) => local)).size).toBe(8909 + 9120);
      expect(sumOf(read, 'APPROVED', 'EXPENDITURE')).toBe('1090122151');
      expect(sumOf(read, 'ADJUSTED', 'EXPENDITURE')).toBe('1148691330');
      expect(sumOf(read, 'APPROVED', 'REVENUE')).toBe('1090238743');
    },
  );
});
