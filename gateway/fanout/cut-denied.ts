import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import { documentOf, emptySelection, type Question } from './contract-version.js';
import { reserved } from './reserved-keys.js';

/**
 * Cuts from a question the fields `Type.field` that its caller may not read at a member, so that the member is not sent
 * them. Where only some of the types that a selection can stand on deny a field, it is asked of the others. What the
 * merge itself needs stays.
 */
export function cutDenied(schema: GraphQLSchema, question: Question, denied: ReadonlySet<string>): Question {
  const types = new TypeInfo(schema);
  const document = visit(
    documentOf(question),
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          const parent = types.getParentType();
          return parent && !isOfTheMerge(node) ? whereAllowed(schema, { node, parent, denied }) : undefined;
        },
      },
      SelectionSet: {
        leave: (node) => (node.selections.length > 0 ? undefined : emptySelection(`${reserved}none`)),
      },
    }),
  );
  const [operation, ...rest] = document.definitions;
  invariant(operation?.kind === Kind.OPERATION_DEFINITION, 'the operation comes first');
  const field = operation.selectionSet.selections[0];
  invariant(field?.kind === Kind.FIELD, 'a root field that is denied is not asked at all');
  return { field, fragments: rest.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION) };
}

function isOfTheMerge(node: FieldNode): boolean {
  return node.alias?.value.startsWith(reserved) === true;
}

/** The field where nothing denies it, nothing where all do, and else the field on each type that does not. */
function whereAllowed(
  schema: GraphQLSchema,
  of: {
    readonly node: FieldNode;
    readonly parent: GraphQLCompositeType;
    readonly denied: ReadonlySet<string>;
  },
): InlineFragmentNode | null | undefined {
  const { node, parent, denied } = of;
  const name = node.name.value;
  if (denied.has(`${parent.name}.${name}`)) {
    return null;
  }
  if (!isAbstractType(parent) || name === '__typename') {
    return undefined;
  }
  const possible = schema.getPossibleTypes(parent);
  const allowed = possible.filter((type) => !denied.has(`${type.name}.${name}`));
  if (allowed.length === possible.length) {
    return undefined;
  }
  return allowed.length === 0 ? null : fragmentOf(allowed.map((type) => fragmentOf([node], type.name)));
}

function fragmentOf(
  selections: readonly (FieldNode | InlineFragmentNode)[],
  type?: string,
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    ...(type !== undefined && {
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    }),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
