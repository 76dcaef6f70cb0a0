import type { RequestScope } from './request-scope.js';

interface Spent {
  /** Milliseconds in which at least one question was under way, up to `since`. */
  ms: number;
  underWay: number;
  since: number;
}

/** One question's part of a member's time for a request. */
export interface MemberTime {
  /** Milliseconds the member still has. */
  readonly leftMs: number;
  end(): void;
}

/**
 * How long each member has kept each request waiting. A member has its time once per request, not once per question:
 * else one that gives a row at a time, each just before its deadline, would cost everybody many deadlines.
 */
export class MemberBudgets {
  readonly #ms: number;
  readonly #now: () => number;
  readonly #spent = new WeakMap<RequestScope, Map<string, Spent>>();

  /** `ms` is a member's time for a request, `now` milliseconds of a monotonic clock. */
  constructor(ms: number, now: () => number) {
    this.#ms = ms;
    this.#now = now;
  }

  /** Begins a question to a member. Questions under way at the same time spend the same time. */
  begin(scope: RequestScope, member: string): MemberTime {
    const spent = this.#spentBy(scope, member);
    this.#settle(spent);
    spent.underWay++;
    return {
      leftMs: this.#ms - spent.ms,
      end: () => {
        this.#settle(spent);
        spent.underWay--;
      },
    };
  }

  #settle(spent: Spent): void {
    const now = this.#now();
    if (spent.underWay > 0) {
      spent.ms += now - spent.since;
    }
    spent.since = now;
  }

  #spentBy(scope: RequestScope, member: string): Spent {
    const members = this.#spent.get(scope) ?? new Map<string, Spent>();
    this.#spent.set(scope, members);
    const spent = members.get(member) ?? { ms: 0, underWay: 0, since: 0 };
    members.set(member, spent);
    return spent;
  }
}
