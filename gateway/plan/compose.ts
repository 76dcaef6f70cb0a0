import { composeServices } from '@apollo/composition';
import { type DocumentNode, GraphQLError, parse, printSchema, visit } from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { SubgraphSource } from './contract-files.js';
import { lintSharing } from './lint-sharing.js';
import { withPlainAccessNames } from './plain-access-names.js';

/** What composition makes of subgraphs. */
export interface ComposedGraph {
  /** The supergraph, for the gateway. */
  readonly supergraphSdl: string;
  /** The schema that clients see. */
  readonly apiSdl: string;
}

/** A graph, or every reason why there is none. */
export type Composition = ComposedGraph | { readonly faults: readonly string[] };

/** Composes one graph out of one logical subgraph per domain, the directory and extensions. Pure. */
export function tryCompose(
  subgraphs: readonly SubgraphSource[],
  urlOf: (name: string) => string = (name) => `accord://${name}`,
): Composition {
  const documents = [];
  for (const { name, sdl } of subgraphs) {
    const document = parseContract(name, sdl);
    if (typeof document === 'string') {
      return { faults: [document] };
    }
    documents.push({ name, document });
  }
  const shared = lintSharing(documents);
  if (shared.length > 0) {
    return { faults: shared };
  }
  try {
    const result = composeServices(
      documents.map(({ name, document }) => ({
        name,
        url: urlOf(name),
        typeDefs: withPlainAccessNames(withoutHubDirectives(document)),
      })),
    );
    return result.errors === undefined
      ? {
          supergraphSdl: result.supergraphSdl,
          apiSdl: printSchema(result.schema.toAPISchema().toGraphQLJSSchema()),
        }
      : { faults: result.errors.map(({ message }) => inShort(message)) };
  } catch (error) {
    // Composition asserts where it did not think of something, for example a type that is named like its own.
    return {
      faults: [inShort(`composition broke: ${error instanceof Error ? error.message : 'no reason'}`)],
    };
  }
}

/**
 * Composes one supergraph, as SDL. `urlOf` gives what stands as the subgraph's address in it. Throws BAD_CONTRACT with
 * every fault of every subgraph.
 */
export function composeSupergraph(
  subgraphs: readonly SubgraphSource[],
  urlOf?: (name: string) => string,
): string {
  const composition = tryCompose(subgraphs, urlOf);
  if ('faults' in composition) {
    throw badContract(composition.faults);
  }
  return composition.supergraphSdl;
}

const hubDirectives = new Set(['merge', 'since', 'uses', 'mask']);

/**
 * A contract without the definitions and the uses of our own directives: they are for hub and members alone, and
 * composition would carry them into the public schema.
 */
export function withoutHubDirectives(contract: DocumentNode): DocumentNode {
  return visit(contract, {
    DirectiveDefinition: (node) => (hubDirectives.has(node.name.value) ? null : undefined),
    Directive: (node) => (hubDirectives.has(node.name.value) ? null : undefined),
  });
}

function parseContract(name: string, sdl: string): DocumentNode | string {
  try {
    return parse(sdl);
  } catch (error) {
    return `[${name}] ${error instanceof GraphQLError ? inShort(error.message) : 'it does not parse'}`;
  }
}

const maxFault = 400;

/** One line; an unsatisfiable query and the paths that were tried can be pages long. */
function inShort(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').replace(/\.$/, '');
  return line.length > maxFault ? `${line.slice(0, maxFault)}…` : line;
}

export function badContract(faults: readonly string[]): AccordError {
  return new AccordError(
    'BAD_CONTRACT',
    `Expected contracts that compose, got ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${faults.join('; ')}.`,
  );
}
