import { type GraphQLNamedType, type GraphQLResolveInfo, getNamedType, isInputObjectType } from 'graphql';
import { keyOfConstant } from '../domain/key-of-constant.js';
import type { UseTable } from '../policy/use-table.js';
import type { FilterInput } from './filter-from-input.js';
import type { OrderInput } from './sort-from-input.js';
import { unauthorized } from './unauthorized.js';

/** What the arguments of a root field read of records. */
export interface QueryUses {
  /** Coordinates of fields, each once. */
  readonly coordinates: readonly string[];
  /** Whether something is found or ordered by what belongs to the parties that a record names. */
  readonly isByParty: boolean;
  /** Whether something is found by parties wherever a record names them. */
  readonly isByAnyParty: boolean;
}

export interface UsingArgs {
  readonly filter?: FilterInput | null | undefined;
  readonly orderBy?: readonly OrderInput[] | null | undefined;
  readonly groupBy?: readonly string[] | undefined;
}

/** Keys that are made of parties' names, ids and identifiers. */
const anyPartyKeys: ReadonlySet<string> = new Set(['text', 'party', 'identifier']);
const partyKeys: ReadonlySet<string> = new Set([...anyPartyKeys, 'declarant', 'declarantName']);

/** Fields of a filter that only join others, or test whose the records are. */
const readsNothing: ReadonlySet<string> = new Set(['and', 'or', 'not', 'member']);

/**
 * The fields that a root field's filter, order and groups read, by the contract's table, whatever they are nested in.
 * Throws UNAUTHORIZED_FIELD_OR_TYPE for what the table does not know: it cannot be decided.
 */
export function queryUses(args: UsingArgs, info: GraphQLResolveInfo, uses: UseTable): QueryUses {
  const filters = namesInFilter(args.filter);
  const orders = (args.orderBy ?? []).map(({ field }) => field);
  const places = [
    ...filters.map((name) => `${typeOf(info, 'filter')}.${name}`),
    ...orders.map((constant) => `${orderFieldType(info)}.${constant}`),
    ...(args.groupBy ?? []).map((constant) => `${typeOf(info, 'groupBy')}.${constant}`),
  ];
  return {
    coordinates: [...new Set(places.flatMap((place) => readBy(place, uses)))],
    isByParty: [...filters, ...orders.map(keyOfConstant)].some((key) => partyKeys.has(key)),
    isByAnyParty: filters.some((name) => anyPartyKeys.has(name)),
  };
}

/** The fields that the sum of a total reads. */
export function sumUses(info: GraphQLResolveInfo, uses: UseTable): readonly string[] {
  return readBy(`${getNamedType(info.returnType).name}.sum`, uses);
}

function readBy(place: string, uses: UseTable): readonly string[] {
  const read = uses.get(place);
  if (read === undefined) {
    throw unauthorized();
  }
  return read;
}

function namesInFilter(input: unknown): string[] {
  if (Array.isArray(input)) {
    return input.flatMap(namesInFilter);
  }
  if (typeof input !== 'object' || input === null) {
    return [];
  }
  return Object.entries(input).flatMap(([name, value]) => {
    if (value === undefined) {
      return [];
    }
    return readsNothing.has(name) ? (name === 'member' ? [] : namesInFilter(value)) : [name];
  });
}

function typeOf(info: GraphQLResolveInfo, argument: string): string {
  return namedTypeOf(info, argument)?.name ?? '';
}

function orderFieldType(info: GraphQLResolveInfo): string {
  const order = namedTypeOf(info, 'orderBy');
  const field = isInputObjectType(order) ? order.getFields()['field'] : undefined;
  return field === undefined ? '' : getNamedType(field.type).name;
}

function namedTypeOf(
  { parentType, fieldName }: GraphQLResolveInfo,
  argument: string,
): GraphQLNamedType | undefined {
  const args = parentType.getFields()[fieldName]?.args;
  const type = args?.find(({ name }) => name === argument)?.type;
  return type === undefined ? undefined : getNamedType(type);
}
