import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import type { Apart } from '../../../shared/domain/apart.js';

/** A total of the graph: what it filters and groups by, and what it never adds together. */
export interface TotalField {
  readonly name: string;
  readonly domain: string;
  readonly filter: GraphQLInputObjectType;
  readonly dimension: GraphQLEnumType;
  /** Whether it adds up amounts, each in its currency. */
  readonly hasSum: boolean;
  readonly apart: Apart;
}

/** By name. */
export type TotalFields = ReadonlyMap<string, TotalField>;

/** What is read of a domain's contract for its totals. */
export interface TotalsContract {
  readonly domain: string;
  readonly schema: GraphQLSchema;
  readonly apart: ReadonlyMap<string, Apart>;
}

const nothing: Apart = { always: [], inSum: [] };

/** Every total of these contracts: what has a filter, groups and a count. */
export function readTotalFields(contracts: readonly TotalsContract[]): TotalFields {
  const totals = contracts.flatMap(({ domain, schema, apart }) =>
    Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
      const shape = shapeOf(field);
      const total = { name: field.name, domain, apart: apart.get(field.name) ?? nothing };
      return shape === undefined ? [] : [{ ...total, ...shape }];
    }),
  );
  return new Map(totals.map((total) => [total.name, total]));
}

function shapeOf(
  field: GraphQLField<unknown, unknown>,
): Pick<TotalField, 'filter' | 'dimension' | 'hasSum'> | undefined {
  const argument = (name: string) => {
    const found = field.args.find((candidate) => candidate.name === name);
    return found === undefined ? undefined : getNamedType(found.type);
  };
  const filter = argument('filter');
  const dimension = argument('groupBy');
  const total = getNamedType(field.type);
  return isInputObjectType(filter) && isEnumType(dimension) && isObjectType(total)
    ? { filter, dimension, hasSum: total.getFields()['sum'] !== undefined }
    : undefined;
}
