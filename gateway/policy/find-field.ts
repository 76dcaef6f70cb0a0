import {
  type GraphQLCompositeType,
  type GraphQLField,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';

const introspection: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map([
  [SchemaMetaFieldDef.name, SchemaMetaFieldDef],
  [TypeMetaFieldDef.name, TypeMetaFieldDef],
]);

/** The field that a selection on a type names; undefined for `__typename`, and where there is none. */
export function findField(
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return introspection.get(name) ?? (isUnionType(type) ? undefined : type.getFields()[name]);
}

/** Whether a field asks for the schema: `__schema` or `__type`. */
export function isIntrospection(name: string): boolean {
  return introspection.has(name);
}
