import {
  astFromValue,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  print,
} from 'graphql';

/**
 * How a graph takes away what clients use, one sentence each; none where it only grows. A changed default counts: the
 * query stays valid and asks something else.
 */
export function findShrinkage(before: GraphQLSchema, after: GraphQLSchema): readonly string[] {
  return [
    ...findBreakingChanges(before, after),
    ...findDangerousChanges(before, after).filter(
      ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
    ),
    ...changedInputDefaults(before, after),
  ].map(({ description }) => description);
}

/** graphql-js compares defaults of arguments only. */
function changedInputDefaults(before: GraphQLSchema, after: GraphQLSchema): { description: string }[] {
  return Object.values(before.getTypeMap()).flatMap((type) => {
    const now = after.getType(type.name);
    if (!isInputObjectType(type) || !isInputObjectType(now)) {
      return [];
    }
    return Object.values(type.getFields()).flatMap((field) => {
      const later = now.getFields()[field.name];
      return later !== undefined && field.defaultValue !== undefined && defaultOf(later) !== defaultOf(field)
        ? [{ description: `${type.name}.${field.name} has changed defaultValue.` }]
        : [];
    });
  });
}

function defaultOf({ defaultValue, type }: GraphQLInputField): string | undefined {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return node ? print(node) : undefined;
}

/** What a graph has beyond another: coordinates of types and fields, for people to read. */
export function findAdditions(before: GraphQLSchema, after: GraphQLSchema): readonly string[] {
  const known = new Set(coordinates(before));
  return coordinates(after).filter((coordinate) => !known.has(coordinate));
}

function coordinates(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .flatMap((type) => [
      type.name,
      ...('getFields' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []),
    ])
    .sort();
}
