import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { isIntrospection } from './find-field.js';

/**
 * What of an operation asks for the schema, as a document of its own. Only the root has such fields, so fragments are put
 * in where they stand at the root, and all else of it is left out. Where nothing asks, the operation has no field.
 */
export function introspectionOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const left = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) {
        return isIntrospection(node.name.value) ? [node] : [];
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const inner = left(fragment?.selectionSet.selections ?? []);
      const { directives = [] } = node;
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          directives,
          selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
        },
      ];
    });
  const selections = left(operation.selectionSet.selections);
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
      ...fragments.values(),
    ],
  };
}
