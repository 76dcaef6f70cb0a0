import type { GraphQLResolveInfo, SelectionNode, SelectionSetNode } from 'graphql';
import { GraphQLIncludeDirective, GraphQLSkipDirective, getDirectiveValues, Kind } from 'graphql';

/** Whether the field being resolved has this field selected below it, fragments opened, `@skip`/`@include` applied. */
export function selectsField(info: GraphQLResolveInfo, field: string): boolean {
  return info.fieldNodes.some(({ selectionSet }) => hasField(selectionSet, field, info));
}

function hasField(set: SelectionSetNode | undefined, field: string, info: GraphQLResolveInfo): boolean {
  return (set?.selections ?? []).some(
    (selection) => isIncluded(selection, info) && isOrHolds(selection, field, info),
  );
}

function isOrHolds(selection: SelectionNode, field: string, info: GraphQLResolveInfo): boolean {
  switch (selection.kind) {
    case Kind.FIELD:
      return selection.name.value === field;
    case Kind.INLINE_FRAGMENT:
      return hasField(selection.selectionSet, field, info);
    case Kind.FRAGMENT_SPREAD:
      return hasField(info.fragments[selection.name.value]?.selectionSet, field, info);
  }
}

function isIncluded(node: SelectionNode, info: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
