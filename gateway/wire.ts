import type { Logger } from '../shared/log/logger.js';
import { askingLines } from './asking-lines.js';
import { type HubAudit, type HubAuditOptions, openHubAudit } from './audit/open-hub-audit.js';
import { asNobody, openCoalitionRegistry } from './coalition-registry.js';
import type { HubConfig } from './config.js';
import { readDirectorySdl } from './directory/directory.js';
import { directoryName } from './directory/directory-name.js';
import { followPending } from './directory/links/follow-pending.js';
import type { LinkStore } from './directory/links/link-store.js';
import type { Provider } from './fanout/provider.js';
import type { RequestScope } from './fanout/request-scope.js';
import { formatError } from './http/format-error.js';
import { createGraphiql } from './http/graphiql.js';
import { createHubServer, type HubServerOptions } from './http/hub-server.js';
import { reportMembers, watchedNumbers } from './http/members-report.js';
import { type ObservedMembers, observeMembers } from './http/observe-members.js';
import { createOperationCheck } from './http/operation-limits.js';
import { createOperationPlugin } from './http/operation-plugin.js';
import { createAnswerPlugin } from './http/shape-answer.js';
import { createHubDirectory, openHubLinks, policiesOf } from './hub-directory.js';
import { createCallerTokens } from './identity/caller-tokens.js';
import type { HubKeyRing } from './identity/hub-key-ring.js';
import { openReadCaller } from './identity/open-read-caller.js';
import { type ReadCaller, readNobody } from './identity/read-caller.js';
import { indicatorLines } from './indicator-lines.js';
import { createAddressRules } from './members/address-rules.js';
import { createHttpProviderClient } from './members/http-provider-client.js';
import type { ProviderClient } from './members/provider-client.js';
import { createPublishedPolicies, type PublishedPolicies } from './members/published-policies.js';
import { type HubGraph, type OpenedGraph, startCoalitionGraph } from './plan/coalition-graph.js';
import {
  allExtensions,
  type CoalitionMembers,
  createCoalitionMembers,
  standingOf,
} from './plan/coalition-members.js';
import { composeSupergraph } from './plan/compose.js';
import { createConfiguredExtensions } from './plan/configured-extensions.js';
import { type Contract, readContracts, type SubgraphSource } from './plan/contract-files.js';
import { sourcesOfDomains } from './plan/domain-sources.js';
import { readForeignPolicy } from './plan/graph-policy.js';
import { readRecipients } from './plan/recipients.js';
import type { HubRegistry } from './plan/registry/hub-registry.js';
import { createRevision } from './plan/revision.js';
import { createRevisions, type Revisions } from './plan/revisions.js';
import { createSubgraphDataSource } from './plan/subgraph-data-source.js';
import { openPublishingKeys, takePublications } from './take-publications.js';

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
export function readBase(contracts: readonly Contract[] = readContracts()): readonly SubgraphSource[] {
  return [...contracts, { name: directoryName, sdl: readDirectorySdl() }];
}

/** The supergraph of the coalition as SDL, without extensions. Throws BAD_CONTRACT. */
export function composeCoalition(): string {
  return composeSupergraph(readBase());
}

/** What the hub of a coalition needs beyond that: the keys it signs and seals with. */
export interface CoalitionSurroundings extends HubSurroundings, Pick<HubAuditOptions, 'openLogFile'> {
  readonly keys: HubKeyRing;
  /** Those in `subgraphs/` unless given: to measure what they cost. */
  readonly contracts?: readonly Contract[];
  /** Where the hub keeps what members publish for linking: in its own folder unless given; a given one it does not link. */
  readonly links?: LinkStore | undefined;
}

/**
 * Wires the hub of a coalition. Members that are down do not keep it from starting, nor does a registry that cannot be
 * read. Throws BAD_CONTRACT.
 */
export async function createCoalitionHub(
  config: HubConfig,
  surroundings: CoalitionSurroundings,
): Promise<Hub> {
  const { logger, now, createId, contracts = readContracts() } = surroundings;
  const ownLinks = surroundings.links === undefined ? await openHubLinks(config, now) : undefined;
  const links = surroundings.links ?? ownLinks;
  const members = createCoalitionMembers(config.members);
  const revisions = openRevisions(logger);
  const indicators = indicatorLines(config, { contracts, revisions, members, now });
  const http = createHttpProviderClient({ mayReach: createAddressRules(config.allowAddresses) });
  const observed = observeMembers(http, () => members.current().providers, surroundings);
  const audit = openHubAudit({
    ...{ config, ...surroundings, client: observed.client, onFault: observed.metrics.accessLogFailed },
    memberOf: (url) => observed.states.find(url)?.member,
  });
  const isMember = (id: string): boolean => standingOf(members, id) !== undefined;
  const readCaller = openReadCaller(config, { ...surroundings, isMember });
  const publishingKeys = openPublishingKeys({
    config,
    clear: async (id) => links?.clear(id),
    ...surroundings,
  });
  const registry = await openCoalitionRegistry(config, {
    ...{ ...surroundings, base: readBase(), members, publishingKeys, http, observed, audit },
  });
  await registry?.start();
  const configured = createConfiguredExtensions(config.extensions);
  const openGraph = await startCoalitionGraph({
    base: readBase(contracts),
    extensions: registry === null ? configured : allExtensions(configured, members),
    recipients: readRecipients(config.recipients),
    folder: config.data,
    logger,
  });
  const policies = openPolicies(config, surroundings, { members, http });
  const lines = askingLines(config, { ...surroundings, client: audit.client, policies });
  const accessLog = { folder: audit.folder, seal: lines.seal };
  const directory = createHubDirectory({
    ...{ store: links, members, policies, contracts, accessLog, indicators, now },
  });
  const graph = openGraph({
    shared: new Map([
      [directoryName, directory],
      ...sourcesOfDomains(lines, members, policies.find, contracts),
    ]),
    lines,
    find: (member) => standingOf(members, member),
    policyOf: (member) => policiesOf(members, policies, member).find((policy) => policy !== undefined),
  });
  const source = { states: observed.states, table: members.current, asker: lines.asker, registry };
  observed.metrics.watch(watchedNumbers(source));
  const unfollow = policies.follow();
  const stopLinking = ownLinks && followPending({ store: ownLinks, holder: createId(), now, logger });
  return await createHub({
    ...{ config, surroundings, observed, registry, revisions, graph, readCaller },
    accessLog: audit.accessLog,
    subjects: takePublications({ config, registry, publishingKeys, store: links, ...observed, now, logger }),
    report: () => ({ ...reportMembers(source), extensions: graph.standings() }),
    listsMembers: true,
    keys: surroundings.keys,
    close: async () => {
      await unfollow();
      await registry?.stop();
      await http.close();
      await audit.close();
      await stopLinking?.();
      await links?.close();
    },
  });
}

