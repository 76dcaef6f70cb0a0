import { z } from 'zod';
import { canonicalDecimal, isDecimal } from '../domain/decimal.js';
import { isPartialDate } from '../domain/partial-date.js';

/** Schemas of CSV cells for `checkRow`: messages complete "Expected …". Texts are NFC, a blank cell is `undefined`. */
export const textCell = z.string().transform((cell) => {
  const text = cell.normalize('NFC').trim();
  return text === '' ? undefined : text;
});

export const requiredCell = z.string().normalize('NFC').trim().min(1, 'a value');

export const dateCell = textCell.refine(
  (text) => text === undefined || isPartialDate(text),
  'a date such as 2019, 2019-05 or 2019-05-03',
);

const separated = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;

/** A decimal, with or without thousands separators, in its canonical form: `1,234.50` is `1234.5`. */
export const decimalCell = textCell
  .refine(
    (text) => text === undefined || (separated.test(text) && isDecimal(text.replaceAll(',', ''))),
    'a decimal number such as 1,234.50',
  )
  .transform((text) => (text === undefined ? undefined : canonicalDecimal(text.replaceAll(',', ''))));

/** A whole number of at most nine digits. */
export const countCell = textCell
  .refine((text) => text === undefined || /^\d{1,9}$/.test(text), 'a whole number')
  .transform((text) => (text === undefined ? undefined : Number(text)));
