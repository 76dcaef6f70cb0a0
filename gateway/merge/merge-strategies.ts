import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import type { Apart } from '../../shared/domain/apart.js';
import { AccordError } from '../../shared/errors/accord-error.js';

/** How the answers of several members to one root field become one (DESIGN.md). */
export const mergeStrategies = ['CONNECTION', 'CONCAT', 'GROUP_SUM', 'BY_OWNER'] as const;
export type MergeStrategy = (typeof mergeStrategies)[number];

/**
 * The strategy of each root field of a contract, as its `@merge` declares. Throws BAD_CONTRACT naming the field that
 * declares none: a guess would drop or double somebody's rows.
 */
export function readMergeStrategies(contract: DocumentNode): ReadonlyMap<string, MergeStrategy> {
  const strategies = new Map<string, MergeStrategy>();
  for (const field of rootFields(contract)) {
    strategies.set(field.name.value, strategyOf(field));
  }
  return strategies;
}

function strategyOf(field: FieldDefinitionNode): MergeStrategy {
  const value = mergeOf(field)?.arguments?.find(({ name }) => name.value === 'by')?.value;
  const by = value?.kind === Kind.STRING ? value.value : undefined;
  const strategy = mergeStrategies.find((known) => known === by);
  if (strategy === undefined) {
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected @merge(by:) with one of ${mergeStrategies.join(', ')} on "Query.${field.name.value}", got ${
        by === undefined ? 'none' : `"${by}"`
      }.`,
    );
  }
  return strategy;
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
  return contract.definitions.flatMap((definition) => {
    const isType =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    return isType && definition.name.value === 'Query' ? (definition.fields ?? []) : [];
  });
}

function mergeOf(field: FieldDefinitionNode): ConstDirectiveNode | undefined {
  return field.directives?.find(({ name }) => name.value === 'merge');
}

function listArgument(directive: ConstDirectiveNode | undefined, argument: string): readonly string[] {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.LIST
    ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
    : [];
}
