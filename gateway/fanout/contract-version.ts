import {
  type ASTNode,
  type ConstDirectiveNode,
  coerceInputValue,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';

/**
 * A contract as it was in a version of its major: without what `@since` says came later. A contract only ever grows
 * within a major, so every older version is inside the newest.
 */
export function contractAt(contract: DocumentNode, version: string): DocumentNode {
  return visit(contract, { enter: (node) => (isLater(sinceOf(node), version) ? null : undefined) });
}

function sinceOf(node: ASTNode): string {
  const value = constDirectives(node).find(({ name }) => name.value === 'since')?.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : '0.0.0';
}

function constDirectives(node: ASTNode): readonly ConstDirectiveNode[] {
  switch (node.kind) {
    case Kind.FIELD_DEFINITION:
    case Kind.INPUT_VALUE_DEFINITION:
    case Kind.ENUM_VALUE_DEFINITION:
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
      return node.directives ?? [];
    default:
      return [];
  }
}

/** Whether a version `x.y.z` is later than another. */
export function isLater(version: string, than: string): boolean {
  const a = version.split('.').map(Number);
  const b = than.split('.').map(Number);
  const at = [0, 1, 2].find((i) => (a[i] ?? 0) !== (b[i] ?? 0));
  return at !== undefined && (a[at] ?? 0) > (b[at] ?? 0);
}

/** A root field's question and the fragments it uses. */
export interface Question {
  readonly field: FieldNode;
  readonly fragments: readonly FragmentDefinitionNode[];
}

/**
 * Cuts from a question what the contract of `schema` does not know, and says what as schema coordinates. A selection
 * that would be left empty asks for the type's name under `emptyKey`, which stands for nothing.
 */
export function cutToContract(
  schema: GraphQLSchema,
  question: Question,
  emptyKey: string,
): Question & { readonly cut: readonly string[] } {
  const cut = new Set<string>();
  const types = new TypeInfo(schema);
  const document = visit(
    documentOf(question),
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          if (!isFieldKnown(types.getFieldDef(), node)) {
            cut.add(`${types.getParentType()?.name ?? ''}.${node.name.value}`);
            return null;
          }
          return undefined;
        },
      },
      InlineFragment: (node) => (isKnown(schema, node.typeCondition?.name.value) ? undefined : null),
      FragmentDefinition: (node) => (isKnown(schema, node.typeCondition.name.value) ? undefined : null),
    }),
  );
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const names = new Set(fragments.map(({ name }) => name.value));
  const [operation] = visit(document, {
    FragmentSpread: (node) => (names.has(node.name.value) ? undefined : null),
    SelectionSet: {
      leave: (node) => (node.selections.length > 0 ? undefined : emptySelection(emptyKey)),
    },
  }).definitions;
  invariant(operation?.kind === Kind.OPERATION_DEFINITION, 'the operation comes first');
  const field = operation.selectionSet.selections[0];
  invariant(field?.kind === Kind.FIELD, 'the root field is known to the contract');
  return { field, fragments, cut: [...cut] };
}

/** A question as a document, the operation first. */
export function documentOf({ field, fragments }: Question): DocumentNode {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [field] };
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, selectionSet },
      ...fragments,
    ],
  };
}

function isFieldKnown(field: GraphQLField<unknown, unknown> | null | undefined, node: FieldNode): boolean {
  const given = node.arguments ?? [];
  return (
    field !== undefined &&
    field !== null &&
    given.every(({ name }) => field.args.some((argument) => argument.name === name.value))
  );
}

function isKnown(schema: GraphQLSchema, name: string | undefined): boolean {
  return name === undefined || isCompositeType(schema.getType(name));
}

/** A selection that asks for the type's name under a key that stands for nothing. */
export function emptySelection(emptyKey: string): SelectionSetNode {
  const alias = { kind: Kind.NAME, value: emptyKey } as const;
  const name = { kind: Kind.NAME, value: '__typename' } as const;
  return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, alias, name }] };
}

/** Whether an older contract's root field takes these argument values: a filter by what it lacks cannot be answered. */
export function takesArguments(
  field: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(values).every(([name, value]) => {
    const argument = field.args.find((known) => known.name === name);
    if (argument === undefined) {
      return value === null || value === undefined;
    }
    let isTaken = true;
    coerceInputValue(value, argument.type, () => {
      isTaken = false;
    });
    return isTaken;
  });
}
