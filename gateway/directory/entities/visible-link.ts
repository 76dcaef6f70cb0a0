import type { Caller } from '../../../shared/identity/caller.js';
import {
  type EffectiveJudgement,
  effectiveJudgement,
  ownersOf,
} from '../../../shared/linking/effective-judgement.js';
import type { ComputedLink, JudgementEntry, Pair } from '../../../shared/linking/link.js';
import { isOwner } from '../../../shared/policy/labels.js';
import type { StoredSubject } from '../links/link-store.js';

/** A link between two subjects that the caller may see, with all that is known of it. */
export interface VisibleLink extends Pair, EffectiveJudgement {
  /** The candidate, then the match. */
  readonly ends: readonly [StoredSubject, StoredSubject];
  /** Undefined where members alone made the link. */
  readonly computed: ComputedLink | undefined;
  /** Every judgement of it, oldest first. */
  readonly history: readonly JudgementEntry[];
}

/** What the store knows of one pair. */
export interface PairFacts extends Pair {
  computed: ComputedLink | undefined;
  readonly history: JudgementEntry[];
}

/** By `keyOfPair`, what was found and said of each pair. */
export function gatherPairs(
  computed: readonly ComputedLink[],
  entries: readonly JudgementEntry[],
): ReadonlyMap<string, PairFacts> {
  const pairs = new Map<string, PairFacts>();
  const factsOf = ({ candidate, match }: Pair): PairFacts => {
    const key = keyOfPair({ candidate, match });
    const facts = pairs.get(key) ?? { candidate, match, computed: undefined, history: [] };
    pairs.set(key, facts);
    return facts;
  };
  for (const link of computed) {
    factsOf(link).computed = link;
  }
  for (const entry of entries) {
    factsOf(entry).history.push(entry);
  }
  return pairs;
}

/** No record id has white space. */
export function keyOfPair({ candidate, match }: Pair): string {
  return `${candidate} ${match}`;
}

/**
 * The link that a pair is for a caller who may see both ends; undefined where it is none: nothing is found or said of it
 * any more, or a member concerned said NEGATIVE and the caller is of none of these.
 */
export function linkOf(
  { computed, history, candidate, match }: PairFacts,
  ends: readonly [StoredSubject, StoredSubject],
  caller: Caller,
): VisibleLink | undefined {
  const pair = { candidate, match };
  const effective = effectiveJudgement(pair, { history, computed });
  const isConcerned = ownersOf(pair).some((owner) => isOwner(caller, owner));
  const isLink = computed !== undefined || effective.judgement !== 'NO_JUDGEMENT';
  return isLink && (effective.judgement !== 'NEGATIVE' || isConcerned)
    ? { ...pair, ...effective, ends, computed, history }
    : undefined;
}
