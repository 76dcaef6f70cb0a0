import type { KeyValue } from '../domain/key-value.js';
import type { Filter } from '../store/filter.js';

/** The keys that a filter holds to one value: those tested by `eq` at its top level, conjunctions opened. */
export function pinnedKeys(filter: Filter): ReadonlyMap<string, KeyValue> {
  switch (filter.op) {
    case 'eq':
      return new Map([[filter.key, filter.value]]);
    case 'and':
      return new Map(filter.of.flatMap((part) => [...pinnedKeys(part)]));
    default:
      return new Map();
  }
}
