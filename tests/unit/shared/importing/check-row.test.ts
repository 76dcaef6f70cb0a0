import { expect, it } from 'vitest';
import { z } from 'zod';
import { checkRow } from '../../../../shared/importing/check-row.js';

const Row = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/, 'a year')
    .transform(Number),
  name: z.string().min(1, 'a name'),
});
const at = { file: 'x.csv', line: 3 };

it('gives the row as its schema reads it', () => {
  expect(checkRow(Row, { at, row: { year: '2020', name: 'A', more: '' } })).toEqual({
    kind: 'checked',
    at,
    row: { year: 2020, name: 'A' },
  });
});

it('rejects with all faults in one line, the column of the first, and the row apart from the reason', () => {
  const row = { year: 'MMXX', name: '' };
  expect(checkRow(Row, { at, row })).toEqual({
    kind: 'reject',
    at: { ...at, column: 'year' },
    reason: 'Expected a year in "year". Expected a name in "name".',
    row,
  });
});
