import type { IndicatorDefinition } from './indicator-definition.js';

/** 10⁻⁶ units, as all amounts are held. */
const scale = 1_000_000n;

/** The fraction of two numbers of one scale in the unit of its indicator, in 10⁻⁶ units; null over 0. */
export function fractionOf(
  numerator: bigint | null,
  denominator: bigint | null,
  unit: IndicatorDefinition['unit'],
): bigint | null {
  if (numerator === null || denominator === null || denominator === 0n) {
    return null;
  }
  return divideRounded(numerator * scale * (unit === 'PERCENT' ? 100n : 1n), denominator);
}

/** Rounded once to a whole number, half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const [n, d] = [magnitude(numerator), magnitude(denominator)];
  const rounded = (2n * n + d) / (2n * d);
  return isNegative ? -rounded : rounded;
}

/** How many records took how many days. */
export type DaysCounted = ReadonlyMap<number, number>;

export function recordsOf(days: DaysCounted): number {
  return [...days.values()].reduce((sum, count) => sum + count, 0);
}

export function daysAddedUp(days: DaysCounted): bigint {
  return [...days].reduce((sum, [day, count]) => sum + BigInt(day) * BigInt(count), 0n);
}

/** The days that half of the records stay under, in 10⁻⁶ units: of an even number the middle of the middle two. */
export function medianOf(days: DaysCounted): bigint | null {
  const records = recordsOf(days);
  if (records === 0) {
    return null;
  }
  const sorted = [...days].sort(([a], [b]) => a - b);
  const lower = nth(sorted, Math.floor((records - 1) / 2));
  const upper = nth(sorted, Math.floor(records / 2));
  return divideRounded(BigInt(lower + upper) * scale, 2n);
}

function nth(sorted: readonly (readonly [number, number])[], place: number): number {
  let before = 0;
  for (const [day, count] of sorted) {
    before += count;
    if (place < before) {
      return day;
    }
  }
  return 0;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
