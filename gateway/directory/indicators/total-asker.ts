import { invariant } from '../../../shared/errors/invariant.js';
import { isMissing } from '../../fanout/answer-provenance.js';
import type { RequestScope } from '../../fanout/request-scope.js';
import { faultOf } from '../directory-fault.js';
import type { AskGraph, GraphAnswer } from './ask-graph.js';
import { readTotalGroups, type TotalGroup } from './total-group.js';
import { operationOf, type TotalQuestion } from './total-question.js';

/** What came of one question. */
export interface TotalAnswer {
  readonly groups: readonly TotalGroup[];
  /** Members that gave their part, or had none to give. */
  readonly present: ReadonlySet<string>;
  /** Members that should have had a part in it and gave none. */
  readonly absent: ReadonlySet<string>;
  /** Why there are no groups at all. */
  readonly fault: 'TOO_BROAD' | 'UNAUTHORIZED' | null;
}

/** The most different questions that the indicators of one request ask: each goes to every member of a domain. */
export const maxQuestions = 100;

/** Asks totals in the name of one request, each question once. */
export class TotalAsker {
  readonly #askGraph: AskGraph;
  readonly #scope: RequestScope;
  readonly #asked = new Map<string, Promise<TotalAnswer>>();

  constructor(askGraph: AskGraph, scope: RequestScope) {
    this.#askGraph = askGraph;
    this.#scope = scope;
  }

  /** `only` leaves out all other members. Throws BAD_FILTER. */
  ask(question: TotalQuestion, only?: ReadonlySet<string>): Promise<TotalAnswer> {
    const { total, filter, groupBy, withSum } = question;
    const key = JSON.stringify([total.name, filter, groupBy, withSum, only && [...only].sort()]);
    const known = this.#asked.get(key);
    if (known !== undefined) {
      return known;
    }
    if (this.#asked.size >= maxQuestions) {
      return Promise.resolve(tooBroad);
    }
    const answer = this.#answer(question, only);
    this.#asked.set(key, answer);
    return answer;
  }

  async #answer(question: TotalQuestion, only: ReadonlySet<string> | undefined): Promise<TotalAnswer> {
    const scope = this.#scope;
    const provenance = scope.provenance.part();
    const { filter, groupBy } = question;
    const answer = await this.#askGraph(
      { query: operationOf(question), variables: { filter, groupBy } },
      // What is missing or denied is for the whole answer to tell, by the notes of this part.
      { ...scope, provenance, completeness: 'BEST_EFFORT', access: 'FILTER', ask: only ?? scope.ask },
    );
    const groups = readTotalGroups(answer.data);
    const fault = groups === undefined ? reasonOf(answer) : null;
    if (fault === 'UNAUTHORIZED') {
      scope.provenance.noteDenied();
    }
    const outcomes = provenance.outcomes;
    const membersOf = (missing: boolean) =>
      new Set(outcomes.flatMap(({ member, state }) => (isMissing(state) === missing ? [member] : [])));
    return { groups: groups ?? [], present: membersOf(false), absent: membersOf(true), fault };
  }
}

const tooBroad: TotalAnswer = { groups: [], present: new Set(), absent: new Set(), fault: 'TOO_BROAD' };

/** Why a total came to nothing. Throws BAD_FILTER. */
function reasonOf({ codes }: GraphAnswer): NonNullable<TotalAnswer['fault']> {
  if (codes.includes('QUERY_TOO_BROAD')) {
    return 'TOO_BROAD';
  }
  if (codes.includes('BAD_FILTER')) {
    throw faultOf('BAD_FILTER', 'Expected "country" and "year" as in a filter of records, got another test.');
  }
  // Of what a caller is not told that it exists, they are told that the operation names nothing.
  const isDenied =
    codes.includes('UNAUTHORIZED_FIELD_OR_TYPE') || codes.includes('GRAPHQL_VALIDATION_FAILED');
  invariant(isDenied, `the graph answers a total: ${codes.join(', ')}`);
  return 'UNAUTHORIZED';
}
