import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import type { Apart } from '../../shared/domain/apart.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { readContractTypes } from '../../shared/policy/contract-types.js';
import { type FederationNames, readFederationNames } from '../../shared/policy/federation-names.js';
import { argumentOf, textArgument } from '../../shared/policy/link-import.js';

/** How the answers of several members to one field become one (DESIGN.md). */
export const mergeStrategies = ['CONNECTION', 'CONCAT', 'GROUP_SUM', 'BY_OWNER'] as const;
export type MergeStrategy = (typeof mergeStrategies)[number];

/** Below an entity that is spread over members: of any other strategy nobody could tell whose answer is whose. */
const entityStrategies: readonly MergeStrategy[] = ['CONNECTION'];

/** The field of an entity that says which records of which members it is made of. */
export const subjectsField = 'subjects';

/**
 * The strategy of each root field of a contract and of each field of an entity that is spread over members, by its
 * coordinate, as its `@merge` declares. Throws BAD_CONTRACT naming the field that declares none: a guess would drop or
 * double somebody's rows.
 */
export function readMergeStrategies(contract: DocumentNode): ReadonlyMap<string, MergeStrategy> {
  const names = readFederationNames(contract);
  const strategies = new Map<string, MergeStrategy>();
  for (const field of rootFields(contract)) {
    strategies.set(`Query.${field.name.value}`, strategyOf('Query', field, mergeStrategies));
  }
  for (const { type, field } of spreadFields(contract, names)) {
    const strategy = strategyOf(type, field, entityStrategies);
    assertSentSubjects(type, field, names);
    strategies.set(`${type}.${field.name.value}`, strategy);
  }
  return strategies;
}

function strategyOf(
  type: string,
  field: FieldDefinitionNode,
  known: readonly MergeStrategy[],
): MergeStrategy {
  const directive = mergeOf(field);
  const by = directive === undefined ? undefined : textArgument(directive, 'by');
  const strategy = known.find((one) => one === by);
  if (strategy === undefined) {
    const expected = known.length === 1 ? `${known}` : `one of ${known.join(', ')}`;
    const got = by === undefined ? 'none' : `"${by}"`;
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected @merge(by:) with ${expected} on "${type}.${field.name.value}", got ${got}.`,
    );
  }
  return strategy;
}

/** Members are asked by the subjects that are theirs: without them nobody could be. */
function assertSentSubjects(
  type: string,
  { name, directives }: FieldDefinitionNode,
  names: FederationNames,
): void {
  const requires = directives?.find((directive) => names.specNameOf(directive.name.value) === 'requires');
  const fields = requires === undefined ? undefined : textArgument(requires, 'fields');
  if (fields !== subjectsField) {
    const got = fields === undefined ? 'none' : `"${fields}"`;
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected @requires(fields: "${subjectsField}") on "${type}.${name.value}", got ${got}.`,
    );
  }
}

/** What each totals field of a contract never adds together, as its `@merge` declares. */
export function readApart(contract: DocumentNode): ReadonlyMap<string, Apart> {
  const apart = new Map<string, Apart>();
  for (const field of rootFields(contract)) {
    const directive = mergeOf(field);
    apart.set(field.name.value, {
      always: listArgument(directive, 'apart'),
      inSum: listArgument(directive, 'apartInSum'),
    });
  }
  return apart;
}

function rootFields(contract: DocumentNode): readonly FieldDefinitionNode[] {
  return objectTypes(contract).flatMap(({ name, fields }) => (name.value === 'Query' ? (fields ?? []) : []));
}

/**
 * The fields of entities that are spread over members: those that are resolved here by a key and are no records, which
 * have one owner. What they are found by is the directory's.
 */
function spreadFields(contract: DocumentNode, names: FederationNames) {
  const { records } = readContractTypes(contract);
  const types = objectTypes(contract).filter(({ name }) => !records.has(name.value));
  const keysOf = (type: string) =>
    types
      .filter(({ name }) => name.value === type)
      .flatMap(({ directives }) => directives ?? [])
      .filter((directive) => names.specNameOf(directive.name.value) === 'key' && isResolvable(directive));
  return types.flatMap(({ name, fields }) => {
    const keys = keysOf(name.value);
    const found = new Set(keys.flatMap((key) => (textArgument(key, 'fields') ?? '').split(/\s+/)));
    const isGiven = (field: FieldDefinitionNode) =>
      found.has(field.name.value) ||
      field.directives?.some((directive) => names.specNameOf(directive.name.value) === 'external') === true;
    return keys.length === 0
      ? []
      : (fields ?? []).filter((field) => !isGiven(field)).map((field) => ({ type: name.value, field }));
  });
}

function isResolvable(key: ConstDirectiveNode): boolean {
  const resolvable = argumentOf(key, 'resolvable');
  return resolvable?.kind !== Kind.BOOLEAN || resolvable.value;
}

function objectTypes(
  contract: DocumentNode,
): readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[] {
  return contract.definitions.filter(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function mergeOf(field: FieldDefinitionNode): ConstDirectiveNode | undefined {
  return field.directives?.find(({ name }) => name.value === 'merge');
}

function listArgument(directive: ConstDirectiveNode | undefined, argument: string): readonly string[] {
  const value = directive === undefined ? undefined : argumentOf(directive, argument);
  return value?.kind === Kind.LIST
    ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
    : [];
}
