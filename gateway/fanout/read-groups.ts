import { readDecimal } from '../../shared/domain/decimal.js';
import { type DimensionValue, groupKeyId } from '../../shared/domain/group-key.js';
import { isObject, listOf } from '../merge/member-page.js';
import type { GroupTotal } from '../merge/merge-totals.js';
import { reserved } from './reserved-keys.js';

/** The most groups of a total, of one member's as of all members' together. */
export const largestTotal = 10_000;

interface Selected {
  readonly withSum: boolean;
  /** Records without amounts are of no currency. */
  readonly withCurrency: boolean;
}

/** What a merge of totals needs of each group, GraphQL text. */
export function groupSelection({ withSum, withCurrency }: Selected): string {
  return `
    ${reserved}key: key { dimension scheme code label }
    ${reserved}count: count { value }
    ${reserved}complete: complete
    ${reserved}suppressed: suppressedBecause
    ${withCurrency ? `${reserved}currency: currency` : ''}
    ${withSum ? `${reserved}sum: sum` : ''}
  `;
}

/** The groups of a member's total of the right shape. */
export function readGroups(total: unknown, member: string): readonly GroupTotal[] {
  return listOf(total)
    .filter(isObject)
    .map((group) => readGroup(group, member));
}

/**
 * How a member's groups are not those asked for, for the log: each once, under the dimensions of `groupBy` in their
 * order, with a count that can be one and in the currency it is a group of.
 */
export function findGroupFault(groups: readonly GroupTotal[], groupBy: unknown): string | undefined {
  const dimensions = listOf(groupBy);
  if (groups.length > largestTotal) {
    return `expected at most ${largestTotal} groups, got ${groups.length}`;
  }
  if (new Set(groups.map(({ key }) => groupKeyId(key))).size < groups.length) {
    return 'expected each group once';
  }
  if (!groups.every(({ key }) => isKeyOf(key, dimensions))) {
    return 'expected the dimensions asked for';
  }
  if (groups.some(({ count }) => count < 0)) {
    return 'expected counts of records';
  }
  if (
    groups.some(
      ({ suppressedBecause, count, sum }) => suppressedBecause !== null && (count > 0 || sum !== null),
    )
  ) {
    return 'expected neither count nor sum of a group that is withheld';
  }
  return groups.every(isOfItsCurrency) ? undefined : 'expected sums in the currency of their group';
}

function isKeyOf(key: readonly DimensionValue[], dimensions: readonly unknown[]): boolean {
  return key.length === dimensions.length && key.every(({ dimension }, i) => dimension === dimensions[i]);
}

function isOfItsCurrency({ key, currency }: GroupTotal): boolean {
  const grouped = key.find(({ dimension }) => dimension === 'CURRENCY');
  return grouped === undefined || currency === grouped.code;
}

function readGroup(group: Readonly<Record<string, unknown>>, member: string): GroupTotal {
  const count = group[`${reserved}count`];
  const sum = group[`${reserved}sum`];
  const value = isObject(count) ? count['value'] : 0;
  const suppressedBecause = textOf(group[`${reserved}suppressed`]);
  return {
    key: listOf(group[`${reserved}key`]).filter(isObject).map(readCoordinate),
    count: typeof value === 'number' ? value : 0,
    sum: typeof sum === 'string' ? readDecimal(sum) : null,
    currency: textOf(group[`${reserved}currency`]),
    complete: group[`${reserved}complete`] === true,
    suppressedBecause,
    members: suppressedBecause === null ? [member] : [],
  };
}

function readCoordinate(value: Readonly<Record<string, unknown>>): DimensionValue {
  return {
    dimension: textOf(value['dimension']) ?? '',
    scheme: textOf(value['scheme']),
    code: textOf(value['code']),
    label: textOf(value['label']),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
