import { compareGroupKeys, compareNullable, type DimensionValue, groupKeyId } from '../domain/group-key.js';
import type { KeyValue } from '../domain/key-value.js';
import { invariant } from '../errors/invariant.js';
import type { GroupSum } from '../store/record-store.js';
import type { Dimension } from './dimension.js';

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
    const values = valuesOfGroup(key, dimensions);
    const id = groupKeyId(values);
    const same = groups.get(id);
    groups.set(
      id,
      same === undefined ? { key: values, count, sum } : joinGroups(same, { key: values, count, sum }),
    );
  }
  return [...groups.values()].sort((a, b) => compareGroupKeys(a.key, b.key));
}

/** The value of each dimension out of what the store grouped by: the keys of the dimensions in turn. */
export function valuesOfGroup(key: GroupSum['key'], dimensions: readonly Dimension[]): DimensionValue[] {
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

/** Two groups of the same schemes and codes as one. */
export function joinGroups(a: Group, b: Group): Group {
  return {
    key: a.key.map((value, i) => ({ ...value, label: leastLabel(value.label, b.key[i]?.label ?? null) })),
    count: a.count + b.count,
    sum: a.sum === null || b.sum === null ? (a.sum ?? b.sum) : a.sum + b.sum,
  };
}

function leastLabel(a: string | null, b: string | null): string | null {
  return compareNullable(a, b) <= 0 ? a : b;
}
