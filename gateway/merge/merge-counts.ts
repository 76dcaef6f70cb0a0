/** A number of records, exact or a lower bound. */
export interface MergedCount {
  readonly value: number;
  readonly relation: 'EXACT' | 'AT_LEAST';
}

/** Counts are exact up to this many; past it they say AT_LEAST (DESIGN.md "Counts"). */
export const countLimit = 10_000;

/** Adds the members' counts. A member that should have answered and did not turns EXACT into AT_LEAST. */
export function mergeCounts(counts: readonly MergedCount[], complete: boolean): MergedCount {
  const sum = counts.reduce((total, count) => total + count.value, 0);
  const exact = complete && sum <= countLimit && counts.every((count) => count.relation === 'EXACT');
  return { value: Math.min(sum, countLimit), relation: exact ? 'EXACT' : 'AT_LEAST' };
}
