import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { findField } from './find-field.js';

/** A field of an operation whose arguments can use what is protected. */
export interface UseSite {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/** The input types of a schema that have a part in `uses`, or hold one that has. */
export function readingTypes(schema: GraphQLSchema, uses: Iterable<string>): ReadonlySet<string> {
  const reading = new Set([...uses].map((coordinate) => coordinate.split('.')[0] ?? ''));
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  for (let before = -1; before !== reading.size; ) {
    before = reading.size;
    for (const type of inputs) {
      if (Object.values(type.getFields()).some((field) => reading.has(getNamedType(field.type).name))) {
        reading.add(type.name);
      }
    }
  }
  return reading;
}

/** The fields of an operation with arguments of such types, each once, however often its fragment is spread. */
export function findUseSites(
  root: { readonly set: SelectionSetNode; readonly type: GraphQLCompositeType },
  source: {
    readonly schema: GraphQLSchema;
    readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    readonly reading: ReadonlySet<string>;
  },
): readonly UseSite[] {
  const { schema, fragments, reading } = source;
  const sites: UseSite[] = [];
  const spread = new Set<string>();
  const typeNamed = (name: string | undefined, otherwise: GraphQLCompositeType): GraphQLCompositeType => {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : otherwise;
  };
  const walk = (set: SelectionSetNode, parent: GraphQLCompositeType): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const field = findField(parent, node.name.value);
        if (field?.args.some(({ type }) => reading.has(getNamedType(type).name))) {
          sites.push({ node, field });
        }
        const below = getNamedType(field?.type);
        if (node.selectionSet !== undefined && isCompositeType(below)) {
          walk(node.selectionSet, below);
        }
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.selectionSet, typeNamed(node.typeCondition?.name.value, parent));
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment !== undefined) {
          walk(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value, parent));
        }
      }
    }
  };
  walk(root.set, root.type);
  return sites;
}

/**
 * Whether the arguments of a field name one of these input fields or enum values, with variables and defaults filled
 * in. One that is given as null is named all the same.
 */
export function usesAny(
  { node, field }: UseSite,
  unusable: ReadonlySet<string>,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  let values: Readonly<Record<string, unknown>>;
  try {
    values = getArgumentValues(field, node, variables);
  } catch {
    // What cannot be read cannot be allowed.
    return true;
  }
  return field.args.some(({ name, type }) => names(values[name], type, unusable));
}

function names(value: unknown, type: GraphQLInputType, unusable: ReadonlySet<string>): boolean {
  if (value === undefined || value === null) {
    return false;
  }
  if (isNonNullType(type)) {
    return names(value, type.ofType, unusable);
  }
  if (isListType(type)) {
    return Array.isArray(value) && value.some((item) => names(item, type.ofType, unusable));
  }
  if (isEnumType(type)) {
    return unusable.has(`${type.name}.${String(value)}`);
  }
  if (!isInputObjectType(type) || typeof value !== 'object') {
    return false;
  }
  const fields = type.getFields();
  return Object.entries(value).some(([name, inner]) => {
    const field = fields[name];
    return (
      inner !== undefined &&
      (unusable.has(`${type.name}.${name}`) || (field !== undefined && names(inner, field.type, unusable)))
    );
  });
}
