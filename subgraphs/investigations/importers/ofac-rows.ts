import { z } from 'zod';
import { type CheckedRow, checkRow } from '../../../shared/importing/check-row.js';
import { type CsvReject, readCsvRows } from '../../../shared/importing/csv-rows.js';

/** `-0-` is how OFAC writes that there is nothing. */
const cell = z.string().transform((text) => {
  const trimmed = text.trim();
  return trimmed === '' || trimmed === '-0-' ? undefined : trimmed;
});
const number = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,11}$/, 'a whole number');
const required = cell.refine((text) => text !== undefined, 'a value').transform((text) => text ?? '');

export const SdnRow = z.object({
  number,
  name: required,
  type: cell.transform((text) => text?.toLowerCase()),
  program: required,
  title: cell,
  callSign: cell,
  vesselType: cell,
  tonnage: cell,
  grossTonnage: cell,
  vesselFlag: cell,
  vesselOwner: cell,
  remarks: cell,
});
export type SdnRow = z.infer<typeof SdnRow>;

/** Remarks of names and addresses are not kept. */
export const AltRow = z.object({ number, altNumber: number, type: cell, name: required, remarks: cell });
export type AltRow = z.infer<typeof AltRow>;

export const AddRow = z.object({
  number,
  addressNumber: number,
  address: cell,
  place: cell,
  country: cell,
  remarks: cell,
});
export type AddRow = z.infer<typeof AddRow>;

/** The rows of one of OFAC's headerless files, cells in the order of the schema's fields. */
export async function* readOfacRows<Row>(
  path: string,
  schema: z.ZodType<Row> & { readonly shape: object },
): AsyncGenerator<CheckedRow<Row> | CsvReject> {
  const names = Object.keys(schema.shape);
  for await (const item of readCsvRows(path)) {
    if (item.kind === 'reject') {
      yield item;
    } else if (item.cells.length === 1 && item.cells[0]?.trim() === endOfFile) {
      return;
    } else if (item.cells.length !== names.length) {
      const reason = `Expected ${names.length} cells, the row has ${item.cells.length}.`;
      yield { kind: 'reject', at: item.at, reason, row: item.cells };
    } else {
      const row = Object.fromEntries(names.map((name, i) => [name, item.cells[i]]));
      yield checkRow(schema, { at: item.at, row });
    }
  }
}

/** OFAC's files end with the end-of-file mark of CP/M. */
const endOfFile = '\u001a';
