import { basename } from 'node:path';
import { z } from 'zod';
import { canonicalDecimal, isDecimal } from '../../../shared/domain/decimal.js';
import type { Classification, Handling, Provenance } from '../../../shared/domain/record-body.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { checkRow } from '../../../shared/importing/check-row.js';
import { csvFilesOf } from '../../../shared/importing/csv-files.js';
import { readCsvRecords } from '../../../shared/importing/csv-rows.js';
import type { Importer, ImportItem, ImportSource } from '../../../shared/importing/importer.js';
import { createOrdinals } from '../../../shared/importing/ordinals.js';
import type { BudgetLineBody } from '../domain/budget-line-body.js';

/** A fiscal year of the city, July to June, such as `FY14-15`. */
const FiscalYear = z
  .string()
  .refine(isFiscalYear, 'a fiscal year such as FY14-15')
  .transform((text) => 2001 + Number(text.slice(2, 4)));

const Row = z.object({
  budget_year: FiscalYear,
  department: z.string().trim(),
  fund_code: z.string().trim(),
  account_type: z.enum(['Expense', 'Revenue'], { error: '"Expense" or "Revenue"' }),
  account_category: z.string().trim(),
  amount: z.string().trim().refine(isDecimal, 'a decimal number without separators'),
});
type Row = z.infer<typeof Row>;
type Phase = 'APPROVED' | 'ADJUSTED';

const columns = Object.keys(Row.shape);
const handling: Handling = { tlp: 'TLP:CLEAR', license: 'MIT', attribution: 'MUST' };

/**
 * The City of Oakland's budget as OpenOakland publishes it: one line per row. Rows repeat and each repeat counts, so a
 * row is known by its content and its ordinal among equal ones; all files of one phase belong in one import.
 */
export const oaklandFlow: Importer = {
  format: 'oakland-flow',
  domain: 'budgets',
  describes: "City of Oakland budget flows, a CSV file per fiscal year and phase (OpenOakland's budget data)",
  takes: 'the CSV files or their folder; a name says "adopted" or "adjusted"',
  read,
};

async function* read(source: ImportSource): AsyncGenerator<ImportItem> {
  const files = (await csvFilesOf(source.paths)).map((path) => ({ path, phase: phaseOf(path) }));
  const ordinalOf = createOrdinals();
  for (const { path, phase } of files) {
    const provenance = provenanceOf(phase, source.retrievedAt);
    for await (const item of readCsvRecords(path, columns)) {
      const checked = item.kind === 'row' ? checkRow(Row, item) : item;
      if (checked.kind === 'reject') {
        yield checked;
        continue;
      }
      const content = [phase, ...Object.values(checked.row).map(String)];
      const ordinal = ordinalOf(content.join('\n'));
      const local = source.keyedId('oakland-flow', ...content, `${ordinal}`);
      const body = toLine(checked.row, phase, provenance);
      yield { kind: 'records', at: checked.at, records: [{ type: 'BudgetLine', local, body }] };
    }
  }
}

function isFiscalYear(text: string): boolean {
  return /^FY\d{2}-\d{2}$/.test(text) && (Number(text.slice(2, 4)) + 1) % 100 === Number(text.slice(5));
}

function phaseOf(path: string): Phase {
  const file = basename(path);
  const isAdopted = /adopted/i.test(file);
  if (isAdopted === /adjusted/i.test(file)) {
    throw new AccordError('BAD_FILE', `Expected "adopted" or "adjusted" in the file name "${file}".`);
  }
  return isAdopted ? 'APPROVED' : 'ADJUSTED';
}

function provenanceOf(phase: string, retrievedAt: string): Provenance {
  return {
    sourceUrl: 'https://github.com/openoakland/openbudgetoakland',
    publisher: 'OpenOakland, from the budget of the City of Oakland',
    publisherUrl: 'https://openbudgetoakland.org',
    dataset: `oakland-flow-${phase.toLowerCase()}`,
    sourceType: 'THIRD_PARTY',
    license: 'MIT',
    attribution: 'Budget of the City of Oakland, prepared by OpenOakland',
    language: 'eng',
    retrievedAt,
  };
}

/**
 * Departments and categories have no codes in the source: their names are the codes. Budgets have a million lines, so
 * the body is built field by field, which is several times faster than spreading parts into it.
 */
function toLine(row: Row, phase: Phase, provenance: Provenance): BudgetLineBody {
  const line: BudgetLineBody = {
    handling,
    provenance,
    country: 'US',
    geo: 'US-CA',
    fiscalYear: row.budget_year,
    fiscalPeriod: { start: `${row.budget_year - 1}-07`, end: `${row.budget_year}-06` },
    direction: row.account_type === 'Expense' ? 'EXPENDITURE' : 'REVENUE',
    phase,
    amount: { amount: canonicalDecimal(row.amount), currency: 'USD' },
  };
  const title = row.department || row.account_category;
  if (title !== '') {
    line.title = title;
  }
  if (row.department !== '') {
    line.administrative = named('US-CA-OAKLAND-DEPARTMENT', row.department);
  }
  if (row.account_category !== '') {
    line.economic = named('US-CA-OAKLAND-CATEGORY', row.account_category);
  }
  if (row.fund_code !== '') {
    line.financialSource = { scheme: 'US-CA-OAKLAND-FUND', code: row.fund_code };
  }
  return line;
}

function named(scheme: string, name: string): Classification {
  return { scheme, code: name, label: name };
}
