import { compareKeyValues, type KeyValue } from '../domain/key-value.js';
import { partialDateEnd } from '../domain/partial-date.js';
import { prefixEnd } from '../domain/text.js';
import { invariant } from '../errors/invariant.js';
import type { Filter } from './filter.js';
import { presenceTerm, protectedTerm, textTerm, valueTerm } from './keys-of.js';
import type { RecordType } from './record-type.js';

/** What a filter asks of one scalar key: null, one of some values (a single one pins the key), or a stretch of values. */
export type KeyTest =
  | { readonly is: 'null' }
  | { readonly is: 'oneOf'; readonly values: readonly KeyValue[] }
  | { readonly is: 'range'; readonly lower?: Bound | undefined; readonly upper?: Bound | undefined };

/** An end of a stretch; an open one does not include its value. A stretch without ends is "not null". */
export interface Bound {
  readonly value: KeyValue;
  readonly open: boolean;
}

/**
 * A filter taken apart: a record matches when it passes every key test, holds a term of every set, and matches the
 * rest. All that an index may serve is in `keys` and `terms`.
 */
export interface Conjunction {
  readonly keys: ReadonlyMap<string, KeyTest>;
  readonly terms: readonly (readonly string[])[];
  readonly rest: readonly Filter[];
}

/** Takes a filter apart; `undefined` when its top-level tests contradict each other, so that nothing matches. */
export function conjunctionOf(type: RecordType, filter: Filter): Conjunction | undefined {
  const keys = new Map<string, KeyTest>();
  const terms: (readonly string[])[] = [];
  const rest: Filter[] = [];
  const parts = flatten(filter);
  const present = new Set(parts.flatMap((part) => keyWithValue(part)));
  for (const part of parts) {
    const required = requiredTerms(type, part);
    const test =
      required === undefined ? (keyTestOf(type, part) ?? beyondEnd(type, part, present)) : undefined;
    if (required !== undefined) {
      terms.push(...required);
    } else if (test === undefined) {
      rest.push(part);
    } else {
      const both = intersect(keys.get(test.key), test.test);
      if (both === undefined) {
        return undefined;
      }
      keys.set(test.key, both);
    }
  }
  const impossible = terms.some((set) => set.length === 0) || rest.some((part) => isEmptyOr(part));
  return impossible ? undefined : { keys, terms, rest };
}

/** The scalar keys that any part of a conjunction looks at, each once. */
export function scalarKeysIn(type: RecordType, { keys, rest }: Conjunction): string[] {
  return [...new Set([...keys.keys(), ...rest.flatMap((part) => scalarKeysOfFilter(type, part))])];
}

function scalarKeysOfFilter(type: RecordType, filter: Filter): readonly string[] {
  switch (filter.op) {
    case 'and':
    case 'or':
      return filter.of.flatMap((part) => scalarKeysOfFilter(type, part));
    case 'not':
      return scalarKeysOfFilter(type, filter.of);
    case 'text':
      return [];
    default:
      return kindOf(type, filter.key) === 'terms' ? [] : [filter.key];
  }
}

/** The value a test pins its key to, null included; `undefined` when it leaves a choice. */
export function pinnedValue(test: KeyTest | undefined): KeyValue | null | undefined {
  if (test?.is === 'null') {
    return null;
  }
  return test?.is === 'oneOf' && test.values.length === 1 ? test.values[0] : undefined;
}

/** The test a leaf makes of a scalar key; `undefined` for any other filter. Bounds are those of the key's kind. */
export function keyTestOf(type: RecordType, filter: Filter): { key: string; test: KeyTest } | undefined {
  if (!('key' in filter) || filter.op === 'ne' || kindOf(type, filter.key) === 'terms') {
    return undefined;
  }
  const { key } = filter;
  switch (filter.op) {
    case 'eq':
      return { key, test: { is: 'oneOf', values: [filter.value] } };
    case 'in':
      return { key, test: { is: 'oneOf', values: distinct(filter.values) } };
    case 'gte':
      return { key, test: { is: 'range', lower: { value: filter.value, open: false } } };
    case 'lte':
      return { key, test: { is: 'range', upper: upperBound(type, key, filter.value) } };
    case 'prefix':
      return { key, test: prefixRange(filter.value) };
    case 'isNull':
      return { key, test: filter.value ? { is: 'null' } : { is: 'range' } };
  }
}

/** The key of a leaf that is false without a value. */
function keyWithValue(filter: Filter): string[] {
  const isFalse = 'key' in filter && filter.op !== 'ne' && (filter.op !== 'isNull' || !filter.value);
  return isFalse ? [filter.key] : [];
}

