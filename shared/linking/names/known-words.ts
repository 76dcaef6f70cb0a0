import { latinOf } from './latin-of.js';
import { soundOf } from './sound-of.js';
import { legalForms } from './words/legal-forms.js';
import { emptyWords, organizationWords } from './words/organization-words.js';
import { childAfter, childOf, honorifics, particles } from './words/person-words.js';

/** A word without marks, as the tables are searched. */
export function unmarked(word: string): string {
  return /^[a-z0-9]*$/.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/\p{Mn}+/gu, '')
        .normalize('NFC');
}

const isEmptyWord = setOf(emptyWords);
const isHonorific = setOf(honorifics);
const isParticle = setOf(particles);
const isChildOf = setOf(childOf);
const isChildAfter = setOf(childAfter);

function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(unmarked));
}

/** What a word is in a person's name besides a name. */
export function personWordOf(word: string): 'particle' | 'title' | 'child-of' | 'child-after' | undefined {
  const plain = unmarked(word);
  if (isParticle.has(plain)) {
    return 'particle';
  }
  if (isHonorific.has(plain)) {
    return 'title';
  }
  return isChildOf.has(plain) ? 'child-of' : isChildAfter.has(plain) ? 'child-after' : undefined;
}

export function isEmptyInOrganizations(word: string): boolean {
  return isEmptyWord.has(unmarked(word));
}

const forms = new Map<string, string>();
const longForms = new Map<string, string>();
for (const [form, names] of legalForms) {
  for (const name of names) {
    forms.set(unmarked(name), form);
    if (name.length >= 10) {
      longForms.set(soundKey(name.split(' ')), form);
    }
  }
}

/** Of how many words the longest legal form is. */
export const longestForm = Math.max(...[...forms.keys()].map((name) => name.split(' ').length));

/** The class of the legal form that these words are; long ones are also known when misspelled to the same sounds. */
export function legalFormOf(words: readonly string[]): string | undefined {
  const text = words.map(unmarked).join(' ');
  return forms.get(text) ?? (text.length >= 10 ? longForms.get(soundKey(words)) : undefined);
}

function soundKey(words: readonly string[]): string {
  return words.map((word) => soundOf(latinOf(word))).join(' ');
}

const concepts: ReadonlyMap<string, readonly string[]> = new Map(
  [...organizationWords].flatMap(([concept, words]) =>
    [concept, ...words].map((word) => [unmarked(word), concept.split(' ')]),
  ),
);

/** English words for a word that says what an organisation is or does, in Arabic also after `for the`. */
export function conceptsOf(word: string): readonly string[] | undefined {
  const plain = unmarked(word);
  return concepts.get(plain) ?? (plain.startsWith('لل') ? concepts.get(plain.slice(2)) : undefined);
}

/** Known words of scripts without spaces, longest first: they are written onto the name. */
const writtenOn: readonly string[] = [...forms.keys(), ...concepts.keys()]
  .filter((word) => /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(word))
  .sort((a, b) => b.length - a.length);

/** Parts known words from the name they are written onto: `삼성전자` is `삼성 전자`. */
export function takeOff(word: string): string[] {
  if (!/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(word)) {
    return [word];
  }
  const known = writtenOn.find((one) => word.endsWith(one) || word.startsWith(one));
  if (known === undefined || known === word) {
    return [word];
  }
  return word.endsWith(known)
    ? [...takeOff(word.slice(0, -known.length)), known]
    : [known, ...takeOff(word.slice(known.length))];
}
