import type { KeyValue } from '../domain/key-value.js';
import { everything, type Filter, nothing } from '../store/filter.js';

/** Filters put together with what is decided already left out, so that stores see no more than they must. */
export function allOf(filters: readonly Filter[]): Filter {
  const parts = filters.flatMap((filter) => (filter.op === 'and' ? filter.of : [filter]));
  if (parts.some(isNothing)) {
    return nothing;
  }
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { op: 'and', of: parts };
}

export function anyOf(filters: readonly Filter[]): Filter {
  const parts = filters.flatMap((filter) => (filter.op === 'or' ? filter.of : [filter]));
  if (parts.some(isEverything)) {
    return everything;
  }
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) {
    return only;
  }
  return oneOfKey(parts) ?? { op: 'or', of: parts };
}

export function noneOf(filter: Filter): Filter {
  if (isEverything(filter)) {
    return nothing;
  }
  if (isNothing(filter)) {
    return everything;
  }
  return filter.op === 'not' ? filter.of : { op: 'not', of: filter };
}

export function decided(value: boolean): Filter {
  return value ? everything : nothing;
}

/** Several values of one key, which an index can serve. */
function oneOfKey(parts: readonly Filter[]): Filter | undefined {
  const values: KeyValue[] = [];
  let key: string | undefined;
  for (const part of parts) {
    const found = part.op === 'eq' ? [part.value] : part.op === 'in' ? part.values : undefined;
    if (found === undefined || !('key' in part) || (key !== undefined && part.key !== key)) {
      return undefined;
    }
    key = part.key;
    values.push(...found);
  }
  return key === undefined ? undefined : { op: 'in', key, values };
}

export function isNothing(filter: Filter): boolean {
  return filter.op === 'or' && filter.of.length === 0;
}

function isEverything(filter: Filter): boolean {
  return filter.op === 'and' && filter.of.length === 0;
}
