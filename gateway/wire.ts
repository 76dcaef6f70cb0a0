import type { GraphQLDataSource } from '@apollo/gateway';
import { compareText } from '../shared/domain/text.js';
import type { Logger } from '../shared/log/logger.js';
import type { HubConfig } from './config.js';
import { createDirectorySchema, directoryName, readDirectorySdl } from './directory/directory.js';
import { MemberAsker } from './fanout/ask-members.js';
import { createCursorSeal } from './fanout/cursor-seal.js';
import { RecentShares } from './fanout/page-sizes.js';
import type { Provider } from './fanout/provider.js';
import type { RequestScope } from './fanout/request-scope.js';
import { formatError } from './http/format-error.js';
import { createGraphiql } from './http/graphiql.js';
import { createHubServer } from './http/hub-server.js';
import { createHubMetrics } from './http/metrics.js';
import { createOperationCheck } from './http/operation-limits.js';
import { createOperationPlugin } from './http/operation-plugin.js';
import { createAnswerPlugin } from './http/shape-answer.js';
import { createCallerTokens } from './identity/caller-tokens.js';
import type { HubKeyRing } from './identity/hub-key-ring.js';
import { createAddressRules } from './members/address-rules.js';
import { createHttpProviderClient, type HttpProviderClient } from './members/http-provider-client.js';
import type { ProviderClient } from './members/provider-client.js';
import { createObservedProviderClient, createProviderStates } from './members/provider-states.js';
import { type HubGraph, type OpenedGraph, startCoalitionGraph } from './plan/coalition-graph.js';
import { composeSupergraph } from './plan/compose.js';
import { createConfiguredExtensions } from './plan/configured-extensions.js';
import { readContracts, type SubgraphSource } from './plan/contract-files.js';
import type { ExtensionLines } from './plan/extension-data-source.js';
import { createLocalDataSource } from './plan/local-data-source.js';
import { createPartitionedSource, readContract } from './plan/partitioned-source.js';
import { createRevision } from './plan/revision.js';
import { createRevisions } from './plan/revisions.js';
import { openSecurityLinks } from './plan/security-links.js';
import { createSubgraphDataSource } from './plan/subgraph-data-source.js';

/** What the hub needs of the world around it. */
export interface HubSurroundings {
  readonly logger: Logger;
  readonly now: () => Date;
  /** Milliseconds of a monotonic clock. */
  readonly clock: () => number;
  readonly createId: () => string;
}

export interface Hub {
  /** Starts listening and gives the base URL. Throws BAD_CONFIG when the port is not to be had. */
  listen(host: string, port: number): Promise<string>;
  /** Takes no more requests, lets those under way finish for `graceMs`, and frees everything. */
  stop(graceMs: number): Promise<void>;
}

/** What the coalition's graph stands on: the contracts and the directory. */
export function readBase(): readonly SubgraphSource[] {
  return [...readContracts(), { name: directoryName, sdl: readDirectorySdl() }];
}

/** The supergraph of the coalition as SDL, without extensions. Throws BAD_CONTRACT. */
export function composeCoalition(): string {
  return composeSupergraph(readBase());
}

/** What the hub of a coalition needs beyond that: the keys it signs and seals with. */
export interface CoalitionSurroundings extends HubSurroundings {
  readonly keys: HubKeyRing;
}

/** Wires the hub of a coalition. Members that are down do not keep it from starting. Throws BAD_CONTRACT. */
export async function createCoalitionHub(
  config: HubConfig,
  surroundings: CoalitionSurroundings,
): Promise<Hub> {
  const providers = providersOf(config);
  const directory = createLocalDataSource(createDirectorySchema(() => config.members));
  const openGraph = await startCoalitionGraph({
    base: readBase(),
    extensions: createConfiguredExtensions(config.extensions),
    folder: config.data,
    logger: surroundings.logger,
  });
  return await createHub({
    config,
    surroundings,
    providers,
    listsMembers: true,
    keys: surroundings.keys,
    client: createHttpProviderClient({ mayReach: createAddressRules(config.allowAddresses) }),
    openGraph: (client) => {
      const parts = { config, surroundings, providers, client };
      return openGraph({
        shared: new Map([[directoryName, directory], ...sourcesOfDomains(parts)]),
        lines: askingLines(parts),
        find: (member) => config.members.find(({ id }) => id === member),
      });
    },
  });
}

