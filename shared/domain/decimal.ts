import { AccordError } from '../errors/accord-error.js';
import type { AmountKey } from './key-value.js';

/**
 * Exact decimals: at most 18 integer and 6 fraction digits, held as a BigInt of 10⁻⁶ units ("micros"). The format is
 * the GraphQL scalar `Decimal`. BigInt adds and compares exactly; no library is needed for that.
 */
const pattern = /^(-?)(\d{1,18})(?:\.(\d{1,6}))?$/;
const scale = 1_000_000n;
const lowRange = 1_000_000_000n;
const limit = 10n ** 24n;

export function isDecimal(text: string): boolean {
  return pattern.test(text);
}

/** Reads a decimal text into micros. Throws BAD_INPUT. */
export function readDecimal(text: string): bigint {
  const match = pattern.exec(text);
  if (!match) {
    throw new AccordError(
      'BAD_INPUT',
      'Expected a decimal number with at most 18 integer and 6 fraction digits, such as "-1234.5".',
    );
  }
  const micros = BigInt(match[2] ?? '0') * scale + BigInt((match[3] ?? '').padEnd(6, '0'));
  return match[1] === '-' ? -micros : micros;
}

/** Writes micros in the shortest form: no trailing zeros, no "-0". Throws SUM_OVERFLOW past 18 integer digits. */
export function writeDecimal(micros: bigint): string {
  const absolute = micros < 0n ? -micros : micros;
  if (absolute >= limit) {
    throw new AccordError('SUM_OVERFLOW', 'Expected a sum of at most 18 integer digits, it has more.');
  }
  const fraction = (absolute % scale).toString().padStart(6, '0').replace(/0+$/, '');
  return `${micros < 0n ? '-' : ''}${absolute / scale}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The canonical text of a decimal, so that equal amounts are equal texts. */
export function canonicalDecimal(text: string): string {
  return writeDecimal(readDecimal(text));
}

export function toAmountKey(micros: bigint): AmountKey {
  const low = ((micros % lowRange) + lowRange) % lowRange;
  return [Number((micros - low) / lowRange), Number(low)];
}

export function fromAmountKey(high: bigint | number, low: bigint | number): bigint {
  return BigInt(high) * lowRange + BigInt(low);
}
