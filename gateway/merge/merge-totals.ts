import { compareGroupKeys, type DimensionValue, groupKeyId } from '../../shared/domain/group-key.js';

/** One group of a total: one member's, or all members' together. */
export interface GroupTotal {
  readonly key: readonly DimensionValue[];
  readonly count: number;
  /** In 10⁻⁶ units; null where no record of the group has an amount. */
  readonly sum: bigint | null;
  readonly currency: string | null;
  readonly complete: boolean;
  readonly suppressedBecause: string | null;
  /** Whose records the group holds; by ascending id, those that withhold their part apart. */
  readonly members: readonly string[];
}

/**
 * Adds the groups of several members, given by ascending member id: the same schemes and codes are one group, under
 * the label of the lowest member id that has one. A group that some member withholds is what the others say of it: not
 * complete, with the reason of the lowest member id that withholds it. Ordered as every member orders its own.
 */
export function mergeTotals(members: readonly (readonly GroupTotal[])[], allAnswered: boolean): GroupTotal[] {
  const groups = new Map<string, GroupTotal>();
  for (const total of members.flat()) {
    const id = groupKeyId(total.key);
    const known = groups.get(id);
    groups.set(id, known === undefined ? total : add(known, total));
  }
  return [...groups.values()]
    .map((total) => ({
      ...total,
      complete: total.complete && total.suppressedBecause === null && allAnswered,
    }))
    .sort((a, b) => compareGroupKeys(a.key, b.key));
}

function add(a: GroupTotal, b: GroupTotal): GroupTotal {
  return {
    key: a.key.map((value, i) => ({ ...value, label: value.label ?? b.key[i]?.label ?? null })),
    count: a.count + b.count,
    sum: a.sum === null || b.sum === null ? (a.sum ?? b.sum) : a.sum + b.sum,
    currency: a.currency ?? b.currency,
    complete: a.complete && b.complete,
    suppressedBecause: a.suppressedBecause ?? b.suppressedBecause,
    members: [...a.members, ...b.members],
  };
}
