import { compareText, isStorableText, normalizeText } from '../../../shared/domain/text.js';
import type { Caller } from '../../../shared/identity/caller.js';
import type { Judgement, Pair } from '../../../shared/linking/link.js';
import { faultOf } from '../directory-fault.js';
import type { EntitySession } from '../entities/entity-session.js';
import { noteLink } from '../entities/note-shown.js';
import type { VisibleLink } from '../entities/visible-link.js';

/** The scope that a person of a member needs to judge links. */
const judgingScope = 'links:decide';

const maxEvidence = 2000;

/** Two record ids, in any order. */
export interface PairArguments {
  readonly candidate: string;
  readonly match: string;
}

export interface DecideArguments extends PairArguments {
  readonly judgement: Judgement;
  readonly evidence?: string | null;
}

/**
 * Adds what a member concerned says of two subjects to their history, unless it is what the member said last. Throws
 * UNAUTHORIZED_FIELD_OR_TYPE for who may judge nothing, and one BAD_INPUT for subjects that there are not, that the
 * caller may not see, and of which none is their member's.
 */
export async function decideLink(
  { judgement, evidence, ...ids }: DecideArguments,
  session: EntitySession,
): Promise<VisibleLink | null> {
  if (judgement === 'NO_JUDGEMENT') {
    throw faultOf('BAD_INPUT', 'Expected a judgement, "withdrawLink" takes one back.');
  }
  const words = readEvidence(evidence);
  const { pair, member } = await readPair(ids, session);
  return await say({ pair, member, judgement, evidence: words }, session);
}

/** Takes back what the caller's member said of two subjects, if it said anything. Throws as `decideLink` does. */
export async function withdrawLink(ids: PairArguments, session: EntitySession): Promise<VisibleLink | null> {
  const { pair, member } = await readPair(ids, session);
  return await say({ pair, member, judgement: 'NO_JUDGEMENT', evidence: undefined }, session);
}

async function say(
  {
    pair,
    member,
    judgement,
    evidence,
  }: {
    readonly pair: Pair;
    readonly member: string;
    readonly judgement: Judgement;
    readonly evidence: string | undefined;
  },
  { request, asking }: EntitySession,
): Promise<VisibleLink | null> {
  const last = (await request.history(pair)).findLast(({ decidedBy }) => decidedBy === member);
  const isSaid = (last?.judgement ?? 'NO_JUDGEMENT') === judgement && last?.evidence === evidence;
  if (!isSaid) {
    await request.judge({
      ...{ ...pair, judgement, decidedBy: member },
      decidedAt: request.now.toISOString(),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }
  return noteLink((await request.link(pair)) ?? null, asking);
}

/** The pair that a caller may judge, and the member in whose name they do. */
async function readPair(
  { candidate, match }: PairArguments,
  { request }: EntitySession,
): Promise<{ readonly pair: Pair; readonly member: string }> {
  const member = judgingMember(request.caller);
  const ids = [candidate, match].sort(compareText);
  const ends = await Promise.all(ids.map((id) => (isStorableText(id) ? request.subject(id) : undefined)));
  const [first, second] = ends;
  const isOwn = ends.some((end) => end?.member === member);
  if (first === undefined || second === undefined || first.id === second.id || !isOwn) {
    throw faultOf(
      'BAD_INPUT',
      'Expected the ids of two records published for linking that you may see, one of them of your own member.',
    );
  }
  return { pair: { candidate: first.id, match: second.id }, member };
}

/** The hub cuts the mutations for others before; this holds whatever comes of that, and for services. */
function judgingMember({ kind, isMember, organization, scopes }: Caller): string {
  if (kind !== 'person' || !isMember || organization === null || !scopes.includes(judgingScope)) {
    throw faultOf('UNAUTHORIZED_FIELD_OR_TYPE', 'Unauthorized field or type');
  }
  return organization;
}

function readEvidence(evidence: string | null | undefined): string | undefined {
  if (evidence === null || evidence === undefined) {
    return undefined;
  }
  if (evidence.length > maxEvidence || !isStorableText(evidence)) {
    throw faultOf('BAD_INPUT', `Expected "evidence" of at most ${maxEvidence} characters.`);
  }
  const words = normalizeText(evidence).trim();
  return words === '' ? undefined : words;
}
