import type { GraphQLResolveInfo } from 'graphql';
import { type Apart, assertApart } from '../domain/apart.js';
import { writeDecimal } from '../domain/decimal.js';
import type { DimensionValue } from '../domain/group-key.js';
import type { KeyValue } from '../domain/key-value.js';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';
import type { Suppression } from '../policy/suppress-groups.js';
import type { Filter } from '../store/filter.js';
import type { StoreCount } from '../store/record-store.js';
import type { RecordType } from '../store/record-type.js';
import { aggregateGroups, type PermittedGroup } from './aggregate-groups.js';
import { type Dimension, dimensionOf } from './dimension.js';
import { type FilterInput, filterFromInput } from './filter-from-input.js';
import { foldGroups } from './fold-groups.js';
import type { MemberContext } from './member-context.js';
import { permittedFilter, type RecordQuery } from './permitted-filter.js';
import { pinnedKeys } from './pinned-keys.js';
import { queryUses, sumUses } from './query-uses.js';
import { selectsField } from './selects-field.js';
import { unauthorized } from './unauthorized.js';

/** The totals of one record type. */
export interface TotalsDeclaration {
  /** The record type that is added up. */
  readonly type: string;
  /** The key of kind `amount` that `sum` adds, where the contract has a sum of them. */
  readonly sum?: string;
  /** What is never added together; the hub reads the same from `@merge` in the contract. */
  readonly apart: Apart;
  /** The key that says whom a record is about, where several can be about one. Else each record is of its own. */
  readonly subject?: string;
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
  /** The one member whose records these are; nobody where it withholds them. */
  readonly members: { readonly id: string }[];
  readonly complete: boolean;
  /** Why neither count nor sum is given. */
  readonly suppressedBecause: Suppression | null;
}

/** For records that have no amounts to add. */
export const nothingApart: Apart = { always: [], inSum: [] };

const maxDimensions = 4;
const maxGroups = 10_000;

/**
 * A resolver of a totals field: counts and exact sums by group, ordered by each dimension's scheme and code, nulls
 * last, over what the caller may read or else over what they may only count. Throws NOT_ADDABLE rather than add what
 * must not be added, UNAUTHORIZED_FIELD_OR_TYPE, BAD_INPUT, BAD_FILTER, QUERY_TOO_BROAD.
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
    const asked = filterFromInput(args.filter, { type, member: context.member });
    const pinned = pinnedKeys(asked);
    const withSum = selectsField(info, 'sum');
    assertApart(declaration.apart, { groupBy: args.groupBy, isPinned: (key) => pinned.has(key), withSum });
    const alsoUses = withSum ? sumUses(info, context.uses) : [];
    const groups = await permittedGroups({
      query: { type, args, alsoUses, info, context },
      dimensions,
      asked,
      sum: withSum ? declaration.sum : undefined,
      subject: declaration.subject,
    });
    refuseTooMany(groups);
    return groups.map((group) =>
      toTotal(group, { member: context.member, currency: pinned.get('currency') }),
    );
  };
}

interface TotalQuery {
  readonly query: RecordQuery & { readonly args: TotalsArgs; readonly alsoUses: readonly string[] };
  readonly dimensions: readonly Dimension[];
  readonly asked: Filter;
  readonly sum: string | undefined;
  readonly subject: string | undefined;
}

async function permittedGroups(of: TotalQuery): Promise<readonly PermittedGroup[]> {
  const { query, dimensions, sum } = of;
  const { type, args, info, context, alsoUses } = query;
  const { coordinates } = queryUses(args, info, context.uses);
  const decision = context.decisions.totals(type.name, [...coordinates, ...alsoUses]);
  switch (decision.kind) {
    case 'NONE':
      throw unauthorized();
    case 'AGGREGATE_ONLY':
      return await aggregateGroups({ ...of, type, args, decision, records: context.records });
    case 'OF_READABLE': {
      const { permitted } = await permittedFilter(query);
      const groupBy = dimensions.flatMap(({ keys }) => keys);
      const sums = await context.records.groupSums({ type: type.name, filter: permitted, groupBy, sum });
      return foldGroups(sums, dimensions).map((group) => ({ ...group, suppressedBecause: null }));
    }
  }
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

function refuseTooMany(groups: readonly PermittedGroup[]): void {
  if (groups.length > maxGroups) {
    throw new AccordError(
      'QUERY_TOO_BROAD',
      `Expected a total of at most ${maxGroups} groups, got ${groups.length}: filter more or group by less.`,
    );
  }
}

function toTotal(
  group: PermittedGroup,
  of: { readonly member: string; readonly currency: KeyValue | undefined },
): Total {
  const grouped = group.key.find(({ dimension }) => dimension === 'CURRENCY');
  const isWhole = group.suppressedBecause === null;
  return {
    key: [...group.key],
    count: isWhole ? { value: group.count, relation: 'EXACT' } : { value: 0, relation: 'AT_LEAST' },
    sum: () => (group.sum === null || !isWhole ? null : writeDecimal(group.sum)),
    currency: grouped?.code ?? (typeof of.currency === 'string' ? of.currency : null),
    members: isWhole ? [{ id: of.member }] : [],
    complete: isWhole,
    suppressedBecause: group.suppressedBecause,
  };
}
