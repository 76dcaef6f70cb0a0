import { compareKeyValues, type KeyValue, type Position, type SortDirection } from '../domain/key-value.js';
import {
  type Bound,
  type Conjunction,
  conjunctionOf,
  isWithin,
  type KeyTest,
  kindOf,
  pinnedValue,
} from './conjunction.js';
import { type Access, accessesOf, indexesOf, type ScanPlan } from './plan-scan.js';
import type { PageQuery } from './record-store.js';
import type { RecordType, SortKey } from './record-type.js';
import { type Segment, segmentsOf } from './segments.js';

/**
 * How a page is read. `served`: an index holds the records in the order asked for, and only those: its segments are
 * read one after the other. `walked`: it holds them among others, which are tested on the way. `scan`: the records found
 * by one access are tested, sorted and cut.
 */
export type PagePlan = { readonly kind: 'nothing' } | ServedPage | WalkedPage | ScanPlan;

export interface ServedPage {
  readonly kind: 'served';
  /** The keys of the index, before the local id. */
  readonly index: readonly string[];
  /** The values of the leading keys, null included. */
  readonly pins: readonly (KeyValue | null)[];
  /** The key after the pinned ones, read in order; null when all are pinned. */
  readonly sort: string | null;
  readonly direction: SortDirection;
  /** Over the sort key's columns. */
  readonly segments: readonly Segment[];
  /** Bounds of the sort key; they apply to the segments that have a `next`. */
  readonly lower?: Bound | undefined;
  readonly upper?: Bound | undefined;
}

export interface WalkedPage {
  readonly kind: 'walked';
  /** What the index holds in order: all of the filter that it can tell. */
  readonly range: ServedPage;
  /** What else the records must pass. */
  readonly tests: Conjunction;
  /** The whole filter, and the accesses that may find fewer records than the range holds; often none. */
  readonly narrower: ScanPlan;
}

/** Decides how a page is read by a store of this member. Pure: no record is looked at. */
export function planPage(
  type: RecordType,
  query: Pick<PageQuery, 'filter' | 'sort' | 'after'>,
  member: string,
): PagePlan {
  const conjunction = conjunctionOf(type, query.filter);
  if (conjunction === undefined) {
    return { kind: 'nothing' };
  }
  const order = reduceOrder(conjunction, query.sort, query.after);
  if (order === undefined) {
    return { kind: 'nothing' };
  }
  const [first, ...others] = order.sort;
  const sort = first?.key ?? null;
  // Ties come in the direction of the last key asked for, which may be one that the filter pins.
  const isOneWay = first === undefined || first.direction === order.direction;
  const index = others.length === 0 && isOneWay ? orderedIndex(type, sort, conjunction) : undefined;
  if (index === undefined) {
    return { kind: 'scan', conjunction, accesses: accessesOf(type, conjunction) };
  }
  const range = servedPage({ index, sort, order, member }, type, conjunction.keys);
  const tests = testsBeside(index, sort, conjunction);
  const isServed = tests.keys.size === 0 && tests.terms.length === 0 && tests.rest.length === 0;
  if (range.kind === 'nothing' || isServed) {
    return range;
  }
  const accesses = accessesOf(type, conjunction).filter((access) => isNarrower(access, tests));
  return { kind: 'walked', range, tests, narrower: { kind: 'scan', conjunction, accesses } };
}

/** How an order goes on after a position among the records that tie with it in all keys of the sort. */
export function tiesAfter(
  member: string,
  after: Position,
  direction: SortDirection,
): 'all' | 'none' | 'beyond' {
  const segment = segmentsOf(0, { member, direction, after })[0];
  if (segment === undefined) {
    return 'none';
  }
  return segment.beyondLocal === undefined ? 'all' : 'beyond';
}

interface Order {
  readonly sort: readonly SortKey[];
  readonly direction: SortDirection;
  /** The position in the reduced order. */
  readonly after: Position | undefined;
}

/**
 * Drops sort keys that do not order anything: pinned by the filter, or named before. Where the position lies beside a
 * pinned value, all records come after it or none (`undefined`), unless a key before that one decides: then it stays.
 */
function reduceOrder(
  conjunction: Conjunction,
  sort: readonly SortKey[],
  after: Position | undefined,
): Order | undefined {
  const kept: SortKey[] = [];
  const k: (KeyValue | null)[] = [];
  const seen = new Set<string>();
  let position = after;
  for (const [i, { key, direction }] of sort.entries()) {
    const value = position?.k[i] ?? null;
    const pin = pinnedValue(conjunction.keys.get(key));
    const side = pin === undefined || position === undefined ? 0 : compareNullsLast(pin, value, direction);
    if (seen.has(key) || (pin !== undefined && side === 0)) {
      continue;
    }
    if (pin !== undefined && kept.length === 0) {
      if (side < 0) {
        return undefined;
      }
      position = undefined;
      continue;
    }
    seen.add(key);
    kept.push({ key, direction });
    k.push(value);
  }
  const direction = sort.at(-1)?.direction ?? 'ASC';
  return {
    sort: kept,
    direction,
    after: position && { k, member: position.member, local: position.local },
  };
}

