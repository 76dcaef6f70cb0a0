/** What a breaker lets through: everything, nothing, or one request that tries whether the member is back. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export interface BreakerOptions {
  /** Failures in a row after which the member is not asked any more. */
  readonly failures: number;
  /** Milliseconds after which one request tries again. */
  readonly coolDownMs: number;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Saves asking a member that does not answer: its part of an answer is missing at once, not after a deadline. */
export class MemberBreaker {
  readonly #options: BreakerOptions;
  #failures = 0;
  #openedAt: number | undefined;
  #probing = false;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  get state(): BreakerState {
    if (this.#openedAt === undefined) {
      return 'CLOSED';
    }
    return this.#options.now() - this.#openedAt >= this.#options.coolDownMs ? 'HALF_OPEN' : 'OPEN';
  }

  /** Whether a request may go out now. In half-open state the first to ask is the probe; the others wait for it. */
  allows(): boolean {
    const state = this.state;
    if (state === 'HALF_OPEN' && !this.#probing) {
      this.#probing = true;
      return true;
    }
    return state === 'CLOSED';
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openedAt = undefined;
    this.#probing = false;
  }

  failed(): void {
    this.#failures++;
    if (this.#probing || this.#failures >= this.#options.failures) {
      this.#openedAt = this.#options.now();
    }
    this.#probing = false;
  }

  /** The request ended for a reason that says nothing of the member: the client left. */
  abandoned(): void {
    this.#probing = false;
  }
}
