import { compareText } from '../../../shared/domain/text.js';
import type { Criterion } from '../../../shared/linking/link.js';
import type { EntitySession } from '../entities/entity-session.js';
import { keyOfPair, type VisibleLink } from '../entities/visible-link.js';

/** What decides how much of a link is told. */
type Teller = Pick<EntitySession, 'mayTell'>;

/** The reasons of a link made of what the caller may read at both owners; null where the matcher did not find it. */
export function criteriaTold({ computed, ends }: VisibleLink, teller: Teller): readonly Criterion[] | null {
  return computed === undefined
    ? null
    : computed.criteria.filter(({ reads }) => ends.every(({ member }) => teller.mayTell(member, reads)));
}

/** The score of a link, which stands on all its reasons: null where the caller may not read one of them. */
export function scoreTold(link: VisibleLink, teller: Teller): number | null {
  const { computed } = link;
  return computed !== undefined && criteriaTold(link, teller)?.length === computed.criteria.length
    ? computed.score
    : null;
}

/** Best first, by the scores that the caller is told alone; the others after these, by their subjects. */
export function byScore(teller: Teller): (a: VisibleLink, b: VisibleLink) => number {
  const scores = new Map<VisibleLink, number>();
  const scoreOf = (link: VisibleLink): number => {
    const score = scores.get(link) ?? scoreTold(link, teller) ?? -1;
    scores.set(link, score);
    return score;
  };
  return (a, b) => scoreOf(b) - scoreOf(a) || compareText(keyOfPair(a), keyOfPair(b));
}
