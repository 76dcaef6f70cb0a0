import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import type { Refusal } from '../identity/verify-caller-token.js';

/** A member's numbers for Prometheus. Labels are reasons: never a caller, a field or a value. */
export interface MemberMetrics {
  refused(refusal: Refusal): void;
  /** The numbers in Prometheus' text form, with its content type. */
  text(): Promise<{ readonly type: string; readonly text: string }>;
}

export function createMemberMetrics(): MemberMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const refusals = new Counter({
    name: 'accord_refused_requests_total',
    help: 'Requests without a valid caller token, by what was wrong.',
    labelNames: ['refusal'],
    registers: [registry],
  });
  return {
    refused: (refusal) => refusals.inc({ refusal }),
    text: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
