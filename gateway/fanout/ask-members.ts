import type { Logger } from '../../shared/log/logger.js';
import { policyRevisionOf, readGraphqlAnswer, saysPaused } from '../members/graphql-answer.js';
import { callerProofHeader, type ProviderClient } from '../members/provider-client.js';
import { underDeadline } from '../members/under-deadline.js';
import type { MissingState } from './answer-provenance.js';
import { InFlightLimit } from './in-flight-limit.js';
import type { MemberAnswer, MemberQuestion } from './member-answer.js';
import { type BreakerState, MemberBreaker } from './member-breaker.js';
import { MemberBudgets, type MemberTime } from './member-budgets.js';
import type { Provider } from './provider.js';
import type { RequestScope } from './request-scope.js';

export interface AskOptions {
  readonly client: ProviderClient;
  /** Milliseconds a member has for one request. */
  readonly memberMs: number;
  /** The most bytes of one answer. */
  readonly answerBytes: number;
  /** The most questions under way to one member. */
  readonly inFlight: number;
  readonly breaker: { readonly failures: number; readonly coolDownMs: number };
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Takes the revision of its policy by which a member says that it answered. */
  readonly onRevision?: ((provider: Provider, revision: string) => void) | undefined;
  readonly logger: Logger;
}

/** Asks members, each within its own time, breaker and cap. Never throws for a member's reason. */
export class MemberAsker {
  readonly #options: AskOptions;
  readonly #budgets: MemberBudgets;
  readonly #lines = new Map<string, { breaker: MemberBreaker; limit: InFlightLimit }>();

  constructor(options: AskOptions) {
    this.#options = options;
    this.#budgets = new MemberBudgets(options.memberMs, options.now);
  }

  /** The breaker of a member, for `/members` and metrics. */
  stateOf(member: string): { readonly breaker: BreakerState; readonly inFlight: number } {
    const line = this.#lineOf(member);
    return { breaker: line.breaker.state, inFlight: line.limit.inFlight };
  }

  async ask(provider: Provider, question: MemberQuestion, scope: RequestScope): Promise<MemberAnswer> {
    const startedAt = this.#options.now();
    if (provider.paused || isHalted(provider)) {
      return this.#paused(provider, startedAt);
    }
    const time = this.#budgets.begin(scope, provider.member);
    try {
      return await this.#askInTime(provider, question, { scope, time, startedAt });
    } finally {
      time.end();
    }
  }

