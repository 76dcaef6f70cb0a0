import { faultOf } from '../directory-fault.js';
import { readFirst } from '../first-argument.js';
import { cursorsOf } from '../list-cursor.js';
import { type EntityFilter, partsReadBy } from './entity-filter.js';
import type { EntitySession } from './entity-session.js';
import { findSubjects, type SubjectSearch, searchByName, searchByToken } from './find-subjects.js';
import { noteEntity } from './note-shown.js';
import { comparePlaces, entitiesFound, placeAt, positionOf } from './search-entities.js';
import type { SubjectPart } from './subject-fields.js';

/** The arguments of `entities`. */
export interface EntitiesArguments {
  readonly search?: string | null;
  readonly searchToken?: string | null;
  readonly filter?: EntityFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const defaultFirst = 20;

/** A page of the entities that a search finds. Throws BAD_INPUT, BAD_CURSOR, QUERY_TOO_BROAD and INCOMPLETE. */
export async function listEntities(args: EntitiesArguments, session: EntitySession) {
  const { asking, request, mayUse } = session;
  const { search, searched } = readSearch(args, session);
  const filter = args.filter ?? {};
  const first = readFirst(args.first, defaultFirst);
  const cursors = cursorsOf(session.seal, asking, ['entities', args.search, args.searchToken, filter]);
  const position = await cursors.open(args.after);
  const complete = noteLacking([...searched, ...partsReadBy(filter)], session);
  const found = await findSubjects(search, request, asking.signal);
  const all = await entitiesFound(found, { request, filter, mayUse });
  const left =
    position === undefined ? all : all.filter(({ place }) => comparePlaces(place, placeAt(position)) > 0);
  const edges = await Promise.all(
    left.slice(0, first).map(async ({ entity, place }) => ({
      cursor: await cursors.seal(positionOf(place)),
      node: noteEntity(entity, asking),
    })),
  );
  return {
    edges,
    pageInfo: { hasNextPage: left.length > first, endCursor: edges.at(-1)?.cursor ?? null, complete },
    totalCount: { value: all.length, relation: complete ? 'EXACT' : 'AT_LEAST' },
  };
}

/** How to search, and which parts of subjects are searched. */
function readSearch(
  { search, searchToken }: EntitiesArguments,
  { mayUse, mayUseNameTokens }: EntitySession,
): { readonly search: SubjectSearch; readonly searched: readonly SubjectPart[] } {
  const rights = {
    names: (subject: Parameters<typeof mayUse>[0]) => mayUse(subject, 'names'),
    nameTokens: mayUseNameTokens,
    identifierTokens: (subject: Parameters<typeof mayUse>[0]) => mayUse(subject, 'identifiers'),
  };
  if (typeof search === 'string' && typeof searchToken !== 'string') {
    return { search: searchByName(search, rights), searched: ['names'] };
  }
  if (typeof searchToken === 'string' && typeof search !== 'string') {
    return { search: searchByToken(searchToken, rights), searched: ['names', 'identifiers'] };
  }
  throw faultOf('BAD_INPUT', 'Expected exactly one of "search" and "searchToken".');
}

/**
 * Whether every member's subjects are searched. Says nothing of whether those that are not have any. Throws INCOMPLETE
 * for a caller who wants all or nothing.
 */
function noteLacking(parts: readonly SubjectPart[], { lacks, asking }: EntitySession): boolean {
  if (!lacks(parts)) {
    return true;
  }
  asking.provenance.noteDenied();
  if (asking.completeness === 'ALL') {
    throw faultOf('INCOMPLETE', 'Expected that the names of all members may be searched, some may not.');
  }
  return false;
}
