import { type Comparison, compareFacts, withNames } from './compare-subjects.js';
import { evidenceOf, rounded, sumOf, toWeight } from './evidence.js';
import type { Criterion, MatchScore } from './link.js';
import type { LinkSubject, SubjectKind } from './link-subject.js';
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
  const score = rounded(Math.min(1, Math.max(0, sumOf(criteria))));
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
  const { names, nameTokens } = comparison;
  const isNamed = nameTokens > 0 || (names !== undefined && names.similarity >= sameNameThreshold);
  return isNamed && score >= leastScore(comparison.kind, statistics) ? 'PROPOSE' : 'NONE';
}

/**
 * The more there are of a kind, the more of them are alike by chance: what is proposed has so many bits that a subject
 * meets one in eight such others at most. Where few are known, two words of which nothing is known do not suffice.
 */
function leastScore(kind: SubjectKind, statistics: NameStatistics): number {
  return toWeight(Math.max(17, Math.log2(statistics.subjects(kind) + 1) + 3));
}
