import type { KeyValue } from '../domain/key-value.js';
import { compareText } from '../domain/text.js';
import { invariant } from '../errors/invariant.js';
import type { GroupSum } from '../store/record-store.js';
import type { Dimension } from './dimension.js';

/** One coordinate of a group. */
export interface DimensionValue {
  readonly dimension: string;
  readonly scheme: string | null;
  readonly code: string | null;
  readonly label: string | null;
}

export interface Group {
  readonly key: readonly DimensionValue[];
  readonly count: number;
  readonly sum: bigint | null;
}

/**
 * Folds what the store grouped by scheme, code and label into groups of (scheme, code): a code is one group however
 * its records word it, under the label that is least by bytes. Ordered by scheme and code, nulls last.
 */
export function foldGroups(sums: readonly GroupSum[], dimensions: readonly Dimension[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { key, count, sum } of sums.filter((group) => group.count > 0)) {
    const values = coordinates(key, dimensions);
    const id = JSON.stringify(values.map(({ scheme, code }) => [scheme, code]));
    const same = groups.get(id);
    groups.set(
      id,
      same === undefined ? { key: values, count, sum } : together(same, { key: values, count, sum }),
    );
  }
  return [...groups.values()].sort((a, b) => compareGroups(a, b));
}

function coordinates(key: GroupSum['key'], dimensions: readonly Dimension[]): DimensionValue[] {
  let at = 0;
  return dimensions.map(({ constant, isClassification }) => {
    const scheme = isClassification ? asText(key[at++]) : null;
    const code = asText(key[at++]);
    const label = isClassification ? asText(key[at++]) : null;
    return { dimension: constant, scheme, code, label };
  });
}

function asText(value: KeyValue | null | undefined): string | null {
  invariant(typeof value !== 'object' || value === null, 'nothing is grouped by an amount');
  return value === null || value === undefined ? null : String(value);
}

function together(a: Group, b: Group): Group {
  return {
    key: a.key.map((value, i) => ({ ...value, label: leastLabel(value.label, b.key[i]?.label ?? null) })),
    count: a.count + b.count,
    sum: a.sum === null || b.sum === null ? (a.sum ?? b.sum) : a.sum + b.sum,
  };
}

function leastLabel(a: string | null, b: string | null): string | null {
  return compareNullable(a, b) <= 0 ? a : b;
}

function compareGroups(a: Group, b: Group): number {
  for (const [i, value] of a.key.entries()) {
    const other = b.key[i];
    const order =
      compareNullable(value.scheme, other?.scheme ?? null) ||
      compareNullable(value.code, other?.code ?? null);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function compareNullable(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? 1 : -1;
  }
  return compareText(a, b);
}
