import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';

/**
 * Which fields `Type.field` of a contract a rule at a coordinate guards: that of a field the field itself, that of a
 * type all its fields and all fields that give one.
 */
export interface GuardedFields {
  /** The fields that a rule at a coordinate guards. */
  under(coordinate: string): readonly string[];
  /** The coordinates whose rules guard a field. */
  guardsOf(field: string): readonly string[];
}

export function readGuardedFields(schema: GraphQLSchema): GuardedFields {
  const fields = new Map<string, string[]>();
  const guards = new Map<string, readonly string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('__')) {
      continue;
    }
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const all = [coordinate, type.name, getNamedType(field.type).name];
      guards.set(coordinate, all);
      for (const guard of all) {
        fields.set(guard, [...(fields.get(guard) ?? []), coordinate]);
      }
    }
  }
  return {
    under: (coordinate) => fields.get(coordinate) ?? [],
    guardsOf: (field) => guards.get(field) ?? [field],
  };
}
