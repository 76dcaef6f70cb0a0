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
/** What a token of a name with birth year and country tells, where the name itself is not known. */
const nameTokenBits = { name: 16, year: birthBits.year, country: 3 } as const;
/** The bits of a name that is neither rare nor common: what is above or below is told apart, as its rarity. */
const usualNameBits = 15;

/** Registers of a country refuse a second organisation of a name. */
const registeredNameBits = 6;
const registeredAlike = 0.9;

/** The reasons that speak for two subjects being the same, and those that make it less likely without ruling it out. */
export function evidenceOf(comparison: Comparison): Criterion[] {
  const known = nameCriteria(comparison);
  const token = nameTokenCriteria(comparison);
  return [
    ...identifierCriteria(comparison),
    ...(sumOf(token) > sumOf([...known, ...birthCriteria(comparison), ...countryCriteria(comparison)])
      ? token
      : [...known, ...birthCriteria(comparison), ...countryCriteria(comparison)]),
  ];
}

export function sumOf(criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0);
}

export function toWeight(bits: number): number {
  return Math.round((bits / bitsOfCertainty) * 1000) / 1000;
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
  return [
    { feature: 'name', weight: usual, detail: similarity === 1 ? 'same' : 'alike', reads },
    { feature: 'nameRarity', weight: toWeight(names.bits * certainty(similarity)) - usual, reads },
  ];
}

/** Names that are merely alike tell less than their terms would. */
function certainty(similarity: number): number {
  return Math.min(1, (similarity - 0.4) / 0.5);
}

function nameTokenCriteria({ kind, nameRounds }: Comparison): Criterion[] {
  const { name, year, country } = nameTokenBits;
  const { names, birthDate, countries } = fieldsOf(kind);
  return nameRounds.slice(0, 1).map((detail) => ({
    feature: 'nameToken',
    weight: toWeight(name + year + country),
    detail,
    reads: [...names, ...(kind === 'PERSON' ? [birthDate] : []), countries],
  }));
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

function countryCriteria(comparison: Comparison): Criterion[] {
  const { kind, countries, countryBits, names } = comparison;
  if (countries === undefined) {
    return [];
  }
  const isNamesake = kind === 'ORGANIZATION' && (names?.similarity ?? 0) >= registeredAlike;
  const sharedBits = countryBits + (isNamesake ? registeredNameBits : 0);
  const bits = countries === 'shared' ? sharedBits : otherCountryBits;
  return [
    { feature: 'country', weight: toWeight(bits), detail: countries, reads: [fieldsOf(kind).countries] },
  ];
}
