import { basename } from 'node:path';
import { z } from 'zod';
import { readDecimal, writeDecimal } from '../../../shared/domain/decimal.js';
import type { Classification, Handling, Provenance } from '../../../shared/domain/record-body.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { checkRow } from '../../../shared/importing/check-row.js';
import { csvFilesOf } from '../../../shared/importing/csv-files.js';
import { readCsvRecords } from '../../../shared/importing/csv-rows.js';
import type { Importer, ImportItem, ImportSource, RowRef } from '../../../shared/importing/importer.js';
import { createOrdinals } from '../../../shared/importing/ordinals.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { BudgetLineBody } from '../domain/budget-line-body.js';
import { type FiscalColumn, fiscalColumnsOf } from './us-fiscal-columns.js';

const code = z.string().regex(/^[A-Za-z0-9]{0,12}$/, 'a code of at most 12 letters and digits');
const words = z.string().trim().max(500, 'at most 500 characters');

const Account = z.object({
  'Agency Code': code.min(1, 'a code'),
  'Agency Name': words,
  'Bureau Code': code,
  'Bureau Name': words,
  'Account Code': code,
  'Account Name': words,
  'Treasury Agency Code': code,
  'Subfunction Code': code.min(1, 'a code'),
  'Subfunction Title': words,
  'BEA Category': words,
  'Grant/non-grant split': words,
  'On- or Off- Budget': words,
});
type Account = z.infer<typeof Account>;

const columns = Object.keys(Account.shape);
const thousand = 1000;
const handling: Handling = { tlp: 'TLP:CLEAR', license: 'CC0-1.0', attribution: 'MAY' };

/**
 * The outlays table of the US Public Budget Database: one line per account and year with an amount that is not zero.
 * Amounts are in thousands of dollars; negative ones are offsetting receipts and stay negative outlays, so that the
 * lines of a year add up to the column's sum.
 */
export const usOutlays: Importer = {
  format: 'us-outlays',
  domain: 'budgets',
  describes: 'US federal outlays by account and year (Public Budget Database, outlays.csv)',
  takes: 'the file outlays.csv or its folder',
  read,
};

async function* read(source: ImportSource): AsyncGenerator<ImportItem> {
  const ordinalOf = createOrdinals();
  for (const path of await csvFilesOf(source.paths)) {
    let years: readonly FiscalColumn[] | undefined;
    for await (const item of readCsvRecords(path, columns)) {
      if (item.kind === 'reject') {
        yield item;
        continue;
      }
      years ??= yearsOf(basename(path), item.row);
      const checked = checkRow(Account, item);
      if (checked.kind === 'reject') {
        yield checked;
        continue;
      }
      const line = toLine(checked.row, source.retrievedAt);
      const ordinal = ordinalOf(line.id);
      const id = ordinal === 1 ? line.id : `${line.id}.${ordinal}`;
      yield* linesOf({ at: item.at, cells: item.row, years, id, body: line.body });
    }
  }
}

function yearsOf(file: string, row: Readonly<Record<string, string>>): readonly FiscalColumn[] {
  const years = fiscalColumnsOf(Object.keys(row));
  if (years.length === 0) {
    throw new AccordError('BAD_FILE', `Expected a column per fiscal year, such as "1976", in "${file}".`);
  }
  return years;
}

interface AccountRow {
  readonly at: RowRef;
  readonly cells: Readonly<Record<string, string>>;
  readonly years: readonly FiscalColumn[];
  /** Of the account, before the year. */
  readonly id: string;
  readonly body: BudgetLineBody;
}

/** A cell that is no number is a reject of its own and does not cost the row its other years. */
function* linesOf({ at, cells, years, id, body }: AccountRow): Generator<ImportItem> {
  const records: RecordInput[] = [];
  let faults = 0;
  for (const { column, fields } of years) {
    const cell = (cells[column] ?? '').trim();
    const micros = readThousands(cell);
    if (micros === undefined) {
      faults += 1;
      const reason = `Expected a whole number of thousands in "${column}".`;
      yield { kind: 'reject', at: { ...at, column }, reason, row: cell };
    } else if (micros !== 0n) {
      const amount = { amount: writeDecimal(micros), currency: 'USD' };
      records.push({ type: 'BudgetLine', local: `${id}.${column}`, body: { ...body, ...fields, amount } });
    }
  }
  if (records.length > 0) {
    yield { kind: 'records', at, records };
  } else if (faults === 0) {
    yield { kind: 'skip', at, reason: 'no amount other than zero in any year' };
  }
}

/** Dollars in 10⁻⁶ units; a blank cell is no amount. */
function readThousands(cell: string): bigint | undefined {
  if (cell === '') {
    return 0n;
  }
  if (!/^-?(\d{1,12}|\d{1,3}(,\d{3}){1,3})$/.test(cell)) {
    return undefined;
  }
  return readDecimal(cell.replaceAll(',', '')) * BigInt(thousand);
}

/** What all lines of an account have in common, and an id of its public codes, `_` where one is blank. */
function toLine(row: Account, retrievedAt: string): { id: string; body: BudgetLineBody } {
  const administrative = [row['Agency Code'], row['Bureau Code']];
  const account = [row['Treasury Agency Code'], row['Account Code']];
  const kinds = [row['BEA Category'], row['Grant/non-grant split'], row['On- or Off- Budget']];
  const codes = [...administrative, ...account, row['Subfunction Code'], ...kinds.map(slug)];
  const id = codes.map((part) => part || '_').join('.');
  return {
    id: `us-outlays.${id}`,
    body: {
      handling,
      provenance: { ...provenance, sourceId: id, retrievedAt },
      budgetLineId: id,
      country: 'US',
      direction: 'EXPENDITURE',
      factor: thousand,
      ...(row['Account Name'] === '' ? {} : { title: row['Account Name'] }),
      administrative: classification('US-AGENCY-BUREAU', administrative, [
        row['Agency Name'],
        row['Bureau Name'],
      ]),
      functional: classification('US-SUBFUNCTION', [row['Subfunction Code']], [row['Subfunction Title']]),
      ...(row['Account Code'] === ''
        ? {}
        : { activity: classification('US-ACCOUNT', account, [row['Account Name']]) }),
      ...(row['BEA Category'] === '' ? {} : { expenditureType: row['BEA Category'] }),
    },
  };
}

const provenance: Provenance = {
  sourceUrl: 'https://github.com/WhiteHouse/budgetdata',
  publisher: 'US Office of Management and Budget',
  publisherUrl: 'https://www.whitehouse.gov/omb/',
  dataset: 'us-outlays',
  sourceType: 'OFFICIAL_REGISTER',
  license: 'CC0-1.0',
  attribution:
    'Budget of the United States Government, Public Budget Database, US Office of Management and Budget',
  language: 'eng',
};

function classification(scheme: string, codes: readonly string[], names: readonly string[]): Classification {
  const label = [...new Set(names)].filter((name) => name !== '').join(', ');
  const joined = codes.filter((part) => part !== '').join('-');
  return { scheme, code: joined, ...(label === '' ? {} : { label }) };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
