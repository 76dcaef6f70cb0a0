import { createHash } from 'node:crypto';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';
import { invariant } from '../../shared/errors/invariant.js';
import type { Logger } from '../../shared/log/logger.js';
import type { RequestScope } from '../fanout/request-scope.js';
import type { GraphAsker } from '../policy/graph-access.js';
import { PermittedGateway, type ServedGateway } from '../policy/permitted-gateway.js';
import { checkContractScalars } from './contract-scalars.js';
import type { GraphPolicy } from './graph-policy.js';
import { narrowingGateway } from './narrowing-gateway.js';
import { withoutSecurityPurpose } from './security-links.js';
import { VisibleServers } from './visible-servers.js';

export interface RevisionOptions {
  /** The raw supergraph, as composition wrote it. */
  readonly supergraphSdl: string;
  /** What it asks of its callers. */
  readonly policy: GraphPolicy;
  /** The way to a subgraph, by its name and address in the supergraph. */
  readonly dataSourceFor: (name: string, url: string) => GraphQLDataSource<RequestScope>;
  /** Cuts an error to what may leave. */
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly plugins: readonly ApolloServerPlugin<RequestScope>[];
  readonly maxTokens: number;
  readonly logger: Logger;
}

/** One supergraph and the pair of ApolloServer and ApolloGateway that serves it, never another. */
export interface Revision {
  /** Digest of the supergraph. */
  readonly id: string;
  readonly supergraphSdl: string;
  readonly policy: GraphPolicy;
  /** For callers who are told of the whole schema. */
  readonly server: ApolloServer<RequestScope>;
  /** Knows no more of the schema than the caller is told of. */
  serverFor(asker: GraphAsker): Promise<ApolloServer<RequestScope>>;
  stop(): Promise<void>;
}

/**
 * Builds the pair from a static supergraph. `ApolloGateway.update()` breaks requests under way, so a new supergraph is
 * a new pair. The caller sets APOLLO_TELEMETRY_DISABLED before: the gateway reads it when it is made, and would report
 * to its maker and probe the cloud's metadata addresses without it. Throws BAD_CONTRACT.
 */
export async function createRevision(options: RevisionOptions): Promise<Revision> {
  const { supergraphSdl, policy } = options;
  const gateway = createGateway(options);
  const permitted = new PermittedGateway(narrowingGateway(gateway), policy);
  const server = await startServer(permitted.whole(), options);
  invariant(gateway.schema !== undefined, 'a started gateway has a schema');
  checkContractScalars(gateway.schema);
  const servers = new VisibleServers(server, permitted, (schema) =>
    startServer(permitted.showing(schema), options),
  );
  const id = createHash('sha256').update(supergraphSdl).digest('hex').slice(0, 16);
  return {
    ...{ id, supergraphSdl, policy, server },
    serverFor: (asker) => servers.serverFor(asker),
    stop: () => servers.stop(),
  };
}

/** Throws BAD_CONTRACT. */
async function startServer(
  gateway: ServedGateway,
  options: RevisionOptions,
): Promise<ApolloServer<RequestScope>> {
  const server = new ApolloServer<RequestScope>({
    gateway,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ...options.plugins,
    ],
    formatError: options.formatError,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: options.maxTokens },
    logger: quiet(options.logger),
  });
  try {
    await server.start();
  } catch (cause) {
    const words = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    throw new AccordError('BAD_CONTRACT', `Expected a supergraph that the hub can load: ${words}`, { cause });
  }
  return server;
}

function createGateway(options: RevisionOptions): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl: withoutSecurityPurpose(options.supergraphSdl),
    buildService: ({ name, url }) => options.dataSourceFor(name, url ?? ''),
    __exposeQueryPlanExperimental: false,
    debug: false,
    logger: quiet(options.logger),
  });
}

/** Apollo's own lines, one level down: what an operator needs, the hub says itself. */
function quiet(logger: Logger) {
  return {
    debug: (message?: unknown) => logger.trace(String(message)),
    info: (message?: unknown) => logger.debug(String(message)),
    warn: (message?: unknown) => logger.warn(String(message)),
    error: (message?: unknown) => logger.error(String(message)),
  };
}
