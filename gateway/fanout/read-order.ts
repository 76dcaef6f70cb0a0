import { type GraphQLField, getNamedType, isInputObjectType } from 'graphql';
import { keyOfConstant } from '../../shared/domain/key-of-constant.js';
import type { SortDirection } from '../../shared/domain/key-value.js';
import type { SortKeyKind } from '../../shared/domain/member-cursor.js';
import { isObject, listOf } from '../merge/member-page.js';

/** The order a connection is asked for. */
export interface Order {
  readonly directions: readonly SortDirection[];
  /** What the values of each key must be; a member that sends others cannot be merged. */
  readonly kinds: readonly SortKeyKind[];
}

/**
 * Reads the argument `orderBy`. A sort key `FISCAL_YEAR` is the filter field `fiscalYear`, whose filter type tells the
 * kind of its values; a key that cannot be filtered by is a text.
 */
export function readOrder(field: GraphQLField<unknown, unknown>, orderBy: unknown): Order {
  const keys = listOf(orderBy).filter(isObject);
  return {
    directions: keys.map((key) => (key['direction'] === 'DESC' ? 'DESC' : 'ASC')),
    kinds: keys.map((key) => kindOf(field, String(key['field']))),
  };
}

function kindOf(field: GraphQLField<unknown, unknown>, constant: string): SortKeyKind {
  const filter = field.args.find((argument) => argument.name === 'filter');
  const type = filter === undefined ? undefined : getNamedType(filter.type);
  const test = isInputObjectType(type) ? type.getFields()[keyOfConstant(constant)] : undefined;
  switch (test === undefined ? undefined : getNamedType(test.type).name) {
    case 'IntFilter':
      return 'integer';
    case 'BooleanFilter':
      return 'boolean';
    case 'DecimalFilter':
      return 'amount';
    default:
      return 'text';
  }
}
