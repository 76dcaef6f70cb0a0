import { z } from 'zod';
import type { PartyRef, Unspecified } from '../../../shared/domain/record-body.js';
import { dateCell, requiredCell, textCell } from '../../../shared/importing/cells.js';
import { checkRow } from '../../../shared/importing/check-row.js';
import type { CsvRecord, CsvReject } from '../../../shared/importing/csv-rows.js';
import type { DeclarationBody } from '../domain/declaration-body.js';
import type { UkParties } from './uk-parties.js';

const number = z
  .string()
  .trim()
  .regex(/^\d{1,12}$/, 'a number');

/** The columns that all twelve files of the register have. */
export const interestColumns = {
  ID: number,
  Summary: requiredCell,
  'Parent Interest ID': textCell.refine(
    (text) => text === undefined || /^\d{1,12}$/.test(text),
    'a number or nothing',
  ),
  Registered: dateCell,
  Published: dateCell,
  Category: requiredCell,
  'MNIS ID': number,
  Member: requiredCell,
  Link: textCell,
};
const InterestRow = z.object(interestColumns);
export type InterestRow = z.infer<typeof InterestRow>;

/** A cell that is `True`, `False` or blank. */
export const flagCell = z
  .enum(['True', 'False', ''], { error: '"True", "False" or nothing' })
  .transform((text) => (text === '' ? undefined : text === 'True'));

/** What a category's file says beyond the columns of all. */
export interface InterestDetails {
  readonly fields: Partial<DeclarationBody>;
  readonly unspecified?: readonly Unspecified[];
  /** The day it is about, for the year; without one the registration is taken. */
  readonly date?: string | undefined;
  /** In place of the register's summary where that names a private person. */
  readonly title?: string | undefined;
}

/** What a category's reader has besides its own row. */
export interface InterestContext {
  readonly parties: UkParties;
  /** Payers of category 1 by interest id: the payments of 1.1 and 1.2 name them by their parent only. */
  readonly payers: Map<string, PartyRef>;
}

export interface UkCategory {
  /** The columns its file must have. */
  readonly columns: readonly string[];
  read(
    record: CsvRecord,
    context: InterestContext,
  ): { readonly kind: 'interest'; readonly row: InterestRow; readonly details: InterestDetails } | CsvReject;
}

export function ukCategory<Row extends InterestRow>(
  columns: readonly string[],
  schema: z.ZodType<Row>,
  toDetails: (row: Row, context: InterestContext) => InterestDetails,
): UkCategory {
  return {
    columns,
    read(record, context) {
      const checked = checkRow(schema, record);
      return checked.kind === 'reject'
        ? checked
        : { kind: 'interest', row: checked.row, details: toDetails(checked.row, context) };
    },
  };
}

/** The parts that are there, as one text. */
export function describe(...parts: readonly (string | undefined)[]): string | undefined {
  const there = parts.filter((part) => part !== undefined);
  return there.length > 0 ? there.join('; ') : undefined;
}

/** An amount in pounds; undefined where the cell was blank. */
export function pounds(amount: string | undefined): { amount: string; currency: string } | undefined {
  return amount === undefined ? undefined : { amount, currency: 'GBP' };
}
