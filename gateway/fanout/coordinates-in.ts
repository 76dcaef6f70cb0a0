import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { documentOf } from './contract-version.js';
import { usedFragments } from './used-fragments.js';

/** The fields `Type.field` that root field nodes ask for, under an abstract type also those of all it can be. */
export function coordinatesIn(
  schema: GraphQLSchema,
  nodes: readonly FieldNode[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  for (const field of nodes) {
    visit(
      documentOf({ field, fragments: usedFragments(field, fragments) }),
      visitWithTypeInfo(types, {
        Field(node) {
          const parent = types.getParentType();
          const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
          for (const type of parent ? [parent, ...possible] : []) {
            found.add(`${type.name}.${node.name.value}`);
          }
        },
      }),
    );
  }
  return found;
}
