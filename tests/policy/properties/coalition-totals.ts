import { readDecimal, writeDecimal } from '../../../shared/domain/decimal.js';
import { compareGroupKeys, type DimensionValue } from '../../../shared/domain/group-key.js';
import { keyOfConstant } from '../../../shared/domain/key-of-constant.js';
import { keysOfStored } from '../../fixtures/naive-query.js';
import type { HeldRecord } from './coalition-cases.js';
import { at, isBody, type PlainAggregates } from './coalition-rules.js';
import type { MemberView } from './coalition-view.js';
import type { PlainArguments, PlainDomain } from './plain-domain.js';
import { asStored, found, matching, mayUse, recordTypeOf, usesOf } from './plain-query.js';

export interface PlainTotal {
  readonly key: readonly DimensionValue[];
  readonly count: { readonly value: number; readonly relation: string };
  readonly sum: string | null;
  readonly currency: string | null;
  readonly complete: boolean;
  readonly suppressedBecause: string | null;
}

interface TotalsArguments extends PlainArguments {
  readonly withSum: boolean;
  readonly withCurrency: boolean;
}

/** A row with its coordinates on every dimension. */
interface Cell {
  readonly record: HeldRecord;
  readonly values: Readonly<Record<string, DimensionValue>>;
  readonly subject: string;
}

interface Group {
  readonly cells: readonly Cell[];
  readonly suppressedBecause: string | null;
}

/** The totals of all members by definition, and for each how many groups it gave or that it does not answer. */
export function totalsOf(domain: PlainDomain, views: readonly MemberView[], args: TotalsArguments) {
  const notes = new Map<MemberView, number | 'DENIED'>();
  const groupBy = args.groupBy ?? [];
  const all: { readonly group: Group; readonly key: readonly DimensionValue[] }[] = [];
  for (const view of views) {
    const groups = groupsOf(domain, view, args);
    notes.set(view, groups === 'DENIED' ? groups : groups.length);
    for (const group of groups === 'DENIED' ? [] : groups) {
      all.push({ group, key: keyOf(group.cells, groupBy) });
    }
  }
  const isComplete = ![...notes.values()].includes('DENIED');
  const keys = new Map<string, (typeof all)[number][]>();
  for (const one of all) {
    const id = idOf(one.key);
    keys.set(id, [...(keys.get(id) ?? []), one]);
  }
  const totals = [...keys.values()]
    .map((same) => totalOf(domain, same, { args, isComplete }))
    .sort((a, b) => compareGroupKeys(a.key, b.key));
  return { totals, notes };
}

function totalOf(
  domain: PlainDomain,
  same: readonly { readonly group: Group; readonly key: readonly DimensionValue[] }[],
  { args, isComplete }: { readonly args: TotalsArguments; readonly isComplete: boolean },
): PlainTotal {
  const shown = same.flatMap(({ group }) => (group.suppressedBecause === null ? group.cells : []));
  const suppressed = same.flatMap(({ group }) => group.suppressedBecause ?? [])[0] ?? null;
  const key = (same[0]?.key ?? []).map((value, i) => ({
    ...value,
    label: same.map((one) => one.key[i]?.label ?? null).find((label) => label !== null) ?? null,
  }));
  const complete = isComplete && suppressed === null;
  const grouped = key.find(({ dimension }) => dimension === 'CURRENCY');
  return {
    key,
    count: { value: shown.length, relation: complete ? 'EXACT' : 'AT_LEAST' },
    sum: args.withSum ? sumOf(domain, shown) : null,
    currency: grouped === undefined ? pinnedCurrency(args.filter) : grouped.code,
    complete,
    suppressedBecause: suppressed,
  };
}

/** The groups that a member gives to a caller. */
function groupsOf(domain: PlainDomain, view: MemberView, args: TotalsArguments): Group[] | 'DENIED' {
  const uses = [
    ...usesOf(domain, args),
    ...(args.withSum ? (domain.uses['sum'] ?? []) : []),
    ...(args.withCurrency ? (domain.uses['CURRENCY'] ?? []) : []),
  ];
  const { aggregates } = view.policy;
  const granted = aggregates?.to(view.caller) === true ? aggregates : undefined;
  const groupBy = args.groupBy ?? [];
  if (view.field(`Query.${domain.roots.totals}`, {}) !== 'ALLOW') {
    return 'DENIED';
  }
  if (view.mayUse(uses) && (granted === undefined || view.readsAll(granted.labels))) {
    if (!mayUse(domain, view, args)) {
      return 'DENIED';
    }
    const cells = matching(domain, view, args).map((record) => cellOf(domain, record, groupBy));
    return [...cellsBy(cells, groupBy).values()].map((group) => ({ cells: group, suppressedBecause: null }));
  }
  if (granted === undefined || !view.mayCount(uses) || !isOfWholeValues(args, granted)) {
    return 'DENIED';
  }
  const counted = found(domain, view, args.filter)
    .filter((record) => view.sees(record, granted.labels) === 'SHOW')
    .map((record) => cellOf(domain, record, granted.dimensions));
  const unread = counted.filter(({ record }) => view.sees(record) !== 'SHOW');
  return withoutRemainders(suppressed(counted, groupBy, granted), unread, { groupBy, granted });
}

