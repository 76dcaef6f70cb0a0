import type { HttpExchange } from '../../shared/http/http-server.js';
import { readJsonBody } from '../../shared/http/read-body.js';
import { serveGraphql } from '../../shared/http/serve-graphql.js';
import { anonymousCaller } from '../../shared/identity/caller.js';
import type { HubAccessLog } from '../audit/hub-access-log.js';
import type { CallerTokens } from '../identity/caller-tokens.js';
import { readProofs } from '../identity/read-proofs.js';
import type { Revisions } from '../plan/revisions.js';
import { admitCaller, type CallerAdmission } from './admit-caller.js';
import type { HubMetrics } from './metrics.js';
import { openRequestScope } from './open-request-scope.js';
import { readAccessMode } from './read-access-mode.js';
import { readCompleteness } from './read-completeness.js';

export interface GraphqlRoute extends CallerAdmission {
  readonly revisions: Revisions;
  /** Throws QUERY_TOO_COMPLEX for a text beyond the limits. */
  readonly checkOperation: (query: string) => void;
  readonly bodyBytes: number;
  readonly requestMs: number;
  /** Milliseconds of a monotonic clock. */
  readonly clock: () => number;
  readonly callerTokens: CallerTokens;
  /** Null for subgraphs that are nobody's members: nobody keeps a log of them. */
  readonly accessLog: HubAccessLog | null;
  readonly metrics: HubMetrics;
}

const operationName = /^[_A-Za-z]\w{0,99}$/;

/** Answers one POST to the graph: reads, holds it against the limits, and runs it on one revision to its end. */
export async function answerGraphql(exchange: HttpExchange, route: GraphqlRoute): Promise<void> {
  const { response, requestId } = exchange;
  const startedAt = route.clock();
  route.metrics.requestStarted();
  let operation: string | undefined;
  response.once('close', () => {
    const tookMs = Math.round(route.clock() - startedAt);
    route.metrics.requestEnded(response.statusCode, tookMs);
    route.logger.info({ requestId, operation, status: response.statusCode, tookMs }, 'answered a request');
  });
  // What one caller may read, another may not: no cache between may give it to anybody else.
  response.setHeader('cache-control', 'private, no-store');
  const admitted = await admitCaller(exchange, route);
  const proofs = readProofs(exchange.request.headers['x-accord-proof']);
  const body = await readJsonBody(exchange.request, route.bodyBytes);
  const asked = readAsked(body);
  operation = asked.operation;
  if (asked.query !== undefined) {
    route.checkOperation(asked.query);
  }
  const { requestMs, clock, callerTokens } = route;
  // Whoever asks while what they ask cannot be kept is served what is public.
  const isKept = route.accessLog?.isHealthy() ?? true;
  const completeness = readCompleteness(exchange.request.headers['x-accord-completeness'], body);
  const { scope, close } = openRequestScope(exchange, {
    requestMs,
    clock,
    completeness,
    access: readAccessMode(body),
    caller: isKept ? admitted : anonymousCaller,
    proofs: isKept ? proofs : new Map(),
    callerTokens,
  });
  try {
    await route.revisions.run(async ({ serverFor, id }) =>
      serveGraphql({
        server: await serverFor(scope),
        ...{ exchange, body, context: async () => scope },
        beforeAnswer: () => route.accessLog?.keep(scope, id),
      }),
    );
  } finally {
    close();
  }
}

/** What the route itself needs of the body. Its form is for the server to check. */
function readAsked(body: unknown): {
  readonly query: string | undefined;
  readonly operation: string | undefined;
} {
  if (typeof body !== 'object' || body === null) {
    return { query: undefined, operation: undefined };
  }
  const query = 'query' in body && typeof body.query === 'string' ? body.query : undefined;
  const name = 'operationName' in body ? body.operationName : undefined;
  return { query, operation: typeof name === 'string' && operationName.test(name) ? name : undefined };
}
