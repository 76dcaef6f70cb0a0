import type { GraphQLDataSource } from '@apollo/gateway';
import { HeaderMap } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, type GraphQLSchema, parse } from 'graphql';
import { pino } from 'pino';
import { AnswerProvenance } from '../../../gateway/fanout/answer-provenance.js';
import type { RequestScope } from '../../../gateway/fanout/request-scope.js';
import { formatError } from '../../../gateway/http/format-error.js';
import { digestOfCaller } from '../../../gateway/identity/caller-digest.js';
import { tryCompose } from '../../../gateway/plan/compose.js';
import { createGraphPolicyReader } from '../../../gateway/plan/graph-policy.js';
import { createLocalDataSource } from '../../../gateway/plan/local-data-source.js';
import { createRevision } from '../../../gateway/plan/revision.js';
import { anonymousCaller, type Caller, freezeCaller } from '../../../shared/identity/caller.js';
import { type GraphData, serveData } from './graph-data.js';
import { type AskingCaller, mayRead, unauthorized } from './masked-answer.js';
import { graphs, type RandomGraph, randomGraph } from './random-graph.js';

export interface PlainAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: unknown;
    readonly message: string;
    readonly extensions?: unknown;
  }[];
}

/** A hub over a random graph, and the same graph in one piece for the oracle. */
export interface PolicyGraph {
  readonly graph: RandomGraph;
  /** The whole graph as one schema, each place guarded by the definition of who may read it. */
  readonly whole: GraphQLSchema;
  /** What both answer out of; may be replaced between requests. */
  data: GraphData;
  ask(text: string, variables: Readonly<Record<string, unknown>>, caller: AskingCaller): Promise<PlainAnswer>;
  stop(): Promise<void>;
}

/** Composes a random graph and opens a hub over it, without a network. */
export async function openPolicyGraph(seed: string): Promise<PolicyGraph> {
  const graph = randomGraph(seed);
  const composed = tryCompose(graphs.map((name) => ({ name, sdl: graph.sdl[name] })));
  if ('faults' in composed) {
    throw new Error(`The random graph ${seed} does not compose: ${composed.faults.join('; ')}`);
  }
  const opened = { data: { seed, variantOf: () => '' } as GraphData };
  const sources = new Map(graphs.map((name) => [name, sourceOf(graph, graph.sdl[name], () => opened.data)]));
  const logger = pino({ level: 'silent' });
  const revision = await createRevision({
    supergraphSdl: composed.supergraphSdl,
    policy: createGraphPolicyReader([])(composed.supergraphSdl),
    dataSourceFor: (name) => found(sources.get(name === 'a' ? 'a' : 'b')),
    formatError,
    plugins: [],
    maxTokens: 50_000,
    logger,
  });
  const whole = buildSchema(composed.apiSdl);
  serveData(
    whole,
    graph,
    () => opened.data,
    (place, caller) => {
      if (!mayRead(graph, place, asAsking(caller))) {
        throw unauthorized();
      }
    },
  );
  return Object.assign(opened, {
    graph,
    whole,
    async ask(text: string, variables: Readonly<Record<string, unknown>>, caller: AskingCaller) {
      const answer = await revision.server.executeOperation(
        {
          query: text,
          variables: { ...variables },
          http: { method: 'POST', headers: new HeaderMap(), search: '', body: {} },
        },
        { contextValue: scopeOf(callerOf(caller)) },
      );
      if (answer.body.kind !== 'single') {
        throw new Error('Expected one answer.');
      }
      const { data, errors }: PlainAnswer = JSON.parse(JSON.stringify(answer.body.singleResult));
      return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
    },
    stop: () => revision.stop(),
  });
}

function sourceOf(graph: RandomGraph, sdl: string, data: () => GraphData): GraphQLDataSource<RequestScope> {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) });
  serveData(schema, graph, data);
  return createLocalDataSource(schema);
}

function found<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('Expected a subgraph of the graph.');
  }
  return value;
}

function asAsking(value: unknown): AskingCaller {
  if (typeof value !== 'object' || value === null || !('scopes' in value) || !Array.isArray(value.scopes)) {
    throw new Error('Expected a caller.');
  }
  return {
    isKnown: 'isKnown' in value && value.isKnown === true,
    isMember: 'isMember' in value && value.isMember === true,
    scopes: value.scopes.map(String),
  };
}

function callerOf({ isKnown, isMember, scopes }: AskingCaller): Caller {
  if (!isKnown) {
    return anonymousCaller;
  }
  return freezeCaller({
    ...anonymousCaller,
    kind: 'person',
    subject: 'test',
    organization: isMember ? 'harbour-watch' : 'elsewhere',
    isMember,
    scopes,
    clearance: 'TLP:RED',
  });
}

function scopeOf(caller: Caller): RequestScope {
  return {
    requestId: 'test-request',
    signal: new AbortController().signal,
    deadlineAt: performance.now() + 10_000,
    ask: undefined,
    completeness: 'BEST_EFFORT',
    access: 'FILTER',
    caller,
    callerDigest: digestOfCaller(caller),
    provenance: new AnswerProvenance(),
    headersFor: async () => ({}),
  };
}
