import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import type { IssuerTokenRefusal } from '../identity/issuer-token.js';
import type { Refusal } from '../identity/verify-caller-token.js';

/** A member's numbers for Prometheus. Labels are reasons: never a caller, a field or a value. */
export interface MemberMetrics {
  refused(refusal: Refusal): void;
  refusedProof(refusal: IssuerTokenRefusal): void;
  failedPolicyReload(): void;
  accessLogFailed(): void;
  /** A request by which the member publishes for linking, by what came of it. */
  published(outcome: string): void;
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
  const proofs = new Counter({
    name: 'accord_refused_proofs_total',
    help: "Requests whose caller's own token was not good, by what was wrong.",
    labelNames: ['refusal'],
    registers: [registry],
  });
  const reloads = new Counter({
    name: 'accord_policy_reload_failures_total',
    help: 'Changes of the policy file that were not put in force.',
    registers: [registry],
  });
  const logFaults = new Counter({
    name: 'accord_access_log_errors_total',
    help: 'Times that the access log could not be written.',
    registers: [registry],
  });
  const publications = new Counter({
    name: 'accord_publications_total',
    help: 'Requests by which the member publishes for linking, by what came of them.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    published: (outcome) => publications.inc({ outcome }),
    accessLogFailed: () => logFaults.inc(),
    refusedProof: (refusal) => proofs.inc({ refusal }),
    failedPolicyReload: () => reloads.inc(),
    refused: (refusal) => refusals.inc({ refusal }),
    text: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
