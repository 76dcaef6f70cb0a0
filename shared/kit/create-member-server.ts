import { AccordError } from '../errors/accord-error.js';
import { answerJson, answerMethodNotAllowed, answerNotFound, answerText } from '../http/answers.js';
import { createHttpServer, type HttpExchange, type HttpServer } from '../http/http-server.js';
import { isLocalOperator } from '../http/is-local-operator.js';
import { parseJsonBody } from '../http/read-body.js';
import { serveGraphql } from '../http/serve-graphql.js';
import { instantOf } from '../identity/caller-token.js';
import type { Logger } from '../log/logger.js';
import type { CallerGate } from './caller-gate.js';
import type { OperationLimits } from './create-domain-server.js';
import { createMemberContext } from './create-member-context.js';
import { createDomainServers, type DomainServers } from './domain-servers.js';
import type { StoreSource } from './keep-opening.js';
import type { MemberAccessLog } from './member-access-log.js';
import type { MemberMetrics } from './member-metrics.js';
import { type PauseMarker, refuseWhilePaused } from './pause-marker.js';
import type { PolicySource } from './policy-source.js';
import type { SubgraphModule } from './subgraph-module.js';

export interface MemberServerOptions {
  readonly member: string;
  /** Of the program, for `/health`. */
  readonly version: string;
  readonly modules: readonly SubgraphModule[];
  readonly store: StoreSource;
  /** Who may ask. */
  readonly gate: CallerGate;
  /** What whoever asks may see. */
  readonly policies: PolicySource;
  readonly metrics: MemberMetrics;
  /** Without it the member cannot pause itself. */
  readonly pause?: PauseMarker | undefined;
  /** Without it nothing of what is asked is kept. */
  readonly accessLog?: MemberAccessLog | undefined;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly limits?: MemberLimits;
}

export interface MemberLimits extends OperationLimits {
  readonly bodyBytes: number;
}

const defaultLimits: MemberLimits = { bodyBytes: 1_048_576, depth: 20, tokens: 10_000 };
const readyWithinMs = 2000;
const unsaidFault = 'A changed policy is not in force.';

type Route = (exchange: HttpExchange) => Promise<void>;

/**
 * A member's server: each domain at `/<domain>/graphql` and the published policy at `/policy` for whom the gate lets in;
 * `/health` while the process lives, `/ready` while the store answers; `/metrics` for this machine.
 */
export async function createMemberServer(options: MemberServerOptions): Promise<HttpServer> {
  const limits = options.limits ?? defaultLimits;
  const routes = new Map<string, Route>([
    ['/health', forReading((exchange) => answerHealth(exchange, options))],
    ['/ready', forReading((exchange) => answerReady(exchange, options))],
    ['/metrics', forReading((exchange) => answerMetrics(exchange, options.metrics))],
    ['/policy', (exchange) => answerPolicy(exchange, { ...options, bodyBytes: limits.bodyBytes })],
  ]);
  const { policy } = options.policies.current();
  for (const module of options.modules) {
    const servers = createDomainServers({ ...options, module, limits });
    await servers.under(policy);
    routes.set(`/${module.domain}/graphql`, (exchange) =>
      answerOperation(exchange, { ...options, servers, domain: module.domain, bodyBytes: limits.bodyBytes }),
    );
  }
  return createHttpServer({
    logger: options.logger,
    createId: options.createId,
    async handle(exchange) {
      const route = routes.get(exchange.path);
      if (route === undefined) {
        answerNotFound(exchange.response);
      } else {
        await route(exchange);
      }
    },
  });
}

function forReading(route: Route): Route {
  return async (exchange) => {
    const { method } = exchange.request;
    if (method === 'GET' || method === 'HEAD') {
      await route(exchange);
    } else {
      answerMethodNotAllowed(exchange.response, 'GET, HEAD');
    }
  };
}

async function answerHealth(exchange: HttpExchange, options: MemberServerOptions): Promise<void> {
  const { member, version } = options;
  answerJson(exchange.response, 200, { status: 'alive', member, version });
}

async function answerReady(exchange: HttpExchange, options: MemberServerOptions): Promise<void> {
  const asked = options.store.current().then((store) => store.getByIds('Person', ['ready']));
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(notReady()), readyWithinMs);
  });
  try {
    await Promise.race([asked, tooLong]);
    const { policy, fault } = options.policies.current();
    const detail = options.accessLog?.isHealthy() === false ? { accessLog: 'unwritable' } : {};
    // What is wrong quotes from the policy, which is its owner's.
    const told = fault === undefined || isLocalOperator(exchange.request) ? fault : unsaidFault;
    const inForce = { revision: policy.revision, fault: told };
    answerJson(exchange.response, 200, { status: 'ready', policy: inForce, ...detail });
  } finally {
    clearTimeout(timer);
  }
}

function notReady(): AccordError {
  return new AccordError('NOT_READY', `Expected the store to answer within ${readyWithinMs} ms, it did not.`);
}

async function answerMetrics({ request, response }: HttpExchange, metrics: MemberMetrics): Promise<void> {
  if (isLocalOperator(request)) {
    answerText(response, { status: 200, ...(await metrics.text()) });
  } else {
    answerNotFound(response);
  }
}

interface GatedRoute {
  readonly gate: CallerGate;
  readonly policies: PolicySource;
  readonly bodyBytes: number;
}

/** What the hub may know of the policy: what it takes to read fields, as far as no record has to be looked at. */
async function answerPolicy(exchange: HttpExchange, route: GatedRoute): Promise<void> {
  if (exchange.request.method !== 'POST') {
    answerMethodNotAllowed(exchange.response, 'POST');
    return;
  }
  await route.gate.admit(exchange, route.bodyBytes);
  answerJson(exchange.response, 200, { policy: route.policies.current().policy.published });
}

interface DomainRoute extends GatedRoute {
  readonly servers: DomainServers;
  readonly domain: string;
  readonly accessLog?: MemberAccessLog | undefined;
  readonly store: StoreSource;
  readonly pause?: PauseMarker | undefined;
  readonly now: () => Date;
}

async function answerOperation(exchange: HttpExchange, route: DomainRoute): Promise<void> {
  if (exchange.request.method !== 'POST') {
    answerMethodNotAllowed(exchange.response, 'POST');
    return;
  }
  const { caller: admitted, at, body } = await route.gate.admit(exchange, route.bodyBytes);
  const { servers, domain, accessLog } = route;
  accessLog?.takeHead(exchange);
  const refuse = () => route.pause && refuseWhilePaused(route.pause);
  refuse();
  const operation = parseJsonBody(body, exchange.request.headers['content-type']);
  const { policy } = route.policies.current();
  const store = await route.store.current();
  const caller = accessLog?.servedAs(admitted) ?? admitted;
  const context = createMemberContext({
    requestId: exchange.requestId,
    // One moment for the whole request, at every member: what is under embargo at its beginning is until its end.
    decisions: policy.decide(caller, instantOf(at, route.now())),
    uses: servers.uses,
    store,
  });
  await serveGraphql({
    server: await servers.under(policy),
    exchange,
    body: operation,
    context: async () => context,
    async beforeAnswer() {
      const asked = { caller: admitted, context, domain, policyRevision: policy.revision };
      await accessLog?.keep(asked, exchange);
      // Once more, so that what was under way when the member paused does not leave either.
      refuse();
    },
  });
}
