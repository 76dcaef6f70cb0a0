import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  countCell,
  dateCell,
  decimalCell,
  requiredCell,
  textCell,
} from '../../../../shared/importing/cells.js';

function read(cell: z.ZodType, text: string): unknown {
  const result = cell.safeParse(text);
  return result.success ? result.data : result.error.issues.map(({ message }) => message);
}

describe('CSV cells', () => {
  it.each([
    ['text', textCell, ' a  b ', 'a  b'],
    ['text', textCell, '  ', undefined],
    ['required text', requiredCell, ' a ', 'a'],
    ['required text', requiredCell, ' ', ['a value']],
    ['a date', dateCell, '2019-05', '2019-05'],
    ['a date', dateCell, '', undefined],
    ['a date', dateCell, '2019-02-30', ['a date such as 2019, 2019-05 or 2019-05-03']],
    ['a decimal', decimalCell, '1,234,567.50', '1234567.5'],
    ['a decimal', decimalCell, '-0.00', '0'],
    ['a decimal', decimalCell, '', undefined],
    ['a decimal', decimalCell, '12,34', ['a decimal number such as 1,234.50']],
    ['a decimal', decimalCell, '1e3', ['a decimal number such as 1,234.50']],
    ['a decimal', decimalCell, '1.1234567', ['a decimal number such as 1,234.50']],
    ['a decimal', decimalCell, `1${'0'.repeat(18)}`, ['a decimal number such as 1,234.50']],
    ['a count', countCell, '007', 7],
    ['a count', countCell, '', undefined],
    ['a count', countCell, '1.5', ['a whole number']],
  ])('read %s: %#', (_, cell, text, expected) => {
    expect(read(cell, text)).toEqual(expected);
  });
});
