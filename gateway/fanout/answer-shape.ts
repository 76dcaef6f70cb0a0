import {
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';
import { isObject } from '../merge/member-page.js';
import {
  type CollectedField,
  fieldsOn,
  type SelectionSource,
  type SetBelow,
  setsBelow,
} from './fields-on.js';
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

/** The shape of the value of a field of a type. */
export function shapeOfField(
  source: SelectionSource,
  parent: GraphQLObjectType,
  collected: CollectedField,
): Shape {
  const name = collected.nodes[0]?.name.value ?? '';
  if (name === '__typename') {
    return { kind: 'scalar', nullable: false, check: (value) => value === parent.name };
  }
  const field = parent.getFields()[name];
  if (field === undefined) {
    throw new Error(`The contract has no field "${parent.name}.${name}".`);
  }
  return shapeOfType(source, { parent, type: field.type, sets: setsBelow(collected) }, true);
}

interface Typed {
  readonly parent: GraphQLObjectType;
  readonly type: GraphQLOutputType;
  readonly sets: readonly SetBelow[];
}

function shapeOfType(source: SelectionSource, typed: Typed, nullable: boolean): Shape {
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
  source: SelectionSource,
  type: GraphQLCompositeType,
  of: { sets: readonly SetBelow[]; nullable: boolean },
): ObjectShape {
  const possible = isAbstractType(type) ? source.schema.getPossibleTypes(type) : [type];
  const types = new Map<string, Map<string, FieldShape>>();
  const typeKeys = new Set<string>();
  for (const runtime of possible) {
    const fields = new Map<string, FieldShape>();
    for (const [key, collected] of fieldsOn(source, runtime, of.sets)) {
      const { nodes, routes } = collected;
      const optional = routes.every(({ conditions }) => conditions.length > 0);
      fields.set(key, { shape: shapeOfField(source, runtime, collected), optional });
      if (nodes[0]?.name.value === '__typename') {
        typeKeys.add(key);
      }
    }
    types.set(runtime.name, fields);
  }
  return { kind: 'object', nullable: of.nullable, types, typeKeys: [...typeKeys] };
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