/** Wires a hub over a foreign supergraph with its subgraphs as they are. Throws BAD_CONTRACT. */
export async function createSupergraphHub(
  config: HubConfig,
  supergraphSdl: string,
  surroundings: HubSurroundings,
): Promise<Hub> {
  return await createHub({
    config,
    surroundings,
    providers: [],
    listsMembers: false,
    keys: null,
    // The operator chose the supergraph and so its addresses; their own network is where subgraphs live.
    client: createHttpProviderClient({ mayReach: () => true }),
    openGraph: (client) => ({
      first: {
        supergraphSdl: openSecurityLinks(supergraphSdl),
        dataSourceFor: (name, url) =>
          createSubgraphDataSource({
            name,
            url,
            client,
            deadlineMs: config.deadlines.memberMs,
            maxBytes: config.limits.answerBytes,
          }),
      },
    }),
  });
}

interface HubParts {
  readonly config: HubConfig;
  readonly surroundings: HubSurroundings;
  readonly providers: readonly Provider[];
  readonly client: HttpProviderClient;
  /** Null where subgraphs get no caller tokens, since they are nobody's members. */
  readonly keys: HubKeyRing | null;
  /** Whether answers say which members were asked. */
  readonly listsMembers: boolean;
  readonly openGraph: (client: ProviderClient) => OpenedGraph;
}

async function createHub(parts: HubParts): Promise<Hub> {
  const { config, surroundings, providers, keys } = parts;
  const { logger, clock, now } = surroundings;
  const metrics = createHubMetrics();
  const states = createProviderStates(() => providers, now);
  const byUrl = new Map(providers.map((provider) => [provider.url, provider]));
  const client = createObservedProviderClient(
    parts.client,
    (url, reply, tookMs) => {
      states.note(url, reply);
      metrics.asked(byUrl.get(url) ?? { member: 'subgraph', domain: 'none' }, reply, tookMs);
    },
    clock,
  );
  const revisions = createRevisions((err) => logger.error({ err }, 'an old revision did not stop'));
  const publish = async (graph: HubGraph): Promise<void> =>
    revisions.replace(
      await createRevision({
        ...graph,
        formatError,
        plugins: [createOperationPlugin(), createAnswerPlugin(logger, parts.listsMembers)],
        maxTokens: config.limits.tokens,
        logger,
      }),
    );
  const { first, follow } = parts.openGraph(client);
  await publish(first);
  const unfollow = follow?.(publish);
  const server = createHubServer({
    revisions,
    states,
    metrics,
    route: {
      revisions,
      checkOperation: createOperationCheck(config.limits),
      bodyBytes: config.limits.bodyBytes,
      requestMs: config.deadlines.requestMs,
      clock,
      callerTokens: keys === null ? withoutTokens : createCallerTokens({ issuer: config.id, keys, now }),
      metrics,
      logger,
    },
    publishedKeys: keys === null ? null : keys.published,
    graphiql: config.graphiql ? createGraphiql() : null,
    origins: new Set(config.cors.origins),
    logger,
    createId: surroundings.createId,
  });
  return {
    listen: (host, port) => server.listen(host, port),
    async stop(graceMs) {
      await unfollow?.();
      await server.drain(graceMs);
      await revisions.stop();
      await parts.client.close();
    },
  };
}

interface DomainParts {
  readonly config: HubConfig;
  readonly surroundings: CoalitionSurroundings;
  readonly providers: readonly Provider[];
  readonly client: ProviderClient;
}

/** One data source per contract. All of them ask members by the same lines, since a member is up or down as a whole. */
function sourcesOfDomains(parts: DomainParts): readonly [string, GraphQLDataSource<RequestScope>][] {
  const shared = askingLines(parts);
  return readContracts().map(({ name, sdl }) => {
    const ofDomain = parts.providers.filter(({ domain }) => domain === name).sort(byMember);
    return [
      name,
      createPartitionedSource({ ...readContract(sdl), ...shared, domain: name, providers: () => ofDomain }),
    ];
  });
}

/** How members are asked, and what the hub remembers of it. */
function askingLines({ config, surroundings, client }: DomainParts): ExtensionLines {
  const { logger, clock, now, keys } = surroundings;
  return {
    asker: new MemberAsker({
      client,
      memberMs: config.deadlines.memberMs,
      answerBytes: config.limits.answerBytes,
      inFlight: config.limits.inFlightPerMember,
      breaker: config.breaker,
      now: clock,
      logger,
    }),
    shares: new RecentShares(),
    seal: createCursorSeal({ secrets: keys.cursorSecrets, now }),
    logger,
  };
}

function withoutTokens(): RequestScope['headersFor'] {
  return async () => ({});
}

function byMember(a: Provider, b: Provider): number {
  return compareText(a.member, b.member);
}

function providersOf(config: HubConfig): readonly Provider[] {
  return config.members.flatMap(({ id, paused, providers }) =>
    providers.map(({ domain, url, coverage, contractVersion }) => ({
      member: id,
      domain,
      url,
      paused,
      coverage,
      contractVersion,
    })),
  );
}
