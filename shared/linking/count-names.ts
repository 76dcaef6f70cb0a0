import { hashKey } from './hash-key.js';
import type { LinkSubject, SubjectKind } from './link-subject.js';
import type { StoredStatistics } from './name-statistics.js';
import { type SubjectFeatures, skeletonKey, subjectFeatures } from './subject-features.js';
import { linkingKeys } from './subject-keys.js';

/** Counts names, countries and keys of subjects that come one after another. */
export interface NameCounter {
  /** Counts the subject if everybody may know of it; else a rare name would tell of those who have it. */
  add(subject: LinkSubject, features?: SubjectFeatures): void;
  /** What was counted, for `readStatistics`. */
  toJson(): string;
}

/** A key that more have tells too little to compare all of them. */
const mostWithKey = 30;
/** Terms in the statistics, and while they are counted. */
const mostTerms = 200_000;
const mostTermsCounted = 2_000_000;

interface Counts {
  subjects: number;
  readonly terms: Map<string, number>;
  /** What a term that was dropped had at most. */
  rest: number;
  readonly countries: Map<string, number>;
}

export function createNameCounter(): NameCounter {
  const counts = { PERSON: newCounts(), ORGANIZATION: newCounts() };
  const hashes = new NumberList();
  return {
    add(subject, features = subjectFeatures(subject)) {
      if (!isForAll(subject)) {
        return;
      }
      countSubject(counts[subject.kind], {
        terms: termsOf(features),
        countries: features.countries,
      });
      for (const key of linkingKeys(features)) {
        hashes.push(hashKey(key));
      }
    },
    toJson() {
      const stored: StoredStatistics = {
        version: 1,
        PERSON: storedCounts(counts.PERSON),
        ORGANIZATION: storedCounts(counts.ORGANIZATION),
        common: repeatedMoreThan(hashes.sorted(), mostWithKey),
      };
      return JSON.stringify(stored);
    },
  };
}

/** Whether everybody may know of the subject, now and by no rule's leave. */
export function isForAll({ audience }: LinkSubject): boolean {
  const { tlp, embargoUntil, requires } = audience;
  return tlp === 'TLP:CLEAR' && embargoUntil === undefined && requires.length === 0;
}

function termsOf({ names }: SubjectFeatures): Set<string> {
  const terms = new Set<string>();
  for (const word of names.flatMap(({ words }) => words)) {
    terms.add(word.term).add(skeletonKey(word) ?? word.term);
  }
  return terms;
}

function newCounts(): Counts {
  return { subjects: 0, terms: new Map(), rest: 1, countries: new Map() };
}

function countSubject(
  counts: Counts,
  { terms, countries }: { readonly terms: ReadonlySet<string>; readonly countries: ReadonlySet<string> },
): void {
  counts.subjects += 1;
  for (const term of terms) {
    counts.terms.set(term, (counts.terms.get(term) ?? 0) + 1);
  }
  for (const country of countries) {
    counts.countries.set(country, (counts.countries.get(country) ?? 0) + 1);
  }
  if (counts.terms.size > mostTermsCounted) {
    dropRarest(counts, mostTermsCounted / 2);
  }
}

function storedCounts(counts: Counts): StoredStatistics[SubjectKind] {
  dropRarest(counts, mostTerms);
  return {
    subjects: counts.subjects,
    terms: Object.fromEntries(counts.terms),
    rest: counts.rest,
    countries: Object.fromEntries(counts.countries),
  };
}

/** Drops terms, all that occur once first, then those that occur twice, and so on, until at most so many are left. */
function dropRarest(counts: Counts, most: number): void {
  for (let least = 1; counts.terms.size > most; least++) {
    for (const [term, count] of counts.terms) {
      if (count <= least) {
        counts.terms.delete(term);
      }
    }
    counts.rest = Math.max(counts.rest, least);
  }
}

function repeatedMoreThan(sorted: Float64Array, most: number): number[] {
  const found: number[] = [];
  let first = 0;
  for (let i = 1; i <= sorted.length; i++) {
    const value = sorted[first];
    if (sorted[i] !== value) {
      if (i - first > most && value !== undefined) {
        found.push(value);
      }
      first = i;
    }
  }
  return found;
}

/** Numbers one after another, eight bytes each. */
class NumberList {
  #numbers = new Float64Array(1024);
  #length = 0;

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Float64Array(this.#length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  sorted(): Float64Array {
    return this.#numbers.slice(0, this.#length).sort();
  }
}
