import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
} from 'graphql';
import { keyOfConstant } from '../domain/key-of-constant.js';
import { AccordError } from '../errors/accord-error.js';
import { type ContractField, type ContractTypes, namedType, readContractTypes } from './contract-types.js';
import { argumentOf } from './link-import.js';
import { listed } from './listed.js';

/**
 * The coordinates of output fields that something else of a contract reads: filtering, sorting, grouping and adding up
 * by a field are uses of it and take its right (POLICY.md, point 5). By the coordinate of what reads: a filter's field
 * (`BudgetLineFilter.currency`), a constant to sort or group by (`BudgetDimension.PHASE`), a field of a total
 * (`BudgetTotal.sum`). What is not in it reads nothing.
 */
export type UseTable = ReadonlyMap<string, readonly string[]>;

/** They only join what others read; whose a record is, is open. */
const readsNothing: ReadonlySet<string> = new Set(['and', 'or', 'not', 'member']);

/**
 * Reads the uses of a contract: what `@uses(fields:)` lists, or else the record's field of the same name. Throws
 * BAD_CONTRACT where neither is there: what reads unknown fields could not be decided.
 */
export function readUseTable(contract: DocumentNode): UseTable {
  const types = readContractTypes(contract);
  const records = recordsRead(types);
  const table = new Map<string, readonly string[]>();
  for (const type of types.names) {
    const nodes = [...types.inputFields(type), ...types.values(type), ...types.fields(type).map(toNode)];
    for (const node of nodes) {
      const coordinate = `${type}.${node.name.value}`;
      const used = usesOf(types, coordinate, node) ?? sameField(types, node, records.get(type));
      if (used !== undefined) {
        table.set(coordinate, used);
      }
    }
  }
  return table;
}

type UsingNode = InputValueDefinitionNode | EnumValueDefinitionNode | FieldDefinitionNode;

function toNode({ node }: ContractField): FieldDefinitionNode {
  return node;
}

/** Filters, order fields and dimensions, each with the record type that it reads. */
function recordsRead(types: ContractTypes): ReadonlyMap<string, string> {
  return new Map([
    ...[...types.records].flatMap((record): [string, string][] => [
      [`${record}Filter`, record],
      [`${record}OrderField`, record],
    ]),
    ...types.fields('Query').flatMap(dimensionOf),
  ]);
}

/** What a totals field is grouped by reads the records that its filter is of. */
function dimensionOf({ node }: ContractField): [string, string][] {
  const typeOf = (name: string) => {
    const argument = listed(node.arguments).find((candidate) => candidate.name.value === name);
    return argument === undefined ? undefined : namedType(argument.type);
  };
  const dimension = typeOf('groupBy');
  const record = typeOf('filter')?.replace(/Filter$/, '');
  return dimension === undefined || record === undefined ? [] : [[dimension, record]];
}

function sameField(
  types: ContractTypes,
  node: UsingNode,
  record: string | undefined,
): readonly string[] | undefined {
  const { value: name } = node.name;
  if (record === undefined || readsNothing.has(name)) {
    return undefined;
  }
  const field = types.field(record, node.kind === Kind.ENUM_VALUE_DEFINITION ? keyOfConstant(name) : name);
  if (field === undefined || types.isComposite(field.type)) {
    const got = field === undefined ? 'there is none' : `it is a "${field.type}"`;
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected @uses on "${name}" or a plain field of its name on "${record}", ${got}.`,
    );
  }
  return [`${record}.${field.name}`];
}

/** What `@uses` lists; undefined without it. */
function usesOf(types: ContractTypes, coordinate: string, node: UsingNode): readonly string[] | undefined {
  const directive = listed(node.directives).find(({ name }) => name.value === 'uses');
  if (directive === undefined) {
    return undefined;
  }
  const fields = textsOf(directive, coordinate);
  for (const used of fields) {
    const [type = '', field = ''] = used.split('.');
    if (types.field(type, field) === undefined) {
      throw new AccordError(
        'BAD_CONTRACT',
        `Expected @uses on "${coordinate}" to list fields of the contract, got "${used}".`,
      );
    }
  }
  return fields;
}

function textsOf(directive: ConstDirectiveNode, coordinate: string): readonly string[] {
  const value = argumentOf(directive, 'fields');
  if (value?.kind !== Kind.LIST) {
    throw notListed(coordinate);
  }
  return value.values.map((item) => {
    if (item.kind !== Kind.STRING) {
      throw notListed(coordinate);
    }
    return item.value;
  });
}

function notListed(coordinate: string): AccordError {
  return new AccordError('BAD_CONTRACT', `Expected @uses(fields:) with a list on "${coordinate}".`);
}