  async #askInTime(
    provider: Provider,
    question: MemberQuestion,
    of: { readonly scope: RequestScope; readonly time: MemberTime; readonly startedAt: number },
  ): Promise<MemberAnswer> {
    const { scope, time, startedAt } = of;
    const { breaker, limit } = this.#lineOf(lineName(provider));
    if (time.leftMs <= 0) {
      return this.#failed(provider, 'TIMED_OUT', startedAt);
    }
    if (!breaker.allows()) {
      const message = `Member "${provider.member}" is not asked for now, after repeated failures.`;
      return this.#missing(provider, 'UNREACHABLE', startedAt, message);
    }
    const ms = Math.max(1, Math.ceil(Math.min(time.leftMs, scope.deadlineAt - startedAt)));
    let answer: MemberAnswer | undefined;
    const parents = provider.halted === undefined ? [scope.signal] : [scope.signal, provider.halted];
    await underDeadline(parents, ms, (deadline) =>
      limit.run(deadline, async () => {
        answer = await this.#send(provider, question, { scope, deadline, startedAt });
      }),
    );
    const result = isHalted(provider)
      ? this.#paused(provider, startedAt)
      : (answer ?? this.#failed(provider, 'TIMED_OUT', startedAt));
    this.#report(breaker, result, { scope, ms });
    return result;
  }

  async #send(
    provider: Provider,
    question: MemberQuestion,
    of: { scope: RequestScope; deadline: AbortSignal; startedAt: number },
  ): Promise<MemberAnswer> {
    const body = JSON.stringify(question);
    const headers = await of.scope.headersFor(provider, body);
    const reply = await this.#options.client.ask({
      url: provider.url,
      body,
      headers: { ...headers, ...proofFor(provider, of.scope), 'x-request-id': of.scope.requestId },
      signal: of.deadline,
      maxBytes: this.#options.answerBytes,
    });
    if (reply.outcome === 'failed') {
      this.#log(provider, of.scope, reply.detail);
      return reply.cause === 'PROOF_REFUSED'
        ? this.#proofRefused(provider, of.startedAt)
        : this.#failed(provider, reply.cause, of.startedAt);
    }
    const revision = policyRevisionOf(reply.body);
    if (revision !== undefined) {
      this.#options.onRevision?.(provider, revision);
    }
    if (saysPaused(reply.body)) {
      return this.#paused(provider, of.startedAt);
    }
    const answer = readGraphqlAnswer(reply.body);
    if (answer === null) {
      this.#log(provider, of.scope, 'The answer is not a GraphQL response.');
      return this.#failed(provider, 'INVALID', of.startedAt);
    }
    const tookMs = this.#options.now() - of.startedAt;
    return { status: 'answered', provider, data: answer.data ?? {}, errors: answer.errors, tookMs };
  }

  #failed(
    provider: Provider,
    state: 'TIMED_OUT' | 'UNREACHABLE' | 'INVALID',
    startedAt: number,
  ): MemberAnswer {
    return this.#missing(provider, state, startedAt, failureMessage(provider, state, this.#options.memberMs));
  }

  #paused(provider: Provider, startedAt: number): MemberAnswer {
    return this.#missing(provider, 'PAUSED', startedAt, `Member "${provider.member}" has paused.`);
  }

  #proofRefused(provider: Provider, startedAt: number): MemberAnswer {
    const message = `Member "${provider.member}" does not accept the proof of who asks.`;
    return this.#missing(provider, 'DENIED', startedAt, message);
  }

  #missing(provider: Provider, state: MissingState, startedAt: number, message: string): MemberAnswer {
    const tookMs = this.#options.now() - startedAt;
    return { status: 'missing', provider, state, reason: { code: 'MEMBER_UNAVAILABLE', message }, tookMs };
  }

  /**
   * That the client left, sent a bad proof, or left the member less than half its time, says nothing of the member: else
   * one caller could shut it to all others.
   */
  #report(
    breaker: MemberBreaker,
    answer: MemberAnswer,
    of: { readonly scope: RequestScope; readonly ms: number },
  ): void {
    const { signal, deadlineAt } = of.scope;
    if (answer.status === 'answered') {
      breaker.succeeded();
    } else if (
      answer.state === 'PAUSED' ||
      answer.state === 'DENIED' ||
      (answer.state === 'TIMED_OUT' && of.ms * 2 < this.#options.memberMs) ||
      (signal.aborted && deadlineAt > this.#options.now())
    ) {
      breaker.abandoned();
    } else {
      breaker.failed();
    }
  }

  #log(provider: Provider, scope: RequestScope, detail: string): void {
    const { member, domain } = provider;
    this.#options.logger.warn(
      { requestId: scope.requestId, member, domain, detail },
      'member gave no usable answer',
    );
  }

  #lineOf(name: string) {
    const known = this.#lines.get(name);
    if (known !== undefined) {
      return known;
    }
    const line = {
      breaker: new MemberBreaker({ ...this.#options.breaker, now: this.#options.now }),
      limit: new InFlightLimit(this.#options.inFlight),
    };
    this.#lines.set(name, line);
    return line;
  }
}

function isHalted(provider: Provider): boolean {
  return provider.halted?.aborted === true;
}

/** The caller's own proof for this member, which no other member may see. */
function proofFor({ member }: Provider, { proofs }: RequestScope): Record<string, string> {
  const proof = proofs?.get(member);
  return proof === undefined ? {} : { [callerProofHeader]: proof };
}

/** A member is up or down as a whole; its extension is another server, whose failures are not those of its records. */
function lineName({ member, domain }: Provider): string {
  return domain.startsWith('ext-') ? `${member} ${domain}` : member;
}

/** What a client may read of a member's failure. */
export function failureMessage(
  provider: Provider,
  state: 'TIMED_OUT' | 'UNREACHABLE' | 'INVALID',
  memberMs: number,
): string {
  switch (state) {
    case 'TIMED_OUT':
      return `Member "${provider.member}" gave no answer within ${memberMs} ms.`;
    case 'UNREACHABLE':
      return `Member "${provider.member}" could not be reached.`;
    case 'INVALID':
      return `Member "${provider.member}" gave an answer that does not keep to the contract.`;
  }
}
