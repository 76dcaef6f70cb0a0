import type { Comparison } from './compare-subjects.js';
import { fieldsOf } from './criterion-fields.js';
import type { Criterion } from './link.js';
import { sameNameThreshold } from './names/threshold.js';

/**
 * Evidence is counted in bits, as many as would have to come up by chance: 50 of them are a score of 1. A shared
 * identifier of a single holder is nearly that by itself.
 */
const bitsOfCertainty = 50;
const identified = 0.9;
const identifiedAgain = 0.05;

/** A year of birth is one of about 60, a month one of 720, a day one of 22,000. */
const birthBits = { year: 5.9, month: 9.5, day: 14.4 } as const;
const weakIdentifierBits = 8;
const otherCountryBits = -6;
/** What the equal token of a name tells, whose rarity one cannot know, and that of a country. */
const hiddenNameBits = 16;
const hiddenCountryBits = 3;
/** The bits of a name that is neither rare nor common: what is above or below is told apart, as its rarity. */
const usualNameBits = 15;

/** Organisations choose names that nobody has, and registers refuse a second one of a name. */
const chosenNameBits = 6;
const chosenAlike = 0.9;

/** The reasons that speak for two subjects being the same, and those that make it less likely without ruling it out. */
export function evidenceOf(comparison: Comparison): Criterion[] {
  return [
    ...identifierCriteria(comparison),
    ...(comparison.names === undefined ? nameTokenCriteria(comparison) : nameCriteria(comparison)),
    ...birthCriteria(comparison),
    ...countryCriteria(comparison),
  ];
}

export function sumOf(criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0);
}

export function toWeight(bits: number): number {
  return rounded(bits / bitsOfCertainty);
}

/** To a thousandth: more exactly nothing is known. */
export function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}

function identifierCriteria({ kind, identifiers }: Comparison): Criterion[] {
  const reads = [fieldsOf(kind).identifiers];
  const { strong, rounds, weak } = identifiers;
  const single = [
    ...strong.map((detail) => ({ feature: 'identifier', detail, reads })),
    ...rounds.map((detail) => ({ feature: 'identifierToken', detail, reads })),
  ];
  const weakWeight = toWeight(weakIdentifierBits);
  return [
    ...single.map((criterion, i) => ({ ...criterion, weight: i === 0 ? identified : identifiedAgain })),
    ...weak.map((detail) => ({ feature: 'weakIdentifier', weight: weakWeight, detail, reads })),
  ];
}

function nameCriteria({ kind, names }: Comparison): Criterion[] {
  if (names === undefined || names.similarity < sameNameThreshold) {
    return [];
  }
  const reads = fieldsOf(kind).names;
  const { similarity } = names;
  const usual = toWeight(usualNameBits * similarity);
  const chosen = kind === 'ORGANIZATION' && similarity >= chosenAlike ? toWeight(chosenNameBits) : 0;
  return [
    { feature: 'name', weight: usual + chosen, detail: similarity === 1 ? 'same' : 'alike', reads },
    { feature: 'nameRarity', weight: rounded(toWeight(names.bits * certainty(similarity)) - usual), reads },
  ];
}

/** Names that are merely alike tell less than their terms would. */
function certainty(similarity: number): number {
  return Math.min(1, (similarity - 0.4) / 0.5);
}

/**
 * Of a name there is a token alone, and with the birth year, with the country and with both, and one cannot see which is
 * which: two that share four agree in all. What is in clear as well is not counted twice.
 */
function nameTokenCriteria({ kind, nameTokens, birthDates, countries }: Comparison): Criterion[] {
  if (nameTokens === 0) {
    return [];
  }
  const fields = fieldsOf(kind);
  const year = birthDates === undefined && kind === 'PERSON' ? birthBits.year : 0;
  const country = countries === undefined ? hiddenCountryBits : 0;
  const more = nameTokens >= 4 ? year + country : nameTokens > 1 ? country : 0;
  return [
    {
      feature: 'nameToken',
      weight: toWeight(hiddenNameBits + more),
      detail: nameTokens >= 4 ? 'with birth year and country' : nameTokens > 1 ? 'with one more' : 'alone',
      reads: [...fields.names, ...(kind === 'PERSON' ? [fields.birthDate] : []), fields.countries],
    },
  ];
}

function birthCriteria({ kind, birthDates }: Comparison): Criterion[] {
  return birthDates === undefined || birthDates === 'disjoint'
    ? []
    : [
        {
          feature: 'birthDate',
          weight: toWeight(birthBits[birthDates]),
          detail: birthDates,
          reads: [fieldsOf(kind).birthDate],
        },
      ];
}

function countryCriteria({ kind, countries, countryBits }: Comparison): Criterion[] {
  if (countries === undefined) {
    return [];
  }
  const bits = countries === 'shared' ? countryBits : otherCountryBits;
  return [
    { feature: 'country', weight: toWeight(bits), detail: countries, reads: [fieldsOf(kind).countries] },
  ];
}
