import { createHmac } from 'node:crypto';
import { isDecimal, readDecimal, writeDecimal } from '../domain/decimal.js';
import { isPartialDate, normalizeInstant } from '../domain/partial-date.js';
import type { MaskName } from './mask-table.js';
import type { ApplyMask } from './member-policy.js';

/** Stands for a text, the same one each time for one caller of one member and for nobody else. */
export type TokenOf = (text: string) => string;

/** Tokens of 132 bits under a key made of the member's secret and the caller's subject. */
export function tokensFor(secret: string | Uint8Array, subject: string): TokenOf {
  let key: Buffer | undefined;
  return (text) => {
    key ??= createHmac('sha256', secret).update(`mask\u0000${subject}`).digest();
    return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
  };
}

/**
 * Makes of a value what may be shown of it, of a list of each of its items; of a list that is to be null, nothing, for
 * how long it is says something too. What a mask cannot be made of is null: it never lets a value through that it does
 * not know.
 */
export function maskOf(name: MaskName, tokenOf: TokenOf): ApplyMask {
  if (name === 'NULL') {
    return () => null;
  }
  const mask = masks[name];
  const apply: ApplyMask = (value) =>
    Array.isArray(value)
      ? value.map(apply)
      : value === null || value === undefined
        ? null
        : mask(value, tokenOf);
  return apply;
}

const masks: Readonly<Record<Exclude<MaskName, 'NULL'>, (value: unknown, tokenOf: TokenOf) => unknown>> = {
  YEAR: yearOf,
  ROUNDED: rounded,
  BAND: (value) => (isMoney(value) ? banded(value) : null),
  PARTIAL: (value) => (typeof value === 'string' ? `${[...value].slice(0, 1).join('')}…` : null),
  TOKEN: (value, tokenOf) =>
    typeof value === 'string' || typeof value === 'number' ? tokenOf(String(value)) : null,
};

/** The year of a date, and the beginning of the year of an instant. */
function yearOf(value: unknown): string | null {
  if (typeof value !== 'string') {
    return null;
  }
  if (isPartialDate(value)) {
    return value.slice(0, 4);
  }
  const instant = normalizeInstant(value);
  return instant === undefined ? null : `${instant.slice(0, 4)}-01-01T00:00:00.000Z`;
}

/** Two significant digits. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? Number(value.toPrecision(2)) : null;
  }
  if (typeof value === 'string') {
    return isDecimal(value) ? writeDecimal(roundMicros(readDecimal(value))) : null;
  }
  return isMoney(value) ? { ...withoutAmounts(value), ...part('amount', rounded(value['amount'])) } : null;
}

function roundMicros(micros: bigint): bigint {
  const absolute = magnitude(micros);
  const unit = 10n ** BigInt(Math.max(0, absolute.toString().length - 2));
  const up = ((absolute + unit / 2n) / unit) * unit;
  // The largest decimals would be rounded up to one digit more than there can be.
  const result = up >= limit ? (absolute / unit) * unit : up;
  return micros < 0n ? -result : result;
}

/** The powers of ten that an amount, or a range, lies between. */
function banded(money: Money): Money {
  const least = decimalAt(money, 'amount') ?? decimalAt(money, 'minimum');
  const most = decimalAt(money, 'amount') ?? decimalAt(money, 'maximum');
  return {
    ...withoutAmounts(money),
    ...part('minimum', least === undefined ? null : writeDecimal(bandOf(least).minimum)),
    ...part('maximum', most === undefined ? null : writeDecimal(bandOf(most).maximum)),
  };
}

const one = 1_000_000n;
const limit = 10n ** 24n;

function bandOf(micros: bigint): { readonly minimum: bigint; readonly maximum: bigint } {
  if (micros < 0n) {
    const { minimum, maximum } = bandOf(-micros);
    return { minimum: -maximum, maximum: -minimum };
  }
  if (micros < one) {
    return { minimum: 0n, maximum: one };
  }
  const minimum = 10n ** BigInt(micros.toString().length - 1);
  return { minimum, maximum: minimum * 10n >= limit ? limit - 1n : minimum * 10n };
}

function magnitude(micros: bigint): bigint {
  return micros < 0n ? -micros : micros;
}

type Money = Readonly<Record<string, unknown>>;

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What of money says nothing of how much it is. */
function withoutAmounts(money: Money): Money {
  return { ...part('currency', money['currency']), ...part('asOf', money['asOf']) };
}

function part(name: string, value: unknown): Money {
  return value === undefined || value === null ? {} : { [name]: value };
}

function decimalAt(money: Money, field: string): bigint | undefined {
  const value = money[field];
  return typeof value === 'string' && isDecimal(value) ? readDecimal(value) : undefined;
}
