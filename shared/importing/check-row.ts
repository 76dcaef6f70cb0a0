import type { z } from 'zod';
import type { CsvReject } from './csv-rows.js';
import type { RowRef } from './importer.js';

export type CheckedRow<Row> = { readonly kind: 'checked'; readonly at: RowRef; readonly row: Row };

/**
 * A row as its schema reads it, or the reject that says of each faulty column what was expected. The messages of the
 * schema complete "Expected …" and hold no content of the row.
 */
export function checkRow<Row>(
  schema: z.ZodType<Row>,
  { at, row }: { at: RowRef; row: unknown },
): CheckedRow<Row> | CsvReject {
  const read = schema.safeParse(row);
  if (read.success) {
    return { kind: 'checked', at, row: read.data };
  }
  const faults = read.error.issues.map(({ path, message }) => ({ column: path.join('.'), message }));
  const reason = faults.map(({ column, message }) => `Expected ${message} in "${column}".`).join(' ');
  return { kind: 'reject', at: { ...at, column: faults[0]?.column }, reason, row };
}
