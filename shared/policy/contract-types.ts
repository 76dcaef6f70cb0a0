import {
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeNode,
} from 'graphql';
import { listed } from './listed.js';
import { typeNodes } from './schema-places.js';

/** What is asked of a contract's types, by name; `extend type` counts with its type. */
export interface ContractTypes {
  /** The field of an object or interface type, with the name of the type it gives. */
  field(type: string, name: string): ContractField | undefined;
  fields(type: string): readonly ContractField[];
  inputFields(type: string): readonly InputValueDefinitionNode[];
  values(type: string): readonly EnumValueDefinitionNode[];
  /** The types that implement the interface of federated records. */
  readonly records: ReadonlySet<string>;
  isComposite(type: string): boolean;
  /** The names of all types, in the order of the text. */
  readonly names: readonly string[];
}

export interface ContractField {
  readonly name: string;
  readonly node: FieldDefinitionNode;
  /** The named type within lists and non-nulls. */
  readonly type: string;
}

const recordInterface = 'Record';

export function readContractTypes(document: DocumentNode): ContractTypes {
  const fields = new Map<string, ContractField[]>();
  const inputs = new Map<string, InputValueDefinitionNode[]>();
  const values = new Map<string, EnumValueDefinitionNode[]>();
  const unions = new Set<string>();
  const records = new Set<string>();
  for (const node of typeNodes(document)) {
    const type = node.name.value;
    if ('values' in node) {
      values.set(type, [...(values.get(type) ?? []), ...listed(node.values)]);
    } else if (
      node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
    ) {
      inputs.set(type, [...(inputs.get(type) ?? []), ...listed(node.fields)]);
    } else if ('fields' in node) {
      fields.set(type, [...(fields.get(type) ?? []), ...listed(node.fields).map(toField)]);
    } else if ('types' in node) {
      unions.add(type);
    }
    const interfaces = 'interfaces' in node ? listed(node.interfaces) : [];
    if (interfaces.some(({ name }) => name.value === recordInterface)) {
      records.add(type);
    }
  }
  return {
    field: (type, name) => fields.get(type)?.find((field) => field.name === name),
    fields: (type) => fields.get(type) ?? [],
    inputFields: (type) => inputs.get(type) ?? [],
    values: (type) => values.get(type) ?? [],
    records,
    isComposite: (type) => fields.has(type) || unions.has(type),
    names: [...new Set(typeNodes(document).map(({ name }) => name.value))],
  };
}

/** The name of a type within lists and non-nulls. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function toField(node: FieldDefinitionNode): ContractField {
  return { name: node.name.value, node, type: namedType(node.type) };
}
