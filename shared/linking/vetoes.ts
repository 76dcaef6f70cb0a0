import type { Comparison } from './compare-subjects.js';
import { fieldsOf } from './criterion-fields.js';
import type { Criterion } from './link.js';

/** What a veto takes from the score. */
const weight = -0.5;
/** Names less alike than this are those of two parties, whatever number they share. */
const clearlyDifferent = 0.35;

/**
 * What says that two subjects are not the same, each a reason by itself: birth dates that contradict each other, two
 * numbers of a register that gives one, and where nothing but names speaks for it, countries that differ; an
 * organisation's namesake abroad is another, a person may move if born on the same day.
 */
export function vetoesOf(comparison: Comparison): Criterion[] {
  const { kind, identifiers, birthDates, countries, isIdentified } = comparison;
  const fields = fieldsOf(kind);
  const vetoes: Criterion[] = [];
  if (birthDates === 'disjoint') {
    vetoes.push({ feature: 'veto:birthDate', weight, reads: [fields.birthDate] });
  }
  for (const scheme of identifiers.disjoint) {
    vetoes.push({ feature: 'veto:identifier', weight, detail: scheme, reads: [fields.identifiers] });
  }
  const isSameBirth = birthDates === 'day' || birthDates === 'month';
  if (countries === 'disjoint' && !isIdentified && !isSameBirth) {
    vetoes.push({ feature: 'veto:country', weight, reads: [fields.countries] });
  }
  return vetoes;
}

/** Where an identifier is shared: names that are clearly different say that it is a mistake or another's. */
export function nameVetoes({ kind, names, isIdentified }: Comparison): Criterion[] {
  return isIdentified && names !== undefined && names.similarity < clearlyDifferent
    ? [{ feature: 'veto:name', weight, reads: fieldsOf(kind).names }]
    : [];
}
