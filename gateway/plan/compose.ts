import { composeServices } from '@apollo/composition';
import { type DocumentNode, GraphQLError, parse, visit } from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { SubgraphSource } from './contract-files.js';

/**
 * Composes one supergraph, as SDL, out of one logical subgraph per domain, the directory and extensions. `urlOf` gives
 * what stands as the subgraph's address in it. Throws BAD_CONTRACT with every fault of every subgraph.
 */
export function composeSupergraph(
  subgraphs: readonly SubgraphSource[],
  urlOf: (name: string) => string = (name) => `accord://${name}`,
): string {
  const services = subgraphs.map(({ name, sdl }) => ({
    name,
    url: urlOf(name),
    typeDefs: withoutMergeDirective(parseContract(name, sdl)),
  }));
  const result = composeServices(services);
  if (result.errors !== undefined) {
    throw badContract(result.errors.map(({ message }) => message));
  }
  return result.supergraphSdl;
}

/**
 * A contract without the definition and the uses of `@merge`: they are for the hub alone, and composition would carry
 * them into the public schema.
 */
export function withoutMergeDirective(contract: DocumentNode): DocumentNode {
  return visit(contract, {
    DirectiveDefinition: (node) => (node.name.value === 'merge' ? null : undefined),
    Directive: (node) => (node.name.value === 'merge' ? null : undefined),
  });
}

function parseContract(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    const words = error instanceof GraphQLError ? error.message : 'it does not parse';
    throw badContract([`[${name}] ${words}`]);
  }
}

function badContract(faults: readonly string[]): AccordError {
  return new AccordError(
    'BAD_CONTRACT',
    `Expected contracts that compose, got ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${faults
      .map((fault) => fault.replaceAll(/\s+/g, ' ').replace(/\.$/, ''))
      .join('; ')}.`,
  );
}