/** What is not within an end of a key is beyond it, where it is known to have a value: `not` alone is true without one. */
function beyondEnd(
  type: RecordType,
  filter: Filter,
  present: ReadonlySet<string>,
): { key: string; test: KeyTest } | undefined {
  const leaf = filter.op === 'not' ? keyTestOf(type, filter.of) : undefined;
  if (leaf?.test.is !== 'range' || !present.has(leaf.key)) {
    return undefined;
  }
  const { lower, upper } = leaf.test;
  if ((lower === undefined) === (upper === undefined)) {
    return undefined;
  }
  const beyond = {
    lower: upper && { value: upper.value, open: !upper.open },
    upper: lower && { value: lower.value, open: !lower.open },
  };
  return { key: leaf.key, test: { is: 'range', ...beyond } };
}

/**
 * The terms a filter requires, as sets of which a record holds at least one each: of a leaf, or of a choice between leaves
 * that require one set each. `undefined` for any other filter. `ne` and `isNull: true` of a list are not among them: they
 * ask for the absence of a term.
 */
export function requiredTerms(type: RecordType, filter: Filter): readonly (readonly string[])[] | undefined {
  if (filter.op === 'text') {
    return filter.tokens.map((token) =>
      filter.protected === true ? [textTerm(token), protectedTerm(token)] : [textTerm(token)],
    );
  }
  if (filter.op === 'or') {
    const choices = filter.of.map((part) => requiredTerms(type, part));
    const isOneSet = choices.length > 0 && choices.every((sets) => sets?.length === 1);
    return isOneSet ? [choices.flatMap((sets) => sets?.[0] ?? [])] : undefined;
  }
  if (!('key' in filter) || kindOf(type, filter.key) !== 'terms') {
    return undefined;
  }
  const { key } = filter;
  if (filter.op === 'eq') {
    return [[valueTerm(key, String(filter.value))]];
  }
  if (filter.op === 'in') {
    return [filter.values.map((value) => valueTerm(key, String(value)))];
  }
  return filter.op === 'isNull' && !filter.value ? [[presenceTerm(key)]] : undefined;
}

/** The kind of a key of the type; a filter or sort on any other key is a fault of ours. */
export function kindOf(type: RecordType, key: string): RecordType['keys'][string]['kind'] {
  const spec = type.keys[key];
  invariant(spec !== undefined, `"${type.name}" has no key "${key}"`);
  return spec.kind;
}

function flatten(filter: Filter): readonly Filter[] {
  return filter.op === 'and' ? filter.of.flatMap(flatten) : [filter];
}

function isEmptyOr(filter: Filter): boolean {
  return filter.op === 'or' && filter.of.length === 0;
}

function distinct(values: readonly KeyValue[]): KeyValue[] {
  return values.filter((value, i) => values.findIndex((other) => compareKeyValues(value, other) === 0) === i);
}

function upperBound(type: RecordType, key: string, value: KeyValue): Bound {
  return kindOf(type, key) === 'partialDate'
    ? { value: partialDateEnd(String(value)), open: true }
    : { value, open: false };
}

function prefixRange(prefix: string): KeyTest {
  const end = prefixEnd(prefix);
  const lower = { value: prefix, open: false };
  return { is: 'range', lower, upper: end === undefined ? undefined : { value: end, open: true } };
}

function intersect(a: KeyTest | undefined, b: KeyTest): KeyTest | undefined {
  if (a === undefined) {
    return b.is === 'oneOf' && b.values.length === 0 ? undefined : b;
  }
  if (a.is === 'null' || b.is === 'null') {
    return a.is === b.is ? a : undefined;
  }
  if (a.is === 'oneOf' || b.is === 'oneOf') {
    const [set, other] = a.is === 'oneOf' ? [a, b] : [b, a];
    const values = set.is === 'oneOf' ? set.values.filter((value) => holds(other, value)) : [];
    return values.length === 0 ? undefined : { is: 'oneOf', values };
  }
  const lower = narrower(a.lower, b.lower, 1);
  const upper = narrower(a.upper, b.upper, -1);
  if (lower !== undefined && upper !== undefined) {
    const order = compareKeyValues(lower.value, upper.value);
    if (order > 0 || (order === 0 && (lower.open || upper.open))) {
      return undefined;
    }
    if (order === 0) {
      return { is: 'oneOf', values: [lower.value] };
    }
  }
  return { is: 'range', lower, upper };
}

function narrower(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  const order = compareKeyValues(a.value, b.value) * sign;
  return order > 0 || (order === 0 && a.open) ? a : b;
}

function holds(test: KeyTest, value: KeyValue): boolean {
  if (test.is === 'null') {
    return false;
  }
  if (test.is === 'oneOf') {
    return test.values.some((other) => compareKeyValues(value, other) === 0);
  }
  return isWithin(test.lower, value, 1) && isWithin(test.upper, value, -1);
}

/** Whether a value is on the inner side of a bound: a lower one with sign 1, an upper one with sign -1. */
export function isWithin(bound: Bound | undefined, value: KeyValue, sign: 1 | -1): boolean {
  if (bound === undefined) {
    return true;
  }
  const order = compareKeyValues(value, bound.value) * sign;
  return bound.open ? order > 0 : order >= 0;
}
