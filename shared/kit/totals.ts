import type { GraphQLResolveInfo } from 'graphql';
import { type Apart, assertApart } from '../domain/apart.js';
import { writeDecimal } from '../domain/decimal.js';
import type { DimensionValue } from '../domain/group-key.js';
import type { KeyValue } from '../domain/key-value.js';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';
import type { StoreCount } from '../store/record-store.js';
import type { RecordType } from '../store/record-type.js';
import { type Dimension, dimensionOf } from './dimension.js';
import { type FilterInput, filterFromInput } from './filter-from-input.js';
import { foldGroups, type Group } from './fold-groups.js';
import type { MemberContext } from './member-context.js';
import { pinnedKeys } from './pinned-keys.js';
import { selectsField } from './selects-field.js';

/** The totals of one record type. */
export interface TotalsDeclaration {
  /** The record type that is added up. */
  readonly type: string;
  /** The key of kind `amount` that `sum` adds. */
  readonly sum: string;
  /** What is never added together; the hub reads the same from `@merge` in the contract. */
  readonly apart: Apart;
}

export interface TotalsArgs {
  readonly filter: FilterInput;
  readonly groupBy: readonly string[];
}

/** One group of a total. `sum` is written when selected, and throws SUM_OVERFLOW for this group alone. */
export interface Total {
  readonly key: DimensionValue[];
  readonly count: StoreCount;
  readonly sum: () => string | null;
  readonly currency: string | null;
  readonly complete: boolean;
  readonly suppressedBecause: null;
}

const maxDimensions = 4;
const maxGroups = 10_000;

/**
 * A resolver of a totals field: counts and exact sums by group, ordered by each dimension's scheme and code, nulls
 * last. Throws NOT_ADDABLE rather than add what must not be added, BAD_INPUT, BAD_FILTER, QUERY_TOO_BROAD.
 */
export function totalsResolver(declaration: TotalsDeclaration, types: readonly RecordType[]) {
  const type = types.find(({ name }) => name === declaration.type);
  invariant(type !== undefined, `record type ${declaration.type} is declared`);
  return async (
    _parent: unknown,
    args: TotalsArgs,
    context: MemberContext,
    info: GraphQLResolveInfo,
  ): Promise<Total[]> => {
    const dimensions = dimensionsFrom(args.groupBy, type);
    const filter = filterFromInput(args.filter, { type, member: context.member });
    const pinned = pinnedKeys(filter);
    const withSum = selectsField(info, 'sum');
    assertApart(declaration.apart, { groupBy: args.groupBy, isPinned: (key) => pinned.has(key), withSum });
    const sums = await context.store.groupSums({
      type: type.name,
      filter,
      groupBy: dimensions.flatMap(({ keys }) => keys),
      sum: withSum ? declaration.sum : undefined,
    });
    const groups = foldGroups(sums, dimensions);
    refuseTooMany(groups);
    return groups.map((group) => toTotal(group, pinned.get('currency')));
  };
}

function dimensionsFrom(groupBy: readonly string[], type: RecordType): Dimension[] {
  if (groupBy.length > maxDimensions) {
    throw new AccordError(
      'BAD_INPUT',
      `Expected "groupBy" to name at most ${maxDimensions} dimensions, got ${groupBy.length}.`,
    );
  }
  if (new Set(groupBy).size < groupBy.length) {
    throw new AccordError('BAD_INPUT', 'Expected "groupBy" to name each dimension once.');
  }
  return groupBy.map((constant) => dimensionOf(constant, type));
}

function refuseTooMany(groups: readonly Group[]): void {
  if (groups.length > maxGroups) {
    throw new AccordError(
      'QUERY_TOO_BROAD',
      `Expected a total of at most ${maxGroups} groups, got ${groups.length}: filter more or group by less.`,
    );
  }
}

function toTotal(group: Group, pinnedCurrency: KeyValue | undefined): Total {
  const grouped = group.key.find(({ dimension }) => dimension === 'CURRENCY');
  return {
    key: [...group.key],
    count: { value: group.count, relation: 'EXACT' },
    sum: () => (group.sum === null ? null : writeDecimal(group.sum)),
    currency: grouped?.code ?? (typeof pinnedCurrency === 'string' ? pinnedCurrency : null),
    complete: true,
    suppressedBecause: null,
  };
}