function openPolicies(
  config: HubConfig,
  surroundings: CoalitionSurroundings,
  { members, http }: { readonly members: CoalitionMembers; readonly http: ProviderClient },
): PublishedPolicies {
  return createPublishedPolicies({
    providers: () => members.current().providers,
    client: http,
    headersFor: asNobody(createCallerTokens({ issuer: config.id, ...surroundings })),
    deadlineMs: config.deadlines.memberMs,
    ...surroundings,
  });
}

/** Wires a hub over a foreign supergraph with its subgraphs as they are. Throws BAD_CONTRACT. */
export async function createSupergraphHub(
  config: HubConfig,
  supergraphSdl: string,
  surroundings: HubSurroundings,
): Promise<Hub> {
  const policy = readForeignPolicy(supergraphSdl, { open: config.open === true });
  // The operator chose the supergraph and so its addresses; their own network is where subgraphs live.
  const http = createHttpProviderClient({ mayReach: () => true });
  const observed = observeMembers(http, () => noProviders, surroundings);
  const dataSourceFor = (name: string, url: string) =>
    createSubgraphDataSource({
      name,
      url,
      client: observed.client,
      deadlineMs: config.deadlines.memberMs,
      maxBytes: config.limits.answerBytes,
    });
  return await createHub({
    ...{ config, surroundings, observed, accessLog: null },
    registry: null,
    subjects: null,
    revisions: openRevisions(surroundings.logger),
    // There is no coalition, so nobody is a member of it.
    readCaller:
      config.open === true ? readNobody : openReadCaller(config, { ...surroundings, isMember: () => false }),
    report: () => ({ members: [] }),
    graph: { first: { supergraphSdl, policy, dataSourceFor } },
    listsMembers: false,
    keys: null,
    close: () => http.close(),
  });
}

function openRevisions(logger: Logger): Revisions {
  return createRevisions((err) => logger.error({ err }, 'an old revision did not stop'));
}

const noProviders: readonly Provider[] = [];

interface HubParts {
  readonly config: HubConfig;
  readonly surroundings: HubSurroundings;
  readonly observed: ObservedMembers;
  readonly registry: HubRegistry | null;
  readonly subjects: HubServerOptions['subjects'];
  readonly readCaller: ReadCaller;
  readonly accessLog: HubAudit['accessLog'];
  /** What `GET /members` answers. */
  readonly report: () => object;
  /** Null where subgraphs get no caller tokens, since they are nobody's members. */
  readonly keys: HubKeyRing | null;
  /** Whether answers say which members were asked. */
  readonly listsMembers: boolean;
  readonly revisions: Revisions;
  readonly graph: OpenedGraph;
  readonly close: () => Promise<void>;
}

async function createHub(parts: HubParts): Promise<Hub> {
  const { config, surroundings, registry, revisions, keys, accessLog } = parts;
  const { logger, clock, now } = surroundings;
  const { metrics } = parts.observed;
  const publish = async (graph: HubGraph): Promise<void> =>
    revisions.replace(
      await createRevision({
        ...graph,
        policy: { ...graph.policy, protected: new Set(config.protected) },
        formatError,
        plugins: [
          ...[createOperationPlugin(), createAnswerPlugin(logger, parts.listsMembers)],
          ...(accessLog === null ? [] : [accessLog.plugin]),
        ],
        maxTokens: config.limits.tokens,
        logger,
      }),
    );
  const { first, follow } = parts.graph;
  await publish(first);
  const unfollow = follow?.(publish);
  const server = createHubServer({
    revisions,
    members: parts.report,
    registry,
    subjects: parts.subjects,
    metrics,
    route: {
      revisions,
      checkOperation: createOperationCheck(config.limits),
      readCaller: parts.readCaller,
      bodyBytes: config.limits.bodyBytes,
      requestMs: config.deadlines.requestMs,
      clock,
      callerTokens: keys === null ? withoutTokens : createCallerTokens({ issuer: config.id, keys, now }),
      ...{ accessLog, metrics, logger },
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
      await parts.close();
    },
  };
}

function withoutTokens(): RequestScope['headersFor'] {
  return async () => ({});
}