/**
 * The groups without those that tell of records which the caller cannot list: were there only these, they would be kept
 * back. Whoever takes what they can list from a group is left with no more.
 */
function withoutRemainders(
  groups: readonly Group[],
  unread: readonly Cell[],
  { groupBy, granted }: { readonly groupBy: readonly string[]; readonly granted: PlainAggregates },
): Group[] {
  const keptBack = suppressed(unread, groupBy, granted).flatMap((group) =>
    group.suppressedBecause === null ? [] : group.cells,
  );
  return groups.map((group) => ({
    ...group,
    suppressedBecause:
      group.suppressedBecause ?? (group.cells.some((cell) => keptBack.includes(cell)) ? 'DERIVABLE' : null),
  }));
}

/** Whether a question holds listed dimensions to single values and groups by such alone. */
function isOfWholeValues({ filter, groupBy = [] }: PlainArguments, { dimensions }: PlainAggregates): boolean {
  const listed = dimensions.map(keyOfConstant);
  const isWhole = (input: unknown): boolean =>
    isBody(input) &&
    Object.entries(input).every(([name, test]) =>
      name === 'and'
        ? Array.isArray(test) && test.every(isWhole)
        : name === 'member' ||
          (listed.includes(name) && isBody(test) && Object.keys(test).every((op) => op === 'eq')),
    );
  return isWhole(filter) && groupBy.every((dimension) => dimensions.includes(dimension));
}

/**
 * The groups by some dimensions, each with why it is kept back: too few subjects in it, or too few in what is kept back
 * of it by any finer grouping, so that it would tell of them when the rest is taken away.
 */
function suppressed(cells: readonly Cell[], groupBy: readonly string[], granted: PlainAggregates): Group[] {
  const more = granted.dimensions.filter((dimension) => !groupBy.includes(dimension));
  const hidden = (by: readonly string[]): readonly Cell[] =>
    suppressed(cells, by, granted).flatMap((group) => (group.suppressedBecause === null ? [] : group.cells));
  const keptBack = subsets(more).map((some) => hidden([...groupBy, ...some]));
  return [...cellsBy(cells, groupBy).values()].map((group) => {
    if (subjectsOf(group) < granted.minimumGroup) {
      return { cells: group, suppressedBecause: 'SMALL_GROUP' };
    }
    const isTold = keptBack.some((of) => {
      const within = of.filter((cell) => group.includes(cell));
      return within.length > 0 && subjectsOf(within) < granted.minimumGroup;
    });
    return { cells: group, suppressedBecause: isTold ? 'DERIVABLE' : null };
  });
}

function subsets(of: readonly string[]): string[][] {
  const all = of.reduce<string[][]>((some, one) => some.flatMap((set) => [set, [...set, one]]), [[]]);
  return all.filter((some) => some.length > 0);
}

function subjectsOf(cells: readonly Cell[]): number {
  return new Set(cells.map(({ subject }) => subject)).size;
}

function cellsBy(cells: readonly Cell[], groupBy: readonly string[]): ReadonlyMap<string, readonly Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const id = idOf(groupBy.flatMap((dimension) => cell.values[dimension] ?? []));
    groups.set(id, [...(groups.get(id) ?? []), cell]);
  }
  return groups;
}

function cellOf(domain: PlainDomain, record: HeldRecord, dimensions: readonly string[]): Cell {
  const keys = keysOfStored(recordTypeOf(domain), asStored(record));
  const text = (key: string): string | null => {
    const value = keys[key];
    return value === null || value === undefined ? null : String(value);
  };
  const values = dimensions.map((dimension) => {
    const key = keyOfConstant(dimension);
    const value = { dimension, scheme: text(`${key}Scheme`), code: text(key), label: text(`${key}Label`) };
    return [dimension, value] satisfies [string, DimensionValue];
  });
  // Records that say of nobody whom they are about count together as one.
  const subject =
    domain.subject === undefined ? record.local : String(at(record.body, ...domain.subject) ?? '');
  return { record, values: Object.fromEntries(values), subject };
}

/** The key of a group, with the least of its labels. */
function keyOf(cells: readonly Cell[], groupBy: readonly string[]): DimensionValue[] {
  return groupBy.flatMap((dimension) => {
    const values = cells.flatMap((cell) => cell.values[dimension] ?? []);
    const labels = values.flatMap(({ label }) => label ?? []).sort();
    return values[0] === undefined ? [] : [{ ...values[0], label: labels[0] ?? null }];
  });
}

function idOf(key: readonly DimensionValue[]): string {
  return JSON.stringify(key.map(({ scheme, code }) => [scheme, code]));
}

function sumOf(domain: PlainDomain, cells: readonly Cell[]): string | null {
  const field = domain.sum;
  const amounts = cells.flatMap(({ record }) => {
    const amount = at(record.body, field, 'amount');
    return typeof amount === 'string' ? [readDecimal(amount)] : [];
  });
  return amounts.length === 0 ? null : writeDecimal(amounts.reduce((sum, amount) => sum + amount, 0n));
}

function pinnedCurrency(filter: PlainArguments['filter']): string | null {
  const parts = [filter, ...(Array.isArray(filter['and']) ? filter['and'] : [])];
  const pinned = parts.map((part) => at(part, 'currency', 'eq')).find((value) => value !== undefined);
  return typeof pinned === 'string' ? pinned : null;
}
