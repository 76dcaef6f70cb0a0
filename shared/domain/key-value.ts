import { compareText } from './text.js';

/**
 * A value that records are filtered and sorted by. Amounts are `[high, low]`: with m the amount in 10⁻⁶ units,
 * high = ⌊m / 10⁹⌋ and low = m − high × 10⁹, two integers that sort and sum exactly everywhere. Truth values are 0 and 1.
 */
export type KeyValue = string | number | AmountKey;
export type AmountKey = readonly [high: number, low: number];

export type SortDirection = 'ASC' | 'DESC';

/** A record's place in an order: its values of the sort keys, and its id as the last tie-breaker. */
export interface Position {
  readonly k: readonly (KeyValue | null)[];
  readonly member: string;
  readonly local: string;
}

/**
 * The total order of records (DESIGN.md): keys in their directions, nulls last in both, then member and local id in
 * the direction of the last key. Negative when `a` comes first. Every store and the hub's merge agree with this.
 */
export function compareKeys(a: Position, b: Position, directions: readonly SortDirection[]): number {
  for (let i = 0; i < directions.length; i++) {
    const x = a.k[i] ?? null;
    const y = b.k[i] ?? null;
    if (x === null || y === null) {
      if (x !== y) {
        return x === null ? 1 : -1;
      }
      continue;
    }
    const order = compareKeyValues(x, y);
    if (order !== 0) {
      return directions[i] === 'DESC' ? -order : order;
    }
  }
  const tie = compareText(a.member, b.member) || compareText(a.local, b.local);
  return directions.at(-1) === 'DESC' ? -tie : tie;
}

/** Orders two values of the same key. */
export function compareKeyValues(a: KeyValue, b: KeyValue): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return compareText(a, b);
  }
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  if (typeof a === 'object' && typeof b === 'object') {
    return a[0] - b[0] || a[1] - b[1];
  }
  throw new TypeError('Values of one key must be of one kind.');
}
