import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readDecimal, writeDecimal } from '../../../../shared/domain/decimal.js';
import { krProperty } from '../../../../subgraphs/asset-declarations/importers/kr-property.js';
import { ukRegister } from '../../../../subgraphs/asset-declarations/importers/uk-register.js';
import { hasRealData, type Imported, importOf, realData } from './import-fixture.js';

const ukFolder = join(realData, 'uk-register-of-interests');
const krFolder = join(realData, 'kr-officials-property');

let ukImport: Promise<Imported> | undefined;
let krImport: Promise<Imported> | undefined;

/** Each folder is read once for all tests. */
function uk(): Promise<Imported> {
  ukImport ??= importOf(ukRegister, ukFolder);
  return ukImport;
}

function kr(): Promise<Imported> {
  krImport ??= importOf(krProperty, krFolder);
  return krImport;
}

/** Skipped where ../shared/data is absent: the public records are no part of the project. */
describe.skipIf(!hasRealData)(
  `the published files${hasRealData ? '' : ' (skipped: ../shared/data is absent)'}`,
  () => {
    it('import each interest of the UK register, none rejected', async () => {
      const { declarations, rejects } = await uk();
      expect(rejects).toEqual([]);
      expect(declarations).toHaveLength(4_100);
      for (const file of readdirSync(ukFolder)) {
        const code = /_([\d.]+)\.csv$/.exec(basename(file))?.[1];
        const published = rowsOf(join(ukFolder, file)).length - 1;
        const imported = declarations.filter(({ body }) => body.category?.code === code);
        expect(`${code}: ${imported.length}`).toBe(`${code}: ${published}`);
      }
    });

    it('keep the exact amounts of UK gifts', async () => {
      const file = join(ukFolder, 'PublishedInterest-Category_3.csv');
      const [header = [], ...rows] = rowsOf(file);
      const { declarations } = await importOf(ukRegister, file);
      expect(totalOf(declarations)).toBe(sumOf(rows.map((row) => row[header.indexOf('Value')] ?? '')));
    });

    it('name the payer of each UK payment whose role is published', async () => {
      const { declarations } = await uk();
      const ids = new Set(declarations.map(({ local }) => local));
      const paid = declarations.filter(({ body }) => body.parent !== undefined && ids.has(body.parent));
      expect(paid.length).toBeGreaterThan(600);
      expect(paid.filter(({ body }) => body.incomes?.[0]?.payer === undefined)).toEqual([]);
    });

    it('import each row of the Korean file but the one whose columns are swapped', async () => {
      const { declarations, rejects, rows } = await kr();
      expect(rejects).toEqual([
        {
          line: 2343,
          column: 'value',
          reason: 'Expected an amount in thousand won such as 1,234, or "-" in "value".',
        },
      ]);
      expect(rows + rejects.length).toBe(3_028);
      expect(declarations).toHaveLength(183);
    });

    it('add up Korean assets minus liabilities to the won', async () => {
      const { declarations } = await kr();
      const bad = 2_343;
      const all = rowsOf(join(krFolder, '4_aligned.csv'));
      const partial = all[bad - 1]?.[0];
      const values = all
        .filter(([name]) => name !== partial)
        .map((row) => {
          const value = /^[\d,]+/.exec(row[5] ?? '')?.[0] ?? '0';
          return row[2]?.includes('채무') === true ? `-${value}` : value;
        });
      expect(totalOf(declarations)).toBe(`${sumOf(values)}000`);
    });

    it('keep no lot number and no street of a Korean property', async () => {
      const { declarations, parties } = await kr();
      expect(JSON.stringify([declarations, parties])).not.toMatch(/번지|Terrace|Crenshaw|\d{6}-\d{7}/);
    });
  },
);

function rowsOf(file: string): string[][] {
  return parse(readFileSync(file, 'utf8'), { bom: true, relax_column_count: true });
}

function totalOf(declarations: Imported['declarations']): string {
  return sumOf(declarations.map(({ body }) => body.total?.amount ?? '0'));
}

function sumOf(values: readonly string[]): string {
  return writeDecimal(values.reduce((sum, value) => sum + readDecimal(value.replaceAll(',', '')), 0n));
}
