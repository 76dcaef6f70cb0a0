import { type Comparison, compareFacts, withNames } from './compare-subjects.js';
import { evidenceOf, sumOf, toWeight } from './evidence.js';
import type { Criterion, MatchScore } from './link.js';
import type { LinkSubject } from './link-subject.js';
import type { NameStatistics } from './name-statistics.js';
import { sameNameThreshold } from './names/threshold.js';
import { type SubjectFeatures, subjectFeatures } from './subject-features.js';
import { nameVetoes, vetoesOf } from './vetoes.js';

/** Name and version of the matcher: another version may score otherwise. */
export const matcher = 'accord-linker/1';

const apart: MatchScore = { score: 0, criteria: [], verdict: 'NONE' };

/** What the matcher says of two subjects. Which of them comes first makes no difference. */
export function scorePair(a: LinkSubject, b: LinkSubject, statistics: NameStatistics): MatchScore {
  return scoreFeatures(subjectFeatures(a), subjectFeatures(b), statistics);
}

/** As `scorePair`, of subjects whose features are known. */
export function scoreFeatures(
  a: SubjectFeatures,
  b: SubjectFeatures,
  statistics: NameStatistics,
): MatchScore {
  if (a.kind !== b.kind) {
    return apart;
  }
  const facts = compareFacts(a, b, statistics);
  const vetoes = vetoesOf(facts);
  if (vetoes.length > 0 && !facts.isIdentified) {
    return { score: 0, criteria: vetoes, verdict: 'NONE' };
  }
  const comparison = withNames(facts, [a, b], statistics);
  const against = [...vetoes, ...nameVetoes(comparison)];
  const criteria = [...evidenceOf(comparison), ...against];
  const score = Math.round(Math.min(1, Math.max(0, sumOf(criteria))) * 1000) / 1000;
  return { score, criteria, verdict: verdictOf(comparison, { score, against, statistics }) };
}

interface Weighed {
  readonly score: number;
  readonly against: readonly Criterion[];
  readonly statistics: NameStatistics;
}

/** Only what has a single holder decides by itself. All else is for people to look at, if it is more than chance. */
function verdictOf(comparison: Comparison, { score, against, statistics }: Weighed): MatchScore['verdict'] {
  if (comparison.isIdentified) {
    return against.length === 0 ? 'ACCEPT' : 'PROPOSE';
  }
  const { names, nameRounds } = comparison;
  const isNamed = nameRounds.length > 0 || (names !== undefined && names.similarity >= sameNameThreshold);
  return isNamed && score >= leastScore(statistics) ? 'PROPOSE' : 'NONE';
}

/**
 * The more subjects there are, the more pairs are alike by chance: what is proposed has bits enough that a subject
 * meets one in eight such others at most, and 18 of them where few are known.
 */
function leastScore({ subjects }: NameStatistics): number {
  return toWeight(Math.max(18, Math.log2(subjects + 1) + 3));
}