function compareNullsLast(a: KeyValue | null, b: KeyValue | null, direction: SortDirection): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? 1 : -1;
  }
  return direction === 'DESC' ? -compareKeyValues(a, b) : compareKeyValues(a, b);
}

/** The index in this order of which the filter pins all other keys, and the most. */
function orderedIndex(
  type: RecordType,
  sort: string | null,
  { keys }: Conjunction,
): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const index of indexesOf(type)) {
    const pinned = sort === null ? index : index.slice(0, -1);
    const isOrdered = sort === null || index.at(-1) === sort;
    const isPinned = pinned.every((key) => pinnedValue(keys.get(key)) !== undefined);
    if (isOrdered && isPinned && (best === undefined || index.length > best.length)) {
      best = index;
    }
  }
  return best;
}

/** What a range of the index says nothing about. */
function testsBeside(index: readonly string[], sort: string | null, conjunction: Conjunction): Conjunction {
  const { keys, terms, rest } = conjunction;
  const beside = [...keys].filter(([key, test]) =>
    key === sort ? test.is !== 'range' : !index.includes(key),
  );
  return { keys: new Map(beside), terms, rest };
}

/** Whether an access tests anything that the walk tests only on the way. */
function isNarrower(access: Access, tests: Conjunction): boolean {
  return access.via === 'index'
    ? access.tests.some(({ key }) => tests.keys.has(key))
    : access.via === 'terms';
}

function servedPage(
  from: {
    readonly index: readonly string[];
    readonly sort: string | null;
    readonly order: Order;
    readonly member: string;
  },
  type: RecordType,
  keys: Conjunction['keys'],
): { readonly kind: 'nothing' } | ServedPage {
  const { index, sort, order, member } = from;
  const { direction } = order;
  const test = sort === null ? undefined : keys.get(sort);
  const range = test === undefined ? undefined : spanOf(test);
  const rest = range === undefined ? { after: order.after } : rangeAfter(range, order);
  if (rest === undefined) {
    return { kind: 'nothing' };
  }
  const { after, lower, upper } = rest;
  const columns = sort === null ? 0 : kindOf(type, sort) === 'amount' ? 2 : 1;
  const segments = segmentsOf(columns, { member, direction, after });
  const spec = sort === null ? undefined : type.keys[sort];
  const admitsNull = range === undefined && (spec === undefined || !('stored' in spec));
  return {
    kind: 'served',
    index,
    pins: index.slice(0, sort === null ? undefined : -1).map((key) => pinnedValue(keys.get(key)) ?? null),
    sort,
    direction,
    segments: admitsNull ? segments : segments.filter((segment) => segment.pinned[0] !== null),
    lower,
    upper,
  };
}

/** The stretch in which all values lie that pass the test; one that only null passes is pinned and not sorted by. */
function spanOf(test: KeyTest): (KeyTest & { is: 'range' }) | undefined {
  if (test.is !== 'oneOf') {
    return test.is === 'range' ? test : undefined;
  }
  const [lower, ...others] = test.values.toSorted(compareKeyValues);
  const upper = others.at(-1) ?? lower;
  return lower === undefined || upper === undefined
    ? undefined
    : { is: 'range', lower: { value: lower, open: false }, upper: { value: upper, open: false } };
}

interface RangeAfter {
  readonly after: Position | undefined;
  readonly lower?: Bound | undefined;
  readonly upper?: Bound | undefined;
}

/**
 * What is left of a stretch of values after a position. The end that the position has passed is dropped, so that the
 * index is searched from the position on and not from the beginning of the stretch. `undefined` when nothing is left.
 */
function rangeAfter(range: KeyTest & { is: 'range' }, order: Order): RangeAfter | undefined {
  const { lower, upper } = range;
  const value = order.after?.k[0];
  if (value === undefined) {
    return { after: undefined, lower, upper };
  }
  const [begun, ended] =
    value === null
      ? [true, true]
      : order.direction === 'ASC'
        ? [isWithin(lower, value, 1), !isWithin(upper, value, -1)]
        : [isWithin(upper, value, -1), !isWithin(lower, value, 1)];
  if (ended) {
    return undefined;
  }
  if (!begun) {
    return { after: undefined, lower, upper };
  }
  return order.direction === 'ASC' ? { after: order.after, upper } : { after: order.after, lower };
}
