import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isIntrospectionType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { maxCoordinates } from './access-entry.js';

/** The coordinates that an entry names, and how many it has no room for. */
export interface AskedCoordinates {
  readonly coordinates: string[];
  readonly coordinatesOmitted?: number;
}

/** The fields of an operation as `Type.field`, sorted, its fragments included; no arguments and nothing of introspection. */
export function coordinatesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        const name = node.name.value;
        if (parent && !isIntrospectionType(parent) && !name.startsWith('__')) {
          found.add(`${parent.name}.${name}`);
        }
      },
      // Values are nowhere near names.
      Argument: () => false,
    }),
  );
  return new Set([...found].sort());
}

/** What an entry says of them. */
export function askedCoordinates(found: Iterable<string>): AskedCoordinates {
  const all = [...new Set(found)].sort();
  const coordinates = all.slice(0, maxCoordinates);
  const omitted = all.length - coordinates.length;
  return omitted > 0 ? { coordinates, coordinatesOmitted: omitted } : { coordinates };
}
