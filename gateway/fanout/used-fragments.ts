import { type FieldNode, type FragmentDefinitionNode, visit } from 'graphql';

/** The fragments that a field uses, directly or through others. */
export function usedFragments(
  field: FieldNode,
  all: Readonly<Record<string, FragmentDefinitionNode>>,
): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: FieldNode | FragmentDefinitionNode) => {
    visit(node, {
      FragmentSpread(spread) {
        const fragment = all[spread.name.value];
        if (fragment !== undefined && !used.has(spread.name.value)) {
          used.set(spread.name.value, fragment);
          collect(fragment);
        }
      },
    });
  };
  collect(field);
  return [...used.values()];
}
