import { compareText } from './text.js';

/** One coordinate of a group of a total. */
export interface DimensionValue {
  readonly dimension: string;
  readonly scheme: string | null;
  readonly code: string | null;
  readonly label: string | null;
}

/** What makes two groups the same: schemes and codes, whatever the labels. */
export function groupKeyId(key: readonly DimensionValue[]): string {
  return JSON.stringify(key.map(({ scheme, code }) => [scheme, code]));
}

/** The order of groups: scheme and code of each dimension in turn, nulls last. */
export function compareGroupKeys(a: readonly DimensionValue[], b: readonly DimensionValue[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    const order =
      compareNullable(value.scheme, other?.scheme ?? null) ||
      compareNullable(value.code, other?.code ?? null);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** Texts by the bytes of their UTF-8, null last. */
export function compareNullable(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? 1 : -1;
  }
  return compareText(a, b);
}
