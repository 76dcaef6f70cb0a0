import { type DocumentNode, type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import { kindOf, typeNodes } from './schema-places.js';

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
    for (const field of 'fields' in node ? (node.fields ?? []) : []) {
      if (field.kind === Kind.FIELD_DEFINITION) {
        type.fields.set(field.name.value, toField(name, field));
      }
    }
    const values = 'values' in node ? (node.values ?? []) : [];
    addNew(
      type.values,
      values.map((value) => value.name.value),
    );
    const members = 'types' in node ? (node.types ?? []) : [];
    addNew(
      type.possible,
      members.map((member) => member.name.value),
    );
  }
  for (const node of nodes) {
    const interfaces = 'interfaces' in node ? (node.interfaces ?? []) : [];
    if (kindOf(node) === 'OBJECT') {
      for (const { name } of interfaces) {
        addNew(model.get(name.value)?.possible ?? [], [node.name.value]);
      }
    }
  }
  return model;
}

/** The field at a coordinate `Type.field`. */
export function findField(model: ContractModel, coordinate: string): ModelField | undefined {
  const dot = coordinate.indexOf('.');
  return dot < 0 ? undefined : model.get(coordinate.slice(0, dot))?.fields.get(coordinate.slice(dot + 1));
}

/** `Type` of `Type.field`, and `Type` of itself. */
export function typeOfCoordinate(coordinate: string): string {
  return coordinate.split('.', 1).join();
}

function toField(type: string, { name, type: node }: FieldDefinitionNode): ModelField {
  return {
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
