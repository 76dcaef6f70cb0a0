import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { Logger } from '../log/logger.js';
import { createDepthLimit } from './limit-depth.js';
import { createOperationLog } from './log-operations.js';
import { createFaultLog, maskError } from './mask-errors.js';
import type { MemberContext } from './member-context.js';
import type { SubgraphModule } from './subgraph-module.js';

/** What one operation may ask of a member. The hub's own limits are lower; these bound whoever else comes. */
export interface OperationLimits {
  readonly depth: number;
  readonly tokens: number;
}

export interface DomainServerOptions {
  readonly module: SubgraphModule;
  readonly limits: OperationLimits;
  readonly logger: Logger;
  readonly now: () => Date;
}

/**
 * The Apollo Server of one domain, started. What Apollo would send, show or tell by default is off (DESIGN.md);
 * introspection is on, for a contract is public.
 */
export async function createDomainServer(options: DomainServerOptions): Promise<ApolloServer<MemberContext>> {
  const { module, limits, logger, now } = options;
  const server = new ApolloServer<MemberContext>({
    schema: buildSubgraphSchema({ typeDefs: parse(module.sdl), resolvers: module.resolvers }),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 20 },
    formatError: maskError,
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      createDepthLimit(limits.depth),
      createFaultLog(logger),
      createOperationLog({ domain: module.domain, logger, now }),
    ],
  });
  await server.start();
  return server;
}
