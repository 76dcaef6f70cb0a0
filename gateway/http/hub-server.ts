import { answerJson, answerMethodNotAllowed, answerNotFound, answerText } from '../../shared/http/answers.js';
import { createHttpServer, type HttpExchange, type HttpServer } from '../../shared/http/http-server.js';
import { isLocalOperator } from '../../shared/http/is-local-operator.js';
import { isOperator, operatorScope } from '../../shared/identity/is-operator.js';
import type { PublicKey } from '../../shared/identity/public-key.js';
import type { Logger } from '../../shared/log/logger.js';
import type { HubRegistry } from '../plan/registry/hub-registry.js';
import type { Revisions } from '../plan/revisions.js';
import { admitCaller } from './admit-caller.js';
import { answerPreflight, setCorsHeaders } from './cors.js';
import { type Graphiql, graphiqlFolder } from './graphiql.js';
import { answerGraphql, type GraphqlRoute } from './graphql-route.js';
import type { HubMetrics } from './metrics.js';
import { answerRegistry } from './registry-route.js';

export interface HubServerOptions {
  readonly revisions: Revisions;
  readonly route: GraphqlRoute;
  /** What `GET /members` answers. */
  readonly members: () => object;
  /** Null: members are those of the configuration alone. */
  readonly registry: Pick<HubRegistry, 'handle' | 'freshness'> | null;
  /** Takes what members publish for linking. Null: nothing is published here. */
  readonly subjects: ((exchange: HttpExchange) => Promise<void>) | null;
  readonly metrics: HubMetrics;
  /** The public keys that members verify caller tokens with. Null: there are none. */
  readonly publishedKeys: (() => readonly PublicKey[]) | null;
  /** Null: not served. */
  readonly graphiql: Graphiql | null;
  readonly origins: ReadonlySet<string>;
  readonly logger: Logger;
  readonly createId: () => string;
}

/** The hub's HTTP server: the graph, and what an operator asks. */
export function createHubServer(options: HubServerOptions): HttpServer {
  const { logger, createId } = options;
  return createHttpServer({ handle: (exchange) => handle(exchange, options), logger, createId });
}

async function handle(exchange: HttpExchange, options: HubServerOptions): Promise<void> {
  const { path } = exchange;
  if (path === '/graphql') {
    await handleGraphql(exchange, options);
    return;
  }
  if (path === '/registry' && options.registry !== null) {
    await answerRegistry(exchange, options.registry);
    return;
  }
  if (path === '/subjects' && options.subjects !== null) {
    await options.subjects(exchange);
    return;
  }
  const { request, response } = exchange;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answerMethodNotAllowed(response, 'GET, HEAD');
  } else if (path === '/health') {
    answerJson(response, 200, { status: 'alive' });
  } else if (path === '/ready') {
    answerReady(exchange, options);
  } else if (path === '/.well-known/jwks.json' && options.publishedKeys !== null) {
    // Short enough for a rotation, long enough that members do not ask for each request.
    response.setHeader('cache-control', 'public, max-age=60');
    answerJson(response, 200, { keys: options.publishedKeys() });
  } else if (path === '/members' || path === '/metrics') {
    await answerOperator(exchange, options);
  } else if (path.startsWith(graphiqlFolder) && options.graphiql !== null) {
    await options.graphiql.answerAsset(exchange);
  } else {
    answerNotFound(response);
  }
}

/** POST asks; GET is for the page alone, so that no operation stands in a log, a history or a cache. */
async function handleGraphql(exchange: HttpExchange, options: HubServerOptions): Promise<void> {
  const { request, response } = exchange;
  setCorsHeaders(exchange, options.origins);
  if (request.method === 'POST') {
    await answerGraphql(exchange, options.route);
  } else if (request.method === 'OPTIONS') {
    answerPreflight(exchange, options.origins);
  } else if (request.method === 'GET' && options.graphiql !== null && isPageLoad(exchange)) {
    options.graphiql.answerPage(exchange);
  } else {
    answerMethodNotAllowed(response, 'POST');
  }
}

function isPageLoad({ request }: HttpExchange): boolean {
  return request.headers.accept?.includes('text/html') === true && request.url?.includes('query=') === false;
}

function answerReady({ response }: HttpExchange, { revisions, registry, route }: HubServerOptions): void {
  const revision = revisions.current;
  if (revision === undefined) {
    answerJson(response, 503, { status: 'loading' });
  } else {
    const detail = registry === null ? {} : { registry: registry.freshness().isStale ? 'stale' : 'fresh' };
    const isKept = route.accessLog?.isHealthy() ?? true;
    const log = isKept ? {} : { accessLog: 'unwritable' };
    answerJson(response, 200, { status: 'ready', revision: revision.id, ...detail, ...log });
  }
}

/** Who is down is itself sensitive: for this machine, and for callers that run the hub. */
async function answerOperator(exchange: HttpExchange, options: HubServerOptions): Promise<void> {
  const { request, response, path } = exchange;
  if (!isLocalOperator(request) && !isOperator(await admitCaller(exchange, options.route))) {
    const text = `Forbidden: only for requests from this machine or with the scope "${operatorScope}".\n`;
    answerText(response, { status: 403, type: 'text/plain; charset=utf-8', text });
  } else if (path === '/members') {
    answerJson(response, 200, options.members());
  } else {
    answerText(response, { status: 200, ...(await options.metrics.text()) });
  }
}
