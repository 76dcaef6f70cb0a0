import type { Document, Filter as MongoFilter } from 'mongodb';
import type { KeyValue } from '../../domain/key-value.js';
import { type Bound, type Conjunction, type KeyTest, keyTestOf, requiredTerms } from '../conjunction.js';
import type { Filter } from '../filter.js';
import { presenceTerm, valueTerm } from '../keys-of.js';
import type { RecordType } from '../record-type.js';
import { columnValues } from '../segments.js';
import { fieldsOf } from './document.js';

/** A condition in the server's own words, of the plain subset that every compatible server knows. */
export type Condition = MongoFilter<Document>;

export const always: Condition = {};
export const never: Condition = { local: { $in: [] } };

/** All of a conjunction as one condition on the documents of the type. */
export function conjunctionCondition(type: RecordType, conjunction: Conjunction): Condition {
  return allOf([
    ...[...conjunction.keys].map(([key, test]) => keyTestCondition(type, key, test)),
    termsCondition(conjunction.terms),
    ...conjunction.rest.map((part) => filterCondition(type, part)),
  ]);
}

function filterCondition(type: RecordType, filter: Filter): Condition {
  switch (filter.op) {
    case 'and':
      return allOf(filter.of.map((part) => filterCondition(type, part)));
    case 'or':
      return anyOf(filter.of.map((part) => filterCondition(type, part)));
    case 'not':
      return noneOf(filterCondition(type, filter.of));
  }
  const required = requiredTerms(type, filter);
  if (required !== undefined) {
    return termsCondition(required);
  }
  const test = keyTestOf(type, filter);
  return test === undefined ? absenceCondition(type, filter) : keyTestCondition(type, test.key, test.test);
}

/** `ne` of any key, and `isNull` of a list: what a record must not hold. */
function absenceCondition(type: RecordType, filter: Filter): Condition {
  if (filter.op === 'isNull') {
    return noneOf({ terms: presenceTerm(filter.key) });
  }
  if (filter.op !== 'ne') {
    return never;
  }
  return type.keys[filter.key]?.kind === 'terms'
    ? noneOf({ terms: valueTerm(filter.key, String(filter.value)) })
    : noneOf(equals(type, filter.key, filter.value));
}

/** The documents that hold a term of every set. */
export function termsCondition(sets: readonly (readonly string[])[]): Condition {
  return allOf(sets.map((set) => ({ terms: set.length === 1 ? set[0] : { $in: [...set] } })));
}

export function keyTestCondition(type: RecordType, key: string, test: KeyTest): Condition {
  switch (test.is) {
    case 'null':
      return equals(type, key, null);
    case 'oneOf': {
      const [field, second] = fieldsOf(type, key);
      return second === undefined && field !== undefined && test.values.length > 1
        ? { [field]: { $in: [...test.values] } }
        : anyOf(test.values.map((value) => equals(type, key, value)));
    }
    case 'range':
      return allOf([notNull(type, key), boundsCondition(type, key, test)]);
  }
}

export function equals(type: RecordType, key: string, value: KeyValue | null): Condition {
  const values = value === null ? [] : columnValues(value);
  return Object.fromEntries(fieldsOf(type, key).map((field, i) => [field, values[i] ?? null]));
}

/** A range over all values of the key's BSON type, which an index serves as `$ne: null` is not. */
export function notNull(type: RecordType, key: string): Condition {
  const field = fieldsOf(type, key)[0] ?? '';
  return { [field]: { $gte: isNumeric(type, key) ? Number.MIN_SAFE_INTEGER : '' } };
}

export function boundsCondition(
  type: RecordType,
  key: string,
  ends: { readonly lower?: Bound | undefined; readonly upper?: Bound | undefined },
): Condition {
  const { lower, upper } = ends;
  return allOf([
    lower === undefined ? always : beyond(type, key, { ...lower, sign: 1 }),
    upper === undefined ? always : beyond(type, key, { ...upper, sign: -1 }),
  ]);
}

/** The documents whose value lies beyond another: above it with sign 1, below it with sign -1. None without a value. */
export function beyond(type: RecordType, key: string, from: Bound & { readonly sign: 1 | -1 }): Condition {
  const [first = '', second] = fieldsOf(type, key);
  const [high, low] = columnValues(from.value);
  const operator = from.sign === 1 ? '$gt' : '$lt';
  const last = from.open ? operator : `${operator}e`;
  if (second === undefined) {
    return { [first]: { [last]: high } };
  }
  // The first part is implied by the second; it is what bounds the index range.
  return allOf([
    { [first]: { [`${operator}e`]: high } },
    anyOf([{ [first]: { [operator]: high } }, { [first]: high, [second]: { [last]: low } }]),
  ]);
}

export function allOf(parts: readonly Condition[]): Condition {
  const needed = parts.filter((part) => Object.keys(part).length > 0);
  return needed.length <= 1 ? (needed[0] ?? always) : { $and: needed };
}

export function anyOf(parts: readonly Condition[]): Condition {
  return parts.length <= 1 ? (parts[0] ?? never) : { $or: [...parts] };
}

function noneOf(part: Condition): Condition {
  return { $nor: [part] };
}

function isNumeric(type: RecordType, key: string): boolean {
  const kind = type.keys[key]?.kind;
  return kind === 'integer' || kind === 'boolean' || kind === 'amount';
}
