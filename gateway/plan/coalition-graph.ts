import type { GraphQLDataSource } from '@apollo/gateway';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { Logger } from '../../shared/log/logger.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { tryCompose } from './compose.js';
import { composeInWorker } from './compose-in-worker.js';
import type { SubgraphSource } from './contract-files.js';
import { type ExtensionSource, extensionName } from './extension.js';
import { createExtensionDataSource, type ExtensionLines, type FindMember } from './extension-data-source.js';
import { type PolicyOfMember, protectedByMembers } from './extension-policy.js';
import { followExtensions } from './follow-extensions.js';
import { createGraphPolicyReader, type ReadGraphPolicy } from './graph-policy.js';
import { type Recipients, receivedBy } from './recipients.js';
import type { RevisionOptions } from './revision.js';
import type { ExtendedGraph } from './settle-extensions.js';
import { createGraphFile } from './supergraph-file.js';
import { type ExtensionStanding, SupergraphKeeper } from './supergraph-keeper.js';

/** A supergraph, what it asks of its callers, and the ways to its subgraphs. */
export type HubGraph = Pick<RevisionOptions, 'supergraphSdl' | 'policy' | 'dataSourceFor'>;

/** The graph to begin with and, where it can change, how to follow it until the returned function is called. */
export interface OpenedGraph {
  readonly first: HubGraph;
  readonly follow?: (publish: (graph: HubGraph) => Promise<void>) => () => Promise<void>;
}

/** The coalition's graph, and how each member's extension stands in it. */
export interface CoalitionGraph extends OpenedGraph {
  standings(): readonly ExtensionStanding[];
}

export interface CoalitionGraphOptions {
  /** The contracts and the directory. */
  readonly base: readonly SubgraphSource[];
  readonly extensions: ExtensionSource;
  readonly recipients: Recipients;
  /** The hub's own folder, where the graph in force is kept. */
  readonly folder: string | undefined;
  readonly logger: Logger;
}

/** The ways to subgraphs that all graphs of the coalition share, and what the ways to extensions are made with. */
export interface CoalitionWays {
  readonly shared: ReadonlyMap<string, GraphQLDataSource<RequestScope>>;
  readonly lines: ExtensionLines;
  readonly find: FindMember;
  readonly policyOf: PolicyOfMember;
}

/** How often the hub looks for changed extensions. */
const lookEveryMs = 1000;

/** Starts the coalition's graph: the one kept, brought up to date. Throws BAD_CONTRACT. */
export async function startCoalitionGraph(
  options: CoalitionGraphOptions,
): Promise<(ways: CoalitionWays) => CoalitionGraph> {
  const { base, extensions, recipients, folder, logger } = options;
  const readPolicy = createGraphPolicyReader(base);
  let serves = false;
  const keeper = new SupergraphKeeper({
    base,
    source: extensions,
    recipients,
    // Until the hub serves nothing waits, and a thread would only take longer to start.
    compose: async (subgraphs) => (serves ? composeInWorker(subgraphs) : tryCompose(subgraphs)),
    store: folder === undefined ? undefined : createGraphFile(folder),
    logger,
  });
  const first = await keeper.start();
  serves = true;
  return (ways) => ({
    first: graphOf(first, { ...ways, recipients, readPolicy }),
    standings: () => keeper.standings,
    follow: (publish) =>
      followExtensions({
        refresh: () => keeper.refresh(),
        publish: (graph) => publish(graphOf(graph, { ...ways, recipients, readPolicy })),
        everyMs: lookEveryMs,
        logger,
      }),
  });
}

interface GraphParts extends CoalitionWays {
  readonly recipients: Recipients;
  readonly readPolicy: ReadGraphPolicy;
}

/** One revision's graph: the shared ways, and one for each extension as it is in this graph. */
function graphOf(
  graph: ExtendedGraph,
  { shared, lines, find, policyOf, recipients, readPolicy }: GraphParts,
): HubGraph {
  const byName = new Map(shared);
  for (const extension of graph.extensions) {
    const { member } = extension;
    const received = receivedBy(recipients, member);
    const ways = { ...lines, find, policyOf, received };
    byName.set(extensionName(member), createExtensionDataSource(extension, ways));
  }
  return {
    supergraphSdl: graph.supergraphSdl,
    policy: {
      ...readPolicy(graph.supergraphSdl),
      published: protectedByMembers(graph.extensions, policyOf),
    },
    dataSourceFor: (name) => byName.get(name) ?? unknownSubgraph(name),
  };
}

function unknownSubgraph(name: string): never {
  throw new AccordError('BAD_CONTRACT', `Expected a subgraph of the coalition, got "${name}".`);
}
