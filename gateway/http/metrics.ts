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
  /** The numbers in Prometheus' text form, with its content type. */
  text(): Promise<{ readonly type: string; readonly text: string }>;
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
  return {
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
