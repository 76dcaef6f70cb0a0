import type { GraphQLResolveInfo } from 'graphql';
import type { Filter } from '../store/filter.js';
import type { RecordType } from '../store/record-type.js';
import { widenToProtected } from '../store/widen-filter.js';
import { filterFromInput } from './filter-from-input.js';
import type { MemberContext } from './member-context.js';
import { type QueryUses, queryUses, type UsingArgs } from './query-uses.js';
import { unauthorized } from './unauthorized.js';

/** A root field that finds records: its arguments and where it stands. */
export interface RecordQuery {
  readonly type: RecordType;
  readonly args: UsingArgs;
  /** Coordinates of fields that it reads beside those of its arguments. */
  readonly alsoUses?: readonly string[];
  readonly info: GraphQLResolveInfo;
  readonly context: MemberContext;
}

/** A filter as the client gave it, and as it goes to the store. */
export interface PermittedFilter {
  readonly asked: Filter;
  readonly permitted: Filter;
}

/**
 * Makes a store's filter of a root field's arguments. Finding, sorting and grouping by a field takes the right to read
 * it on every record: else throws UNAUTHORIZED_FIELD_OR_TYPE, before anything is read. Throws as `filterFromInput`.
 */
export async function permittedFilter(query: RecordQuery): Promise<PermittedFilter> {
  const { type, args, alsoUses = [], info, context } = query;
  const uses = queryUses(args, info, context.uses);
  if (!context.decisions.mayUse([...uses.coordinates, ...alsoUses]) || isShutOut(uses, query)) {
    throw unauthorized();
  }
  const asked = filterFromInput(args.filter, { type, member: context.member });
  const { protectedUses = [] } = type;
  const isWidened = context.decisions.mayUse(protectedUses);
  const meant = isWidened ? widenToProtected(type, asked) : asked;
  const searched = isWidened ? ['party', 'protectedParty'] : ['party'];
  return { asked, permitted: await withoutHiddenParties(meant, searched, { ...query, uses }) };
}

/**
 * Whether parties are searched by places of which the caller may read not even the part that the contract opens to all.
 * Stores keep that part by the contract: what a rule of the member's own takes from some records they do not know.
 */
function isShutOut({ isByAnyParty }: QueryUses, { type, context }: RecordQuery): boolean {
  const { openInPart = [] } = type;
  return (
    isByAnyParty &&
    openInPart.some((coordinate) => {
      const decision = context.decisions.field(coordinate);
      return decision.kind === 'BY_RECORD' ? decision.byOwnRule === true : decision.kind !== 'ALLOW';
    })
  );
}

/**
 * A record that names a party which is hidden from the caller is not found by its parties: that it is found, or where
 * it stands in an order, would tell of the party. In places that the caller's search does not look into it tells
 * nothing, and that the record is missed there would.
 */
async function withoutHiddenParties(
  filter: Filter,
  searched: readonly string[],
  { uses, type, context }: RecordQuery & { readonly uses: QueryUses },
): Promise<Filter> {
  const hidden = uses.isByParty ? await context.records.hiddenParties() : [];
  const keys = searched.filter((key) => key in type.keys);
  return hidden.length === 0
    ? filter
    : { op: 'and', of: [filter, ...keys.map((key): Filter => namesNone(key, hidden))] };
}

function namesNone(key: string, parties: readonly string[]): Filter {
  return { op: 'not', of: { op: 'in', key, values: parties } };
}
