import type { ErrorCode } from '../../shared/errors/error-codes.js';
import type { ServedName } from './provider.js';

/**
 * What came of one member for one domain or for its extension (DESIGN.md "Partial answers"). "Nothing there" (EMPTY), "not allowed" (DENIED)
 * and "not reachable" (TIMED_OUT, UNREACHABLE) are never mixed.
 */
export const memberStates = [
  'ANSWERED',
  'EMPTY',
  'NOT_ASKED',
  'DENIED',
  'PAUSED',
  'TIMED_OUT',
  'UNREACHABLE',
  'INVALID',
] as const;
export type MemberState = (typeof memberStates)[number];

/** States in which a member's rows are missing although it should have answered. */
export type MissingState = 'DENIED' | 'PAUSED' | 'TIMED_OUT' | 'UNREACHABLE' | 'INVALID';

export interface MemberOutcome {
  readonly member: string;
  readonly domain: ServedName;
  readonly state: MemberState;
  /** Rows of this member in the answer. */
  readonly rows: number;
  readonly tookMs: number;
}

/** Why a member's rows are missing, in words for the client. */
export interface MissingReason {
  readonly code: ErrorCode;
  readonly message: string;
}

export function isMissing(state: MemberState): state is MissingState {
  return state !== 'ANSWERED' && state !== 'EMPTY' && state !== 'NOT_ASKED';
}

/** Later states hide earlier ones: one failure of a member makes its part of the answer incomplete. */
const rank: Readonly<Record<MemberState, number>> = {
  NOT_ASKED: 0,
  EMPTY: 1,
  ANSWERED: 2,
  DENIED: 3,
  PAUSED: 4,
  UNREACHABLE: 5,
  TIMED_OUT: 6,
  INVALID: 7,
};

/** Collects, over all parts of one request, what came of each member. */
export class AnswerProvenance {
  readonly #outcomes = new Map<string, MemberOutcome>();
  readonly #missing = new Map<string, MissingReason>();
  readonly #coordinates = new Map<ServedName, Set<string>>();
  readonly #shown = new Map<string, Set<string>>();
  #isDenied = false;
  readonly #whole: AnswerProvenance | undefined;

  constructor(whole?: AnswerProvenance) {
    this.#whole = whole;
  }

  /** Of a question within the request: what it notes is noted here too, and it has only what it noted itself. */
  part(): AnswerProvenance {
    return new AnswerProvenance(this);
  }

  /** Notes an outcome; several of the same member and domain become one: the worst state, the sum of rows. */
  note(outcome: MemberOutcome, reason?: MissingReason): void {
    this.#whole?.note(outcome, reason);
    // A member that could not do what was asked says so by another code.
    this.#isDenied ||= outcome.state === 'DENIED' && reason?.code === 'MEMBER_UNAVAILABLE';
    const key = `${outcome.domain} ${outcome.member}`;
    const known = this.#outcomes.get(key);
    this.#outcomes.set(key, known === undefined ? outcome : combine(known, outcome));
    if (reason !== undefined && !this.#missing.has(key)) {
      this.#missing.set(key, reason);
    }
  }

  /** Notes that the hub shows a record of what its owner published, without asking the owner. */
  noteShown(member: string, record: string): void {
    this.#whole?.noteShown(member, record);
    const records = this.#shown.get(member) ?? new Set();
    this.#shown.set(member, records.add(record));
  }

  /** How many records of each member were so shown, by member. */
  get shown(): readonly { readonly member: string; readonly records: number }[] {
    return [...this.#shown]
      .map(([member, { size }]) => ({ member, records: size }))
      .sort((a, b) => (a.member < b.member ? -1 : 1));
  }

  /** Notes that the caller may not have a part of what they ask for at some member. */
  noteDenied(): void {
    this.#whole?.noteDenied();
    this.#isDenied = true;
  }

  get isDenied(): boolean {
    return this.#isDenied;
  }

  /** Notes which fields the members of a domain were asked for. */
  noteCoordinates(domain: ServedName, coordinates: Iterable<string>): void {
    const noted = [...coordinates];
    this.#whole?.noteCoordinates(domain, noted);
    const known = this.#coordinates.get(domain) ?? new Set();
    this.#coordinates.set(domain, known);
    for (const coordinate of noted) {
      known.add(coordinate);
    }
  }

  coordinatesOf(domain: ServedName): ReadonlySet<string> {
    return this.#coordinates.get(domain) ?? new Set();
  }

  /** By domain, then member. */
  get outcomes(): readonly MemberOutcome[] {
    return [...this.#outcomes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, outcome]) => outcome);
  }

  /** One entry per provider whose rows are missing. */
  get missing(): readonly (MissingReason & { readonly member: string; readonly domain: ServedName })[] {
    return this.outcomes.flatMap(({ member, domain }) => {
      const reason = this.#missing.get(`${domain} ${member}`);
      return reason === undefined ? [] : [{ ...reason, member, domain }];
    });
  }
}

function combine(a: MemberOutcome, b: MemberOutcome): MemberOutcome {
  return {
    member: a.member,
    domain: a.domain,
    state: rank[a.state] >= rank[b.state] ? a.state : b.state,
    rows: a.rows + b.rows,
    tookMs: Math.max(a.tookMs, b.tookMs),
  };
}
