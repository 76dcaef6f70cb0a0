import type { BudgetLineBody } from '../domain/budget-line-body.js';

export interface FiscalColumn {
  /** The column's header: a year or `TQ`. */
  readonly column: string;
  /** What the column says of its lines. */
  readonly fields: Pick<BudgetLineBody, 'fiscalYear' | 'fiscalPeriod' | 'phase' | 'unspecified'>;
}

/** The table is of the budget for fiscal year 2017: what it gives from 2016 on are estimates. */
const firstEstimate = 2016;

/** US fiscal years began in July up to 1976 and begin in October since 1977. */
const firstOctoberYear = 1977;

/**
 * The quarter between the two calendars, July to September 1976. It belongs to no fiscal year: its lines have the
 * period and no year, so that the lines of 1976 and of 1977 add up to their own columns.
 */
const transitionQuarter: FiscalColumn = {
  column: 'TQ',
  fields: {
    fiscalPeriod: { start: '1976-07', end: '1976-09' },
    phase: 'EXECUTED',
    unspecified: [
      {
        field: 'fiscalYear',
        reason: 'NOT_APPLICABLE',
        description: 'Transition quarter July to September 1976',
      },
    ],
  },
};

/** The columns of a header that hold a fiscal period's amounts, with what they say. */
export function fiscalColumnsOf(header: readonly string[]): FiscalColumn[] {
  return header.flatMap((column) => {
    if (column === transitionQuarter.column) {
      return [transitionQuarter];
    }
    return /^(19|20)\d{2}$/.test(column) ? [yearColumn(column, Number(column))] : [];
  });
}

function yearColumn(column: string, year: number): FiscalColumn {
  const [first, last] = year < firstOctoberYear ? ['07', '06'] : ['10', '09'];
  return {
    column,
    fields: {
      fiscalYear: year,
      fiscalPeriod: { start: `${year - 1}-${first}`, end: `${year}-${last}` },
      phase: year < firstEstimate ? 'EXECUTED' : 'PROPOSED',
    },
  };
}
