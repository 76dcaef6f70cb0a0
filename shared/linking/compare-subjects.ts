import { compareDates, type DateAgreement } from './compare-dates.js';
import { compareNamesOf, type NameEvidence } from './compare-names-of.js';
import type { SubjectKind } from './link-subject.js';
import type { NameStatistics } from './name-statistics.js';
import { haveCommon, type SharedIdentifiers, sharedIdentifiers, sharedTokens } from './shared-identifiers.js';
import type { SubjectFeatures } from './subject-features.js';

/** What there is to say of two subjects of one kind, before anything is made of it. Names are compared apart. */
export interface Comparison {
  readonly kind: SubjectKind;
  readonly identifiers: SharedIdentifiers;
  /** Whether they share something that has a single holder. */
  readonly isIdentified: boolean;
  /** How many tokens of names they share in the round in which it is most: see `tokenInputs`. */
  readonly nameTokens: number;
  readonly birthDates: DateAgreement | undefined;
  /** `undefined` where one of them has none. */
  readonly countries: 'shared' | 'disjoint' | undefined;
  /** How much it tells that they share the rarest country they share. */
  readonly countryBits: number;
  /** `undefined` where one of them has none in clear, or where they were not compared. */
  readonly names: NameEvidence | undefined;
}

/** All but the names, which cost most and are often not needed any more. */
export function compareFacts(a: SubjectFeatures, b: SubjectFeatures, statistics: NameStatistics): Comparison {
  const identifiers = sharedIdentifiers(a, b);
  const shared = [...a.countries].filter((country) => b.countries.has(country));
  const bits = shared.map((country) => statistics.countryBits(a.kind, country));
  return {
    kind: a.kind,
    identifiers,
    isIdentified: identifiers.strong.length + identifiers.rounds.length > 0,
    nameTokens: Math.max(0, ...sharedTokens(a, b, 'names').values()),
    birthDates: compareDates(a.birthDate, b.birthDate),
    countries: compareCountries(a.countries, b.countries),
    countryBits: Math.max(0, ...bits),
    names: undefined,
  };
}

export function withNames(
  comparison: Comparison,
  [a, b]: readonly [SubjectFeatures, SubjectFeatures],
  statistics: NameStatistics,
): Comparison {
  return { ...comparison, names: compareNamesOf(a, b, statistics) };
}

function compareCountries(a: ReadonlySet<string>, b: ReadonlySet<string>): Comparison['countries'] {
  if (a.size === 0 || b.size === 0) {
    return undefined;
  }
  return haveCommon(a, b) ? 'shared' : 'disjoint';
}
