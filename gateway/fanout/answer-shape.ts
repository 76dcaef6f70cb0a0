import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  type SelectionSetNode,
} from 'graphql';
import { isObject } from '../merge/member-page.js';
import { type ScalarCheck, scalarCheck } from './scalar-check.js';

/** What an answer to a selection must look like, compiled once per document from the contract. */
export type Shape = ScalarShape | ListShape | ObjectShape;

export interface ScalarShape {
  readonly kind: 'scalar';
  readonly nullable: boolean;
  readonly check: ScalarCheck;
}
export interface ListShape {
  readonly kind: 'list';
  readonly nullable: boolean;
  readonly of: Shape;
}
export interface ObjectShape {
  readonly kind: 'object';
  readonly nullable: boolean;
  /** The fields of each possible runtime type by response key. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, FieldShape>>;
  /** Response keys of `__typename`; the runtime type is read from the first. */
  readonly typeKeys: readonly string[];
}
interface FieldShape {
  readonly shape: Shape;
  /** Under `@skip` or `@include`: the member may leave it out. */
  readonly optional: boolean;
}

interface Source {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** The shape of the value of a field of a type. */
export function shapeOfField(source: Source, parent: GraphQLObjectType, nodes: readonly FieldNode[]): Shape {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') {
    return { kind: 'scalar', nullable: false, check: (value) => value === parent.name };
  }
  const field = parent.getFields()[name];
  if (field === undefined) {
    throw new Error(`The contract has no field "${parent.name}.${name}".`);
  }
  const sets = nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
  return shapeOfType(source, { parent, type: field.type, sets }, true);
}

interface Typed {
  readonly parent: GraphQLObjectType;
  readonly type: GraphQLOutputType;
  readonly sets: readonly SelectionSetNode[];
}

function shapeOfType(source: Source, typed: Typed, nullable: boolean): Shape {
  const { type } = typed;
  if (isNonNullType(type)) {
    return shapeOfType(source, { ...typed, type: type.ofType }, false);
  }
  if (isListType(type)) {
    return { kind: 'list', nullable, of: shapeOfType(source, { ...typed, type: type.ofType }, true) };
  }
  const named = getNamedType(type);
  if (isCompositeType(named)) {
    return shapeOfObject(source, named, { sets: typed.sets, nullable });
  }
  return { kind: 'scalar', nullable, check: scalarCheck(named, typed.parent.name) };
}

function shapeOfObject(
  source: Source,
  type: GraphQLCompositeType,
  of: { sets: readonly SelectionSetNode[]; nullable: boolean },
): ObjectShape {
  const possible = isAbstractType(type) ? source.schema.getPossibleTypes(type) : [type];
  const types = new Map<string, Map<string, FieldShape>>();
  const typeKeys = new Set<string>();
  for (const runtime of possible) {
    const fields = new Map<string, FieldShape>();
    for (const [key, { nodes, optional }] of fieldsOn(source, runtime, of.sets)) {
      fields.set(key, { shape: shapeOfField(source, runtime, nodes), optional });
      if (nodes[0]?.name.value === '__typename') {
        typeKeys.add(key);
      }
    }
    types.set(runtime.name, fields);
  }
  return { kind: 'object', nullable: of.nullable, types, typeKeys: [...typeKeys] };
}

interface Collected {
  nodes: FieldNode[];
  optional: boolean;
}

function fieldsOn(
  source: Source,
  runtime: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, Collected> {
  const fields = new Map<string, Collected>();
  const visit = (set: SelectionSetNode, conditional: boolean) => {
    for (const selection of set.selections) {
      const optional = conditional || isConditional(selection);
      if (selection.kind === 'Field') {
        const key = selection.alias?.value ?? selection.name.value;
        const known = fields.get(key);
        fields.set(key, {
          nodes: [...(known?.nodes ?? []), selection],
          optional: optional && (known?.optional ?? true),
        });
        continue;
      }
      const fragment =
        selection.kind === 'InlineFragment' ? selection : source.fragments[selection.name.value];
      if (fragment !== undefined && applies(source.schema, runtime, fragment.typeCondition?.name.value)) {
        visit(fragment.selectionSet, optional);
      }
    }
  };
  for (const set of sets) {
    visit(set, false);
  }
  return fields;
}

function isConditional(node: {
  readonly directives?: readonly { readonly name: { readonly value: string } }[] | undefined;
}) {
  return node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include') ?? false;
}

function applies(schema: GraphQLSchema, runtime: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === runtime.name) {
    return true;
  }
  const type = schema.getType(condition);
  return type !== undefined && isAbstractType(type) && schema.isSubType(type, runtime);
}

/**
 * Holds an answer of a member against its shape. Returns where and how it breaks it, or `undefined`. The words are
 * for the log: they name keys of the document, never a value.
 */
export function findShapeFault(shape: Shape, value: unknown, member: string): string | undefined {
  if (value === null || value === undefined) {
    return shape.nullable && value === null ? undefined : 'expected a value';
  }
  switch (shape.kind) {
    case 'scalar':
      return shape.check(value, member) ? undefined : 'expected another value';
    case 'list':
      return findListFault(shape, value, member);
    case 'object':
      return findObjectFault(shape, value, member);
  }
}

function findListFault(shape: ListShape, value: unknown, member: string): string | undefined {
  if (!Array.isArray(value)) {
    return 'expected a list';
  }
  for (const item of value) {
    const fault = findShapeFault(shape.of, item, member);
    if (fault !== undefined) {
      return `[]: ${fault}`;
    }
  }
  return undefined;
}

function findObjectFault(shape: ObjectShape, value: unknown, member: string): string | undefined {
  if (!isObject(value)) {
    return 'expected an object';
  }
  const fields = fieldsOfRuntimeType(shape, value);
  if (fields === undefined) {
    return 'expected a known "__typename"';
  }
  const keys = Object.keys(value);
  for (const key of keys) {
    const field = fields.get(key);
    if (field === undefined) {
      return 'expected only the keys asked for';
    }
    const fault = findShapeFault(field.shape, value[key], member);
    if (fault !== undefined) {
      return `${key}: ${fault}`;
    }
  }
  // All keys are among the fields, so as many of them as there are fields are all of them.
  return keys.length === fields.size ? undefined : findMissingField(fields, value);
}

function findMissingField(
  fields: ReadonlyMap<string, FieldShape>,
  value: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [key, field] of fields) {
    if (!field.optional && !Object.hasOwn(value, key)) {
      return `${key}: expected a value`;
    }
  }
  return undefined;
}

function fieldsOfRuntimeType(shape: ObjectShape, value: Readonly<Record<string, unknown>>) {
  if (shape.types.size === 1) {
    return shape.types.values().next().value;
  }
  const typeKey = shape.typeKeys.find((key) => Object.hasOwn(value, key));
  const typename = typeKey === undefined ? undefined : value[typeKey];
  return typeof typename === 'string' ? shape.types.get(typename) : undefined;
}
