import { compareText } from '../../../shared/domain/text.js';
import type { ComputedLink, Judgement } from '../../../shared/linking/link.js';
import { faultOf } from '../directory-fault.js';
import type { EntitySession } from '../entities/entity-session.js';
import { noteLink } from '../entities/note-shown.js';
import { keyOfPair, type VisibleLink } from '../entities/visible-link.js';
import { readFirst } from '../first-argument.js';
import { cursorsOf } from '../list-cursor.js';
import { byScore, scoreTold } from './link-score.js';

/** The arguments of `linkProposals`. */
export interface ProposalsArguments {
  readonly filter?: {
    readonly judgement?: readonly Judgement[] | null;
    readonly minimumScore?: number | null;
  } | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const defaultFirst = 20;
const maxCounted = 10_000;

/** A place in the queue: those with a score that the caller is told first. */
interface QueuePlace {
  /** Null for a link whose score is not told. */
  readonly score: number | null;
  readonly key: string;
}

/** A page of the links with subjects of the caller's member. Throws BAD_INPUT, BAD_CURSOR and for who is of no member. */
export async function listProposals(args: ProposalsArguments, session: EntitySession) {
  const { asking } = session;
  const member = memberAsking(session);
  const first = readFirst(args.first, defaultFirst);
  const cursors = cursorsOf(session.seal, asking, ['linkProposals', member, args.filter ?? null]);
  const position = await cursors.open(args.after);
  const after = position && { score: asNumber(position.k[0]), key: position.local };
  const placeOf = (link: VisibleLink): QueuePlace => ({
    score: scoreTold(link, session),
    key: keyOfPair(link),
  });
  const isLeft = (link: VisibleLink): boolean =>
    after === undefined || comparePlaces(placeOf(link), after) > 0;
  const head = await readQueue({ ...args, member }, session, (links) => links.filter(isLeft).length > first);
  const left = head.filter(isLeft);
  const edges = await Promise.all(
    left.slice(0, first).map(async (link) => {
      const { score, key } = placeOf(link);
      return {
        cursor: await cursors.seal({ k: [score], member: '', local: key }),
        node: noteLink(link, asking),
      };
    }),
  );
  const endCursor = edges.at(-1)?.cursor ?? null;
  return {
    edges,
    pageInfo: { hasNextPage: left.length > first, endCursor, complete: true },
    // For `countOf`, which counts only where it is asked for.
    counted: () => countQueue({ ...args, member }, session),
  };
}

/** The resolver of the queue's `totalCount`. */
export function countOf(connection: {
  readonly counted?: () => unknown;
  readonly totalCount?: unknown;
}): unknown {
  return connection.counted === undefined ? connection.totalCount : connection.counted();
}

async function countQueue(asked: QueueAsked, session: EntitySession) {
  const links = await readQueue(asked, session, (read) => read.length > maxCounted);
  const isMore = links.length > maxCounted;
  return { value: Math.min(links.length, maxCounted), relation: isMore ? 'AT_LEAST' : 'EXACT' };
}

interface QueueAsked extends Pick<ProposalsArguments, 'filter'> {
  readonly member: string;
}

/**
 * The head of the queue, in order, until that `isEnough`, or all of it. What the caller may not see changes
 * nothing but how much is read.
 */
async function readQueue(
  { filter, member }: QueueAsked,
  session: EntitySession,
  isEnough: (head: readonly VisibleLink[]) => boolean,
): Promise<readonly VisibleLink[]> {
  const wanted = filter?.judgement ?? ['NO_JUDGEMENT'];
  const least = filter?.minimumScore ?? Number.NEGATIVE_INFINITY;
  const matches = (link: VisibleLink): boolean =>
    wanted.includes(link.judgement) && (scoreTold(link, session) ?? -1) >= least;
  const isWanted = ({ verdict }: ComputedLink): boolean =>
    wanted.includes(verdict === 'ACCEPT' ? 'POSITIVE' : 'NO_JUDGEMENT');
  const order = byScore(session);
  const read = (await session.request.judged(member)).filter(matches);
  for await (const { links, floor } of session.request.unjudged(member, isWanted)) {
    const known = new Set(read.map(keyOfPair));
    read.push(...links.filter((link) => matches(link) && !known.has(keyOfPair(link))));
    read.sort(order);
    // What was not read yet comes after those that score more, and may come before any other.
    const head = floor === undefined ? read : read.filter((link) => (scoreTold(link, session) ?? -1) > floor);
    if (isEnough(head)) {
      return head;
    }
  }
  return read;
}

function comparePlaces(a: QueuePlace, b: QueuePlace): number {
  return (b.score ?? -1) - (a.score ?? -1) || compareText(a.key, b.key);
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function memberAsking({ asking: { caller } }: EntitySession): string {
  if (!caller.isMember || caller.organization === null) {
    throw faultOf('UNAUTHORIZED_FIELD_OR_TYPE', 'Unauthorized field or type');
  }
  return caller.organization;
}
