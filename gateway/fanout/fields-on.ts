import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What selections are read with: the contract, and the fragments of their document. */
export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** A field of a runtime type as a selection has it under one response key. */
export interface CollectedField {
  readonly nodes: readonly FieldNode[];
  /** The way to each of the nodes. */
  readonly routes: readonly Route[];
}

/** A way to a field through the fragments of a selection. */
export interface Route {
  /** All its `@skip` and `@include`. The field is there where all of one route hold. */
  readonly conditions: readonly DirectiveNode[];
  /** The type that the innermost fragment is on; undefined where that is the selection's own. */
  readonly on: string | undefined;
}

/** A selection set of a field, and what must hold for it to be one beside those of the field's other nodes. */
export interface SetBelow {
  readonly set: SelectionSetNode;
  readonly conditions: readonly DirectiveNode[];
}

/**
 * The selection sets below a field. Where several nodes make the field, it can be there without what one of them
 * selects: that one's `@skip` and `@include` are those of its selections too.
 */
export function setsBelow({ nodes, routes }: CollectedField): SetBelow[] {
  return nodes.flatMap(({ selectionSet }, i) => {
    const conditions = nodes.length > 1 ? (routes[i]?.conditions ?? []) : [];
    return selectionSet === undefined ? [] : [{ set: selectionSet, conditions }];
  });
}

/** The fields of selection sets on one runtime type by response key, fragments opened, whatever the conditions say. */
export function fieldsOn(
  source: SelectionSource,
  runtime: GraphQLObjectType,
  sets: readonly SetBelow[],
): Map<string, CollectedField> {
  const fields = new Map<string, CollectedField>();
  const collect = (set: SelectionSetNode, route: Route) => {
    for (const selection of set.selections) {
      const conditions = [...route.conditions, ...conditionsOf(selection)];
      if (selection.kind === 'Field') {
        const key = selection.alias?.value ?? selection.name.value;
        const { nodes, routes } = fields.get(key) ?? { nodes: [], routes: [] };
        fields.set(key, { nodes: [...nodes, selection], routes: [...routes, { ...route, conditions }] });
        continue;
      }
      const fragment =
        selection.kind === 'InlineFragment' ? selection : source.fragments[selection.name.value];
      const on = fragment?.typeCondition?.name.value ?? route.on;
      if (fragment !== undefined && applies(source.schema, runtime, on)) {
        collect(fragment.selectionSet, { conditions, on });
      }
    }
  };
  for (const { set, conditions } of sets) {
    collect(set, { conditions, on: undefined });
  }
  return fields;
}

function conditionsOf({ directives }: SelectionNode): readonly DirectiveNode[] {
  return directives?.filter(({ name }) => name.value === 'skip' || name.value === 'include') ?? [];
}

function applies(schema: GraphQLSchema, runtime: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === runtime.name) {
    return true;
  }
  const type = schema.getType(condition);
  return type !== undefined && isAbstractType(type) && schema.isSubType(type, runtime);
}
