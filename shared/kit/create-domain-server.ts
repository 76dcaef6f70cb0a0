import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { Logger } from '../log/logger.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import { guardFields } from './guard-fields.js';
import { createDepthLimit } from './limit-depth.js';
import { createOperationLog } from './log-operations.js';
import { createRevisionMark } from './mark-revision.js';
import { createFaultLog, maskError } from './mask-errors.js';
import type { MemberContext } from './member-context.js';
import { openUnspecified } from './open-unspecified.js';
import type { SubgraphModule } from './subgraph-module.js';

/** What one operation may ask of a member. The hub's own limits are lower; these bound whoever else comes. */
export interface OperationLimits {
  readonly depth: number;
  readonly tokens: number;
}

export interface DomainServerOptions {
  readonly module: SubgraphModule;
  /** What its fields are guarded by. The contexts of its requests must be decided by the same. */
  readonly policy: MemberPolicy;
  readonly limits: OperationLimits;
  /** Sees every answer, after all else. */
  readonly accessLog?: { readonly plugin: ApolloServerPlugin<MemberContext> } | undefined;
  readonly logger: Logger;
  readonly now: () => Date;
}

/**
 * The Apollo Server of one domain under one policy, started. What Apollo would send, show or tell by default is off
 * (DESIGN.md); introspection is on, for a contract is public.
 */
export async function createDomainServer(options: DomainServerOptions): Promise<ApolloServer<MemberContext>> {
  const { module, policy, limits, logger, now } = options;
  const server = new ApolloServer<MemberContext>({
    schema: guardedSchema(module, policy),
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
      createRevisionMark(policy.revision),
      ...(options.accessLog === undefined ? [] : [options.accessLog.plugin]),
    ],
  });
  await server.start();
  return server;
}

function guardedSchema(module: SubgraphModule, policy: MemberPolicy): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(module.sdl), resolvers: module.resolvers });
  openUnspecified(schema);
  guardFields(schema, policy);
  return schema;
}
