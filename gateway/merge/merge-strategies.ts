import { type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
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
  for (const definition of contract.definitions) {
    const isType =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    if (isType && definition.name.value === 'Query') {
      for (const field of definition.fields ?? []) {
        strategies.set(field.name.value, strategyOf(field));
      }
    }
  }
  return strategies;
}

function strategyOf(field: FieldDefinitionNode): MergeStrategy {
  const directive = field.directives?.find(({ name }) => name.value === 'merge');
  const value = directive?.arguments?.find(({ name }) => name.value === 'by')?.value;
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
