import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';

/**
 * Reads which fields `Type.field` of a schema a rule at a coordinate guards: that of a field the field itself, that of
 * a type all its fields and all fields that give one.
 */
export function readGuardedFields(schema: GraphQLSchema): (coordinate: string) => readonly string[] {
  const guarded = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('__')) {
      continue;
    }
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      for (const guard of [coordinate, type.name, getNamedType(field.type).name]) {
        guarded.set(guard, [...(guarded.get(guard) ?? []), coordinate]);
      }
    }
  }
  return (coordinate) => guarded.get(coordinate) ?? [];
}
