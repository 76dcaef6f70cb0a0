import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a selection is read with: its document's fragments and the values of its variables. */
export interface SelectionScope {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The fields of selection sets on one object type by response key, fragments opened, `@skip` and `@include` applied
 * (GraphQL spec, CollectFields). For types of the contract that only ever stand for themselves, such as a connection,
 * every type condition holds; for one of a union `holds` says which do.
 */
export function selectedFields(
  selectionSets: readonly SelectionSetNode[],
  scope: SelectionScope,
  holds: (typeCondition: string) => boolean = () => true,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  for (const set of selectionSets) {
    collect(set, { ...scope, holds }, fields);
  }
  return fields;
}

interface CollectScope extends SelectionScope {
  readonly holds: (typeCondition: string) => boolean;
}

/** The selection sets below the nodes of one response key. */
export function selectionSetsBelow(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
}

function collect(set: SelectionSetNode, scope: CollectScope, fields: Map<string, FieldNode[]>): void {
  for (const selection of set.selections) {
    if (!isIncluded(selection, scope.variables)) {
      continue;
    }
    if (selection.kind === 'Field') {
      const key = selection.alias?.value ?? selection.name.value;
      fields.set(key, [...(fields.get(key) ?? []), selection]);
      continue;
    }
    const fragment = selection.kind === 'InlineFragment' ? selection : scope.fragments[selection.name.value];
    const condition = fragment?.typeCondition?.name.value;
    if (fragment !== undefined && (condition === undefined || scope.holds(condition))) {
      collect(fragment.selectionSet, scope, fields);
    }
  }
}

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (node.directives === undefined || node.directives.length === 0) {
    return true;
  }
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
