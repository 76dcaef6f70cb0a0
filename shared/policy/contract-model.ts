import { type DocumentNode, type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import { listed } from './listed.js';
import { fieldsOf, kindOf, typeNodes } from './schema-places.js';

/** A type of the contracts that a member serves. */
export interface ModelType {
  readonly name: string;
  readonly kind: ReturnType<typeof kindOf>;
  readonly fields: ReadonlyMap<string, ModelField>;
  /** The object types that can stand in its place: of an interface those that implement it, of a union its members. */
  readonly possible: readonly string[];
  /** The constants of an enum. */
  readonly values: readonly string[];
}

export interface ModelField {
  readonly name: string;
  readonly coordinate: string;
  /** The named type within lists and non-nulls. */
  readonly type: string;
  readonly isList: boolean;
  readonly isOptional: boolean;
}

/** The types of all contracts of a member by their names; what several contracts share is one type. */
export type ContractModel = ReadonlyMap<string, ModelType>;

interface MutableType extends ModelType {
  readonly fields: Map<string, ModelField>;
  readonly possible: string[];
  readonly values: string[];
}

export function readContractModel(contracts: readonly DocumentNode[]): ContractModel {
  const model = new Map<string, MutableType>();
  const nodes = contracts.flatMap(typeNodes);
  for (const node of nodes) {
    const name = node.name.value;
    const type = model.get(name) ?? { name, kind: kindOf(node), fields: new Map(), possible: [], values: [] };
    model.set(name, type);
    for (const field of fieldsOf(node)) {
      if (field.kind === Kind.FIELD_DEFINITION) {
        type.fields.set(field.name.value, toField(name, field));
      }
    }
    const values = 'values' in node ? listed(node.values) : [];
    addNew(
      type.values,
      values.map((value) => value.name.value),
    );
    const members = 'types' in node ? listed(node.types) : [];
    addNew(
      type.possible,
      members.map((member) => member.name.value),
    );
  }
  for (const node of nodes) {
    const interfaces = 'interfaces' in node ? listed(node.interfaces) : [];
    if (kindOf(node) === 'OBJECT') {
      for (const { name } of interfaces) {
        addNew(model.get(name.value)?.possible ?? [], [node.name.value]);
      }
    }
  }
  return model;
}

/** The type and the field of `Type.field`; of `Type` the type alone. */
export function placeOfCoordinate(coordinate: string): readonly [type: string, field: string | undefined] {
  const dot = coordinate.indexOf('.');
  return dot === -1 ? [coordinate, undefined] : [coordinate.slice(0, dot), coordinate.slice(dot + 1)];
}

/** `Type` of `Type.field`, and `Type` of itself. */
export function typeOfCoordinate(coordinate: string): string {
  return placeOfCoordinate(coordinate)[0];
}

function toField(type: string, { name, type: node }: FieldDefinitionNode): ModelField {
  return {
    name: name.value,
    coordinate: `${type}.${name.value}`,
    type: namedType(node),
    isList: hasList(node),
    isOptional: node.kind !== Kind.NON_NULL_TYPE,
  };
}

function namedType(node: TypeNode): string {
  return node.kind === Kind.NAMED_TYPE ? node.name.value : namedType(node.type);
}

function hasList(node: TypeNode): boolean {
  return node.kind === Kind.LIST_TYPE || (node.kind === Kind.NON_NULL_TYPE && hasList(node.type));
}

function addNew(list: string[], items: readonly string[]): void {
  list.push(...items.filter((item) => !list.includes(item)));
}
