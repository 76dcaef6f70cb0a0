import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { UseTable } from '../../shared/policy/use-table.js';
import { isObject, listOf } from '../merge/member-page.js';

/** The fields `Type.field` that a root field's arguments filter, search, sort and group by, each once. */
export function readUses(
  uses: UseTable,
  field: GraphQLField<unknown, unknown>,
  of: { readonly args: Readonly<Record<string, unknown>>; readonly selected: Iterable<string> },
): readonly string[] {
  const found = new Set<string>();
  const add = (coordinate: string) => {
    for (const used of uses.get(coordinate) ?? []) {
      found.add(used);
    }
  };
  for (const { name, type } of field.args) {
    addUses(type, of.args[name], add);
  }
  const given = getNamedType(field.type).name;
  for (const name of of.selected) {
    add(`${given}.${name}`);
  }
  return [...found];
}

function addUses(type: GraphQLInputType, value: unknown, add: (coordinate: string) => void): void {
  if (value === null || value === undefined) {
    return;
  }
  if (isNonNullType(type)) {
    addUses(type.ofType, value, add);
  } else if (isListType(type)) {
    for (const item of Array.isArray(value) ? listOf(value) : [value]) {
      addUses(type.ofType, item, add);
    }
  } else if (isEnumType(type)) {
    add(`${type.name}.${String(value)}`);
  } else if (isInputObjectType(type) && isObject(value)) {
    for (const [name, field] of Object.entries(type.getFields())) {
      // One that is given as null is named all the same.
      if (value[name] !== undefined) {
        add(`${type.name}.${name}`);
        addUses(field.type, value[name], add);
      }
    }
  }
}
