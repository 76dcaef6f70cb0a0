import { keyOfConstant } from '../domain/key-of-constant.js';
import type { SortDirection } from '../domain/key-value.js';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';
import type { Filter } from '../store/filter.js';
import type { RecordType, SortKey } from '../store/record-type.js';
import { pinnedKeys } from './pinned-keys.js';

export interface OrderInput {
  /** A constant of the type's order enum: `FISCAL_YEAR` sorts by the key `fiscalYear`. */
  readonly field: string;
  /** `ASC` unless given. */
  readonly direction?: SortDirection | undefined;
}

const maxSortKeys = 4;

/**
 * Makes a store's sort of `orderBy`. Throws BAD_INPUT for too many or repeated keys, and for an order by amounts
 * unless the filter pins their currency: 100 JPY is not more than 20 EUR.
 */
export function sortFromInput(
  orderBy: readonly OrderInput[] | null | undefined,
  type: RecordType,
  filter: Filter,
): SortKey[] {
  const orders = orderBy ?? [];
  if (orders.length > maxSortKeys) {
    throw new AccordError('BAD_INPUT', `Expected at most ${maxSortKeys} sort keys, got ${orders.length}.`);
  }
  const pinned = pinnedKeys(filter);
  const seen = new Set<string>();
  return orders.map(({ field, direction = 'ASC' }) => {
    const key = keyOfConstant(field);
    const spec = type.keys[key];
    invariant(spec !== undefined && spec.kind !== 'terms', `${type.name} can be sorted by ${key}`);
    if (seen.has(key)) {
      throw new AccordError('BAD_INPUT', `Expected each sort key once, got "${field}" twice.`);
    }
    seen.add(key);
    if (spec.kind === 'amount' && !pinned.has('currency')) {
      throw new AccordError(
        'BAD_INPUT',
        `Expected "currency" to be pinned by a top-level eq in the filter to sort by "${field}".`,
      );
    }
    return { key, direction };
  });
}
