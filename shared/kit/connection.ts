import type { GraphQLResolveInfo } from 'graphql';
import { readMemberCursor, type SortKeyKind, writeMemberCursor } from '../domain/member-cursor.js';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';
import type { PageQuery, StoreCount } from '../store/record-store.js';
import type { RecordBody, RecordType, SortKey } from '../store/record-type.js';
import type { FilterInput } from './filter-from-input.js';
import type { MemberContext } from './member-context.js';
import { type PermittedFilter, permittedFilter } from './permitted-filter.js';
import type { RecordKind, RecordNode } from './record-kind.js';
import { type OrderInput, sortFromInput } from './sort-from-input.js';

/** The arguments that every connection field of the contracts has. */
export interface ConnectionArgs {
  readonly filter?: FilterInput | null | undefined;
  readonly orderBy?: readonly OrderInput[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page of records (Relay). `totalCount` is called, and counts, only when the query selects it. */
export interface Connection<N> {
  readonly edges: { readonly cursor: string; readonly node: N }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    readonly complete: boolean;
  };
  readonly totalCount: () => Promise<StoreCount>;
}

const defaultFirst = 20;
const maxFirst = 200;
const countCap = 10_000;

/**
 * A resolver of a connection field over the records that exist for the caller. Throws UNAUTHORIZED_FIELD_OR_TYPE,
 * BAD_INPUT, BAD_FILTER, BAD_CURSOR, QUERY_TOO_COMPLEX, QUERY_TOO_BROAD.
 */
export function connectionResolver<N extends string, B extends RecordBody>(kind: RecordKind<N, B>) {
  return async (
    _parent: unknown,
    args: ConnectionArgs,
    context: MemberContext,
    info: GraphQLResolveInfo,
  ): Promise<Connection<RecordNode<N, B>>> => readConnection(kind, { args, context, info });
}

/** A connection as a field asks for it. */
export interface ConnectionQuery {
  readonly args: ConnectionArgs;
  /** Coordinates of fields that it reads beside those of its arguments. */
  readonly alsoUses?: readonly string[];
  readonly context: MemberContext;
  readonly info: GraphQLResolveInfo;
}

/** Reads a page of the records that exist for the caller. Throws as `connectionResolver` does. */
export async function readConnection<N extends string, B extends RecordBody>(
  kind: RecordKind<N, B>,
  asked: ConnectionQuery,
): Promise<Connection<RecordNode<N, B>>> {
  const { args, context } = asked;
  const filter = await permittedFilter({ type: kind.type, ...asked });
  const query = pageQueryFrom(args, kind.type, filter);
  const { rows, hasMore } = await context.records.page(query);
  const edges = rows.map(({ record, position }) => ({
    cursor: writeMemberCursor(position),
    node: kind.toNode(record, context.member),
  }));
  return {
    edges,
    pageInfo: { hasNextPage: hasMore, endCursor: edges.at(-1)?.cursor ?? null, complete: true },
    totalCount: () => context.records.count(query.type, query.filter, countCap),
  };
}

function pageQueryFrom(args: ConnectionArgs, type: RecordType, filter: PermittedFilter): PageQuery {
  const sort = sortFromInput(args.orderBy, type, filter.asked);
  const after = args.after ?? undefined;
  return {
    type: type.name,
    filter: filter.permitted,
    sort,
    limit: pageLimit(args.first),
    after: after === undefined ? undefined : readMemberCursor(after, kindsOf(type, sort)),
  };
}

function pageLimit(first: number | null | undefined): number {
  const limit = first ?? defaultFirst;
  if (limit < 1 || limit > maxFirst) {
    throw new AccordError('BAD_INPUT', `Expected "first" to be 1 to ${maxFirst}, got ${limit}.`);
  }
  return limit;
}

function kindsOf(type: RecordType, sort: readonly SortKey[]): SortKeyKind[] {
  return sort.map(({ key }) => {
    const kind = type.keys[key]?.kind;
    invariant(kind !== undefined && kind !== 'terms', `${type.name} can be sorted by ${key}`);
    return kind;
  });
}
