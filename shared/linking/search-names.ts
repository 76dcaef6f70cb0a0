import type { LinkSubject } from './link-subject.js';
import { tellingTokens } from './names/normalized-name.js';
import { parseName } from './names/parse-name.js';
import type { NameToken, ParsedName } from './names/parsed-name.js';

/** A search for a name, in whatever script. */
export interface NameSearch {
  /** The words and numbers that it asks for, each once. */
  readonly words: number;
  /** Keys that every subject has which the search can find, see `subjectKeys`. */
  readonly keys: readonly string[];
  /**
   * How far the best name of a subject is from what is asked for, 0 for the same: words more than asked for, and words
   * that are alike in their consonants alone. Undefined where no name has all the words.
   */
  distance(subject: Pick<LinkSubject, 'kind' | 'names'>): number | undefined;
}

/** Consonants that must be the same for two words of one script that sound otherwise, as `Mohammed` and `Muhammad` do. */
const enoughConsonants = 4;

/** Reads what a search asks for: the words of a person's name, or an organisation's without its legal form. */
export function searchNames(text: string): NameSearch {
  const asPerson = parseName(text, 'PERSON');
  const asOrganization = parseName(text, 'ORGANIZATION');
  const known = new Set(tellingTokens(asPerson).map(({ term }) => term));
  const common = tellingTokens(asOrganization).filter(({ term }) => known.has(term));
  const words = onceEach(common.length > 0 ? common : tellingTokens(asPerson));
  const numbers = asOrganization.numbers.filter((number) => !words.some(({ term }) => term === number));
  const keys = [...words.map(keyOf), ...numbers.map((number) => `s:${number}`)];
  return {
    words: keys.length,
    keys: [...new Set(keys)],
    distance({ kind, names }) {
      const distances = names.flatMap(({ full }) =>
        readings(full, kind).flatMap((name) => distanceTo(name, { words, numbers }) ?? []),
      );
      return distances.length === 0 ? undefined : Math.min(...distances);
    },
  };
}

/** A search does not say what it is for, so an organisation's name is found by either reading. */
function readings(full: string, kind: LinkSubject['kind']): readonly ParsedName[] {
  const own = parseName(full, kind);
  return kind === 'PERSON' ? [own] : [own, parseName(full, 'PERSON')];
}

function distanceTo(
  name: ParsedName,
  { words, numbers }: { readonly words: readonly NameToken[]; readonly numbers: readonly string[] },
): number | undefined {
  const own = onceEach(tellingTokens(name));
  const hasNumbers = numbers.every(
    (number) => name.numbers.includes(number) || own.some(({ term }) => term === number),
  );
  const unlike = words.map((word) => Math.min(...own.map((token) => unlikeness(word, token))));
  const sum = unlike.reduce((total, one) => total + one, 0);
  return hasNumbers && Number.isFinite(sum) ? sum + Math.max(0, own.length - words.length) : undefined;
}

/** 0 for words that sound the same, 1 for the same consonants where vowels may be lost, else infinite. */
function unlikeness(a: NameToken, b: NameToken): number {
  if (a.term === b.term) {
    return 0;
  }
  const isAlike =
    a.skeleton === b.skeleton &&
    a.skeleton.length > 1 &&
    (a.script !== b.script || a.skeleton.length >= enoughConsonants);
  return isAlike ? 1 : Number.POSITIVE_INFINITY;
}

/** Words of the same sound have the same consonants, so these find both; a word without is found by its sound. */
function keyOf({ term, skeleton }: NameToken): string {
  return skeleton.length > 1 ? `s:~${skeleton}` : `s:${term}`;
}

function onceEach(tokens: readonly NameToken[]): readonly NameToken[] {
  return [...new Map(tokens.map((token) => [token.term, token])).values()];
}
