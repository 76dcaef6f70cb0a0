import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ProviderReply } from '../members/provider-client.js';

/** The hub's numbers for Prometheus. Labels are members, domains and outcomes: never a caller, a field or a value. */
export interface HubMetrics {
  requestStarted(): void;
  requestEnded(status: number, tookMs: number): void;
  asked(
    provider: { readonly member: string; readonly domain: string },
    reply: ProviderReply,
    tookMs: number,
  ): void;
  /** A request whose proof of who asks does not hold, by what is wrong with it. */
  unauthenticated(reason: string): void;
  /** A request to the registry, by the action done or why it was refused. */
  registryAsked(outcome: string): void;
  /** What a member published for linking, by what came of it or why it was refused. */
  published(outcome: string): void;
  accessLogFailed(): void;
  /** Numbers that are looked up when somebody asks for them. */
  watch(source: WatchedNumbers): void;
  /** The numbers in Prometheus' text form, with its content type. */
  text(): Promise<{ readonly type: string; readonly text: string }>;
}

/** What the hub knows of its members at any moment. */
export interface WatchedNumbers {
  readonly members: () => readonly {
    readonly member: string;
    readonly state: string;
    readonly breaker: string;
  }[];
  /** Seconds since the registry was last read; undefined where there is none, or it never was. */
  readonly registryAge: () => number | undefined;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createHubMetrics(): HubMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const underWay = new Gauge({ name: 'accord_requests_under_way', help: 'Requests under way.', registers });
  const requests = new Histogram({
    name: 'accord_request_seconds',
    help: 'Time of a GraphQL request by HTTP status.',
    labelNames: ['status'],
    buckets: seconds,
    registers,
  });
  const asks = new Histogram({
    name: 'accord_member_seconds',
    help: 'Time of a question to a member.',
    labelNames: ['member', 'domain'],
    buckets: seconds,
    registers,
  });
  const outcomes = new Counter({
    name: 'accord_member_answers_total',
    help: 'Questions to a member by what came of them.',
    labelNames: ['member', 'domain', 'outcome'],
    registers,
  });
  const registryRequests = new Counter({
    name: 'accord_registry_requests_total',
    help: 'Requests of members to the registry by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const publications = new Counter({
    name: 'accord_publications_total',
    help: 'Requests by which members publish for linking, by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'accord_unauthenticated_requests_total',
    help: 'Requests whose proof of who asks does not hold, by why.',
    labelNames: ['reason'],
    registers,
  });
  const logFaults = new Counter({
    name: 'accord_access_log_errors_total',
    help: 'Times that the access log could not be written.',
    registers,
  });
  return {
    unauthenticated: (reason) => refusals.inc({ reason }),
    accessLogFailed: () => logFaults.inc(),
    registryAsked: (outcome) => registryRequests.inc({ outcome }),
    published: (outcome) => publications.inc({ outcome }),
    watch: (source) => watchMembers(source, registers),
    requestStarted: () => underWay.inc(),
    requestEnded(status, tookMs) {
      underWay.dec();
      requests.observe({ status }, tookMs / 1000);
    },
    asked({ member, domain }, reply, tookMs) {
      asks.observe({ member, domain }, tookMs / 1000);
      const outcome = reply.outcome === 'answered' ? 'ANSWERED' : reply.cause;
      outcomes.inc({ member, domain, outcome });
    },
    text: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function watchMembers(source: WatchedNumbers, registers: Registry[]): void {
  new Gauge({
    name: 'accord_member_state',
    help: 'Members by how they stand and what their breaker lets through; 1 for each.',
    labelNames: ['member', 'state', 'breaker'],
    registers,
    collect() {
      this.reset();
      for (const labels of source.members()) {
        this.set(labels, 1);
      }
    },
  });
  new Gauge({
    name: 'accord_registry_age_seconds',
    help: 'Seconds since the registry was last read.',
    registers,
    collect() {
      this.reset();
      const age = source.registryAge();
      if (age !== undefined) {
        this.set(age);
      }
    },
  });
}
