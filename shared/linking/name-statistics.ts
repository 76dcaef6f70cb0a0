import { z } from 'zod';
import type { SubjectKind } from './link-subject.js';

const Counts = z.strictObject({
  /** Subjects counted. */
  subjects: z.int().min(0),
  /** Subjects with the term in a name. */
  terms: z.record(z.string(), z.int().min(1)),
  /** What a term that is not listed occurs at most: rare ones are left out. */
  rest: z.int().min(0),
  countries: z.record(z.string(), z.int().min(1)),
});

/** As the hub keeps it, JSON. */
const StoredStatistics = z.strictObject({
  version: z.literal(1),
  PERSON: Counts,
  ORGANIZATION: Counts,
  /** Hashes of keys that too many have for all of them to be compared, ascending. */
  common: z.array(z.int().min(0)),
});
export type StoredStatistics = z.infer<typeof StoredStatistics>;

/**
 * How common names, countries and keys are among the subjects published for all, as a full run counted them. Later
 * runs use the same, so that what they find is what a run from scratch would.
 */
export interface NameStatistics {
  /** Subjects of the kind that were counted. */
  subjects(kind: SubjectKind): number;
  /** How much it tells that a name has the term: bits, the logarithm of how few have it. */
  termBits(kind: SubjectKind, term: string): number;
  countryBits(kind: SubjectKind, country: string): number;
  /** Whether too many have the key, given by its `hashKey`. */
  isCommon(hash: number): boolean;
}

/**
 * Counts of few subjects say little of the world's names. So each count is mixed with this many subjects that were
 * never seen, of whom one in 256 has any given term and one in 16 any given country.
 */
const unseen = { subjects: 500, term: 1 / 256, country: 1 / 16 } as const;

/** Terms of a name go together, and rare ones are often of one family: past this, rarity tells nothing more. */
const mostTermBits = 14;
const mostCountryBits = 5;

const empty: StoredStatistics = {
  version: 1,
  PERSON: { subjects: 0, terms: {}, rest: 0, countries: {} },
  ORGANIZATION: { subjects: 0, terms: {}, rest: 0, countries: {} },
  common: [],
};

/** Before anything was counted. */
export function noStatistics(): NameStatistics {
  return createStatistics(empty);
}

/** Reads what a `NameCounter` wrote; `null` for what another version did. */
export function readStatistics(json: string): NameStatistics | null {
  const { success, data } = StoredStatistics.safeParse(JSON.parse(json));
  return success ? createStatistics(data) : null;
}

function createStatistics(stored: StoredStatistics): NameStatistics {
  const common = new Set(stored.common);
  const kinds = { PERSON: readCounts(stored.PERSON), ORGANIZATION: readCounts(stored.ORGANIZATION) };
  return {
    subjects: (kind) => kinds[kind].subjects,
    termBits(kind, term) {
      const { terms, rest, subjects } = kinds[kind];
      return Math.min(mostTermBits, bits(terms.get(term) ?? rest, subjects, unseen.term));
    },
    countryBits(kind, country) {
      const { countries, subjects } = kinds[kind];
      return Math.min(mostCountryBits, bits(countries.get(country) ?? 0, subjects, unseen.country));
    },
    isCommon: (hash) => common.has(hash),
  };
}

function readCounts({ subjects, terms, rest, countries }: z.infer<typeof Counts>) {
  return {
    subjects,
    rest,
    terms: new Map(Object.entries(terms)),
    countries: new Map(Object.entries(countries)),
  };
}

function bits(count: number, subjects: number, share: number): number {
  return -Math.log2((count + unseen.subjects * share) / (subjects + unseen.subjects));
}
