import { searchNames } from '../../../shared/linking/search-names.js';
import { tokenKey } from '../../../shared/linking/subject-keys.js';
import { faultOf } from '../directory-fault.js';
import type { StoredSubject } from '../links/link-store.js';
import type { EntityRequest } from './entity-request.js';

/** A subject that a search found. */
export interface FoundSubject {
  readonly subject: StoredSubject;
  /** From what is asked for to the best of its names: the less, the better. */
  readonly distance: number;
}

/** How a search finds subjects. */
export interface SubjectSearch {
  /** What a subject must have, all of it, to be looked at. */
  readonly keys: readonly string[];
  /** How well a subject that has them matches by what the caller may search; undefined where it does not. */
  readonly match: (subject: StoredSubject) => number | undefined;
}

/** What of subjects the caller may search. */
export interface SearchRights {
  readonly names: (subject: StoredSubject) => boolean;
  readonly nameTokens: (subject: StoredSubject) => boolean;
  readonly identifierTokens: (subject: StoredSubject) => boolean;
}

/** Subjects that a search may find; a name that more have says too little. */
const maxFound = 2000;
const maxTerms = 20;
const maxLength = 500;

/** A search for a name, all words of which must be in one name. Throws BAD_INPUT. */
export function searchByName(text: string, rights: SearchRights): SubjectSearch {
  const asked = text.length <= maxLength && text.isWellFormed() ? searchNames(text) : undefined;
  if (asked === undefined || asked.words === 0 || asked.words > maxTerms) {
    throw faultOf(
      'BAD_INPUT',
      `Expected "search" with a name of 1 to ${maxTerms} words and at most ${maxLength} characters.`,
    );
  }
  return {
    keys: asked.keys,
    match: (subject) => (rights.names(subject) ? asked.distance(subject.subject) : undefined),
  };
}

const tokenPattern = /^([a-z0-9-]{1,40}):([A-Za-z0-9_-]{43})$/;

/** A search for a token, `<round>:<token>`. Throws BAD_INPUT. */
export function searchByToken(text: string, rights: SearchRights): SubjectSearch {
  const [, round, token] = tokenPattern.exec(text) ?? [];
  if (round === undefined || token === undefined) {
    throw faultOf('BAD_INPUT', 'Expected "searchToken" of the form "<round>:<token>".');
  }
  return {
    keys: [tokenKey(round, token)],
    match(subject) {
      const ofRound = subject.subject.tokens.filter((tokens) => tokens.round === round);
      const isFound =
        (rights.nameTokens(subject) && ofRound.some(({ names }) => names.includes(token))) ||
        (rights.identifierTokens(subject) && ofRound.some(({ identifiers }) => identifiers.includes(token)));
      return isFound ? 0 : undefined;
    },
  };
}

/**
 * The visible subjects that a search finds. Throws QUERY_TOO_BROAD where they are too many; how many the caller may not
 * see does not count.
 */
export async function findSubjects(
  { keys, match }: SubjectSearch,
  request: EntityRequest,
  signal: AbortSignal,
): Promise<readonly FoundSubject[]> {
  const found: FoundSubject[] = [];
  for await (const subjects of request.withAll(keys)) {
    for (const subject of subjects) {
      const distance = match(subject);
      if (distance !== undefined) {
        found.push({ subject, distance });
      }
    }
    if (found.length > maxFound) {
      throw faultOf(
        'QUERY_TOO_BROAD',
        `Expected a search that at most ${maxFound} records match: add another word of the name.`,
      );
    }
    if (signal.aborted) {
      throw faultOf('QUERY_TOO_BROAD', 'Expected a search that can be answered in time: add another word.');
    }
  }
  return found;
}
