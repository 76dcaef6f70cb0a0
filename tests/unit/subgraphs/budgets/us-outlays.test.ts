import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { BudgetLineBody } from '../../../../subgraphs/budgets/domain/budget-line-body.js';
import { usOutlays } from '../../../../subgraphs/budgets/importers/us-outlays.js';
import { readImport, readImportOf, realData } from '../../../fixtures/read-import.js';

const codes =
  'Agency Code,Agency Name,Bureau Code,Bureau Name,Account Code,Account Name,Treasury Agency Code,Subfunction Code,Subfunction Title,BEA Category,Grant/non-grant split,On- or Off- Budget';
const account =
  '900,Lantern Agency,01,Wick Bureau,0001,Oil,99,051,Lighthouses,Net interest,Nongrant,On-budget';
const real = realData('us-federal-budget');

const outlays = (header: string, ...rows: readonly string[]) => ({
  'outlays.csv': `${[`${codes},${header}`, ...rows].join('\n')}\n`,
});

describe('us-outlays', () => {
  it('reads an account into a line per period with an amount that is not zero, in dollars', async () => {
    const row = `${account},"-1,234",10,0,7,`;
    const { records, rejects } = await readImportOf(usOutlays, outlays('1976,TQ,1977,2016,2017', row));
    expect(rejects).toEqual([]);
    const bodies = records.map(({ body }) => BudgetLineBody.parse(body));
    expect(
      bodies.map(({ fiscalYear, fiscalPeriod, phase, amount }) => [
        fiscalYear,
        `${fiscalPeriod?.start}/${fiscalPeriod?.end}`,
        phase,
        amount?.amount,
      ]),
    ).toEqual([
      [1976, '1975-07/1976-06', 'EXECUTED', '-1234000'],
      [2016, '2015-10/2016-09', 'PROPOSED', '7000'],
      [undefined, '1976-07/1976-09', 'EXECUTED', '10000'],
    ]);
    expect(bodies[2]?.unspecified).toMatchObject([{ field: 'fiscalYear', reason: 'NOT_APPLICABLE' }]);
    expect(records[0]).toMatchObject({
      local: 'us-outlays.900.01.99.0001.051.net-interest.nongrant.on-budget.1976',
      body: {
        country: 'US',
        direction: 'EXPENDITURE',
        factor: 1000,
        title: 'Oil',
        administrative: { scheme: 'US-AGENCY-BUREAU', code: '900-01', label: 'Lantern Agency, Wick Bureau' },
        functional: { scheme: 'US-SUBFUNCTION', code: '051', label: 'Lighthouses' },
        activity: { scheme: 'US-ACCOUNT', code: '99-0001', label: 'Oil' },
        expenditureType: 'Net interest',
        handling: { tlp: 'TLP:CLEAR', license: 'CC0-1.0' },
      },
    });
  });

  it('tells accounts of the same codes apart by their order', async () => {
    const { records } = await readImportOf(usOutlays, outlays('1976', `${account},1`, `${account},2`));
    const id = 'us-outlays.900.01.99.0001.051.net-interest.nongrant.on-budget';
    expect(records.map(({ local }) => local)).toEqual([`${id}.1976`, `${id}.2.1976`]);
  });

  it('rejects a cell that is no amount, keeps the other years, and skips an account of zeros', async () => {
    const { records, rejects, skips } = await readImportOf(
      usOutlays,
      outlays('1976,1977', `${account},n/a,5`, `${account},0,0`),
    );
    expect(rejects).toEqual(['outlays.csv:2 1976 Expected a whole number of thousands in "1976".']);
    expect(records).toHaveLength(1);
    expect(skips).toEqual(['outlays.csv:3 no amount other than zero in any year']);
  });

  it('rejects a row without an agency or with a code of another form', async () => {
    const rows = [account.replace('900', ''), account.replace('051', '0 51')].map((row) => `${row},1`);
    const { records, rejects } = await readImportOf(usOutlays, outlays('1976', ...rows));
    expect(rejects).toEqual([
      'outlays.csv:2 Agency Code Expected a code in "Agency Code".',
      'outlays.csv:3 Subfunction Code Expected a code of at most 12 letters and digits in "Subfunction Code".',
    ]);
    expect(records).toEqual([]);
  });

  it('refuses a file without a column per year', async () => {
    await expect(readImportOf(usOutlays, outlays('note', `${account},1`))).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: 'Expected a column per fiscal year, such as "1976", in "outlays.csv".',
    });
  });

  it.skipIf(real.isMissing)(
    'reads the real table to the sums of its columns (needs ../shared/data)',
    async () => {
      const { records, rejects, skips } = await readImport(usOutlays, [real.path]);
      expect([rejects, skips]).toEqual([[], []]);
      expect(records).toHaveLength(90_953);
      expect(new Set(records.map(({ local }) => local)).size).toBe(90_953);
      const read = new Map<string, number>();
      for (const { body } of records) {
        const { fiscalYear = 'TQ', functional, amount } = BudgetLineBody.parse(body);
        const key = `${fiscalYear} ${functional?.code}`;
        read.set(key, (read.get(key) ?? 0) + Number(amount?.amount) / 1000);
      }
      expect(read).toEqual(sumsOfFile(join(real.path, 'outlays.csv')));
    },
  );
});

/** Thousands by column and subfunction, straight from the cells; all whole numbers far below 2⁵³. */
function sumsOfFile(path: string): Map<string, number> {
  const [header = [], ...rows]: string[][] = parse(readFileSync(path));
  const subfunction = header.indexOf('Subfunction Code');
  const sums = new Map<string, number>();
  for (const row of rows) {
    for (let i = 12; i < header.length; i++) {
      const value = Number((row[i] ?? '').replaceAll(',', ''));
      const key = `${header[i]} ${row[subfunction]}`;
      if (value !== 0) {
        sums.set(key, (sums.get(key) ?? 0) + value);
      }
    }
  }
  return sums;
}
