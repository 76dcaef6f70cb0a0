import { legalForms } from './words/legal-forms.js';
import { emptyWords, organizationWords } from './words/organization-words.js';
import { honorifics, particles } from './words/person-words.js';

/** A word without marks, as the tables have it. */
export function unmarked(word: string): string {
  return /^[a-z0-9]*$/.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/\p{Mn}+/gu, '')
        .normalize('NFC');
}

/** The canonical class of a legal form of one or more words. */
export const formOfWords: ReadonlyMap<string, string> = new Map(
  Object.entries(legalForms).flatMap(([form, names]) => names.map((name) => [unmarked(name), form])),
);

/** Of how many words the longest legal form is. */
export const longestForm = Math.max(...[...formOfWords.keys()].map((name) => name.split(' ').length));

/** The English word for a word that says what an organisation does or is. */
export const conceptOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(organizationWords).flatMap(([concept, words]) =>
    [concept, ...words].map((word) => [unmarked(word), concept]),
  ),
);

export const isEmptyWord: ReadonlySet<string> = new Set(emptyWords.map(unmarked));
export const isHonorific: ReadonlySet<string> = new Set(honorifics.map(unmarked));
export const isParticle: ReadonlySet<string> = new Set(particles.map(unmarked));

/** Known words of scripts without spaces, longest first: they are written onto the name. */
export const writtenOn: readonly string[] = [...formOfWords.keys(), ...conceptOfWord.keys()]
  .filter((word) => /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(word))
  .sort((a, b) => b.length - a.length);
