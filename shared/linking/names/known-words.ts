import { latinOf } from './latin-of.js';
import { tokenOf } from './name-token.js';
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

/** Shorter legal forms are not known by their sound: `co` and `ko` differ. */
const spokenLength = 10;

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
/** Long forms as they sound, so that they are known when misspelled. */
const spokenForms = new Map<string, string>();
/** Of how many words the longest form is that starts with a word, as it is written or as it sounds. */
const lengths = new Map<string, number>();
for (const [form, names] of legalForms) {
  for (const name of names.map(unmarked)) {
    const words = name.split(' ');
    addForm(forms, words, form);
    if (name.length >= spokenLength) {
      addForm(spokenForms, words.map(soundOfWord), form);
    }
  }
}

function addForm(known: Map<string, string>, words: readonly string[], form: string): void {
  const [first = ''] = words;
  known.set(words.join(' '), form);
  lengths.set(first, Math.max(words.length, lengths.get(first) ?? 0));
}

function soundOfWord(word: string): string {
  return soundOf(latinOf(word));
}

/** The legal form that starts at a word, and of how many words it is: the longest there is. */
export function legalFormAt(
  words: readonly string[],
  at: number,
): { form: string; length: number } | undefined {
  const written = unmarked(words[at] ?? '');
  const spoken = tokenOf(words[at] ?? '', 'name').sound;
  const longest = Math.max(lengths.get(written) ?? 0, lengths.get(spoken) ?? 0);
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const some = words.slice(at, at + length).map(unmarked);
    const text = some.join(' ');
    const spokenForm =
      text.length < spokenLength ? undefined : spokenForms.get(some.map(soundOfWord).join(' '));
    const form = forms.get(text) ?? spokenForm;
    if (form !== undefined) {
      return { form, length };
    }
  }
  return undefined;
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
