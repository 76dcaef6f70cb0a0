import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { findField } from '../policy/find-field.js';

/** An operation and the document that it stands in. */
export interface WrittenOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * The same operation with no fragment on an interface or union where the type of the object is known as it stands:
 * such a fragment is for all that can be there. Apollo's gateway takes the object for no more than the last fragment
 * around it says, and drops what fragments on the object's own type ask for in there (`resultShaping.js` of 2.14). Never
 * changes a node; the operation itself where nothing is to be done. Expects a validated document.
 */
export function narrowFragments(asked: WrittenOperation, schema: GraphQLSchema): WrittenOperation {
  const { document, operation } = asked;
  const narrower = new Narrower(schema, document);
  const root = schema.getRootType(operation.operation);
  const selectionSet = root ? narrower.set(operation.selectionSet, root) : operation.selectionSet;
  if (selectionSet === operation.selectionSet) {
    return asked;
  }
  const narrowed = { ...operation, selectionSet };
  const definitions = document.definitions.map((node) => (node === operation ? narrowed : node));
  return { document: { ...document, definitions }, operation: narrowed };
}

/**
 * Stands for a fragment that is for no object of its place, as one within a fragment on an interface may be: without
 * that interface around it, it could not stand there.
 */
const nothing: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'skip' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: true },
        },
      ],
    },
  ],
};

class Narrower {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #done = new Map<
    FragmentDefinitionNode | InlineFragmentNode,
    Map<GraphQLCompositeType, SelectionSetNode>
  >();

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode) {
    this.#schema = schema;
    this.#fragments = new Map(
      definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
      ),
    );
  }

  /** The same set where nothing in it changes. */
  set(set: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode {
    const selections = set.selections.map((node) => this.#selection(node, type));
    return selections.some((node, at) => node !== set.selections[at]) ? { ...set, selections } : set;
  }

  #selection(node: SelectionNode, type: GraphQLCompositeType): SelectionNode {
    if (node.kind !== Kind.FIELD) {
      return this.#fragment(node, type);
    }
    const below = getNamedType(findField(type, node.name.value)?.type);
    if (node.selectionSet === undefined || !isCompositeType(below)) {
      return node;
    }
    const selectionSet = this.set(node.selectionSet, below);
    return selectionSet === node.selectionSet ? node : { ...node, selectionSet };
  }

  #fragment(node: FragmentSpreadNode | InlineFragmentNode, type: GraphQLCompositeType): SelectionNode {
    const inner = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(node.name.value) : node;
    const on = inner?.typeCondition && this.#schema.getType(inner.typeCondition.name.value);
    if (inner === undefined || (on !== undefined && !isCompositeType(on))) {
      return node;
    }
    if (isObjectType(type) && on !== undefined && !this.#holds(on, type)) {
      return nothing;
    }
    const isWider = isObjectType(type) && on !== undefined && !isObjectType(on);
    const selectionSet = this.#inner(inner, isWider ? type : (on ?? type));
    if (!isWider && selectionSet === inner.selectionSet) {
      return node;
    }
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(inner.typeCondition && !isWider && { typeCondition: inner.typeCondition }),
      ...(node.directives && { directives: node.directives }),
      selectionSet,
    };
  }

  /** Whether a fragment on a type is for objects of another. */
  #holds(on: GraphQLCompositeType, type: GraphQLObjectType): boolean {
    return isObjectType(on) ? on === type : this.#schema.isSubType(on, type);
  }

  /** Once for each type that a fragment is spread on: fragments that spread each other twice are many. */
  #inner(inner: FragmentDefinitionNode | InlineFragmentNode, type: GraphQLCompositeType): SelectionSetNode {
    const byType = this.#done.get(inner) ?? new Map<GraphQLCompositeType, SelectionSetNode>();
    this.#done.set(inner, byType);
    const set = byType.get(type) ?? this.set(inner.selectionSet, type);
    byType.set(type, set);
    return set;
  }
}
