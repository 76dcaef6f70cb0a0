import { givenNames } from './words/given-names.js';

const canonical: ReadonlyMap<string, string> = new Map(
  [...givenNames].flatMap(([name, spellings]) => [name, ...spellings].map((spelling) => [spelling, name])),
);

/** The one spelling of a frequent given name, by its word or the word's Latin form; undefined for others. */
export function knownNameOf(word: string, latin: string): string | undefined {
  return canonical.get(word) ?? canonical.get(latin);
}
