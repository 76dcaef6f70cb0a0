import anyAscii from 'any-ascii';
import { hangulLatin } from './hangul-latin.js';
import { type NameScript, scriptOf } from './script-of.js';

/**
 * A word (lower case, NFKC) in Latin letters. Marks that change a letter's sound are kept (`č`, `š`, `ž`), for
 * `soundOf`, and apostrophes between letters that are no digraph; `plainLatin` drops both. Digraphs of a script, such as
 * Greek `μπ` for b, are read as what they say.
 */
export function latinOf(word: string, script: NameScript = scriptOf(word)): string {
  switch (script) {
    case 'latin':
      return latin(word);
    case 'greek':
      return ascii(replaceAll(collapse(withoutMarks(word).replaceAll('ς', 'σ')), greek));
    case 'arabic':
      return ascii(vocalise(replaceAll(withoutMarks(word), arabic)));
    case 'hebrew':
      return ascii(vocaliseHebrew(withoutMarks(word)));
    case 'cyrillic':
      return ascii(replaceAll(collapse(word), cyrillic));
    case 'hangul':
      return ascii(hangulLatin(word));
    case 'han':
      // Pinyin, whose x is read as a first letter only, when it is written in Latin.
      return ascii(anyAscii(word).replaceAll('X', 'Sh'));
    default:
      return ascii(word);
  }
}

/** Latin letters and digits alone. */
export function plainLatin(latin: string): string {
  return /^[a-z0-9]*$/.test(latin) ? latin : ascii(latin).replaceAll("'", '');
}

/** Letters whose mark says another sound, and those that any-ascii would not keep apart. */
const marked = /[^a-z0-9čćçšśşșžźżñđ]/;

function latin(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) {
    return word;
  }
  return [...word.normalize('NFC')].map((letter) => (marked.test(letter) ? ascii(letter) : letter)).join('');
}

function ascii(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9']+/g, '');
}

function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
}

/** A doubled letter is read as one: careless hands double them, and scripts differ in writing them. */
function collapse(word: string): string {
  return word.replace(/(?!γγ)(.)\1+/gu, '$1');
}

type Replacements = readonly (readonly [RegExp, string])[];

function replaceAll(word: string, replacements: Replacements): string {
  return replacements.reduce((text, [from, to]) => text.replace(from, to), word);
}

const greek: Replacements = [
  [/γ+κ/g, 'g'],
  [/γγ/g, 'ng'],
  [/γξ/g, 'nx'],
  [/γχ/g, 'nh'],
  [/ν+τ+/g, 'd'],
  [/μ+π+/g, 'b'],
  [/τ+ζ+/g, 'dzh'],
  [/τ+σ+/g, 'tch'],
  [/ου/g, 'u'],
  [/αυ(?=[βγδζλμνραεηιουω])/g, 'av'],
  [/ευ(?=[βγδζλμνραεηιουω])/g, 'ev'],
  [/αυ/g, 'af'],
  [/ευ/g, 'ef'],
  [/ει|οι|υι/g, 'i'],
  [/αι/g, 'e'],
  [/[ηυ]/g, 'i'],
  [/χ/g, 'h'],
  [/β/g, 'v'],
];

const cyrillic: Replacements = [
  [/дж|џ/g, 'dj'],
  [/х/g, 'h'],
  [/(?<=[аеёиоуыэюя])й/g, 'i'],
  [/ш|щ/g, 'sh'],
  [/ж/g, 'zh'],
  [/ч/g, 'ch'],
  [/ћ/g, 'ch'],
  [/ђ/g, 'dj'],
  [/[ьъ]/g, ''],
  [/кс/g, 'x'],
];

const arabic: Replacements = [
  [/تش/g, 'ch'],
  [/چ/g, 'ch'],
  [/ج/g, 'dj'],
  [/ش/g, 'sh'],
  [/ژ/g, 'zh'],
  [/خ/g, 'h'],
  [/ظ/g, 'z'],
  [/ذ/g, 'z'],
  [/ث/g, 't'],
  [/ة$/g, 'a'],
  [/[ىیي]$/g, 'i'],
  [/^ع/, 'a'],
  [/[عءئؤ]/g, ''],
  [/[أإآٱا]/g, 'a'],
  [/[ىیي]/g, 'ي'],
  [/ک/g, 'ك'],
  [/پ/g, 'p'],
  [/گ/g, 'g'],
];

/** The letters w and y are vowels between consonants, as in foreign names. */
function vocalise(word: string): string {
  return word
    .replace(/^و/, 'w')
    .replace(/^ي/, 'y')
    .replace(/(?<=a)و|و(?=a)/g, 'w')
    .replace(/(?<=a)ي|ي(?=a)/g, 'y')
    .replaceAll('و', 'u')
    .replaceAll('ي', 'i');
}

function vocaliseHebrew(word: string): string {
  return word
    .replace(/^ו|וו/g, 'v')
    .replace(/^י/, 'y')
    .replaceAll('ו', 'u')
    .replaceAll('י', 'i')
    .replace(/[אע]/g, 'a')
    .replace(/ח|כ|ך/g, 'h')
    .replace(/ש/g, 'sh')
    .replace(/צ|ץ/g, 'ts')
    .replace(/ב/g, 'b')
    .replace(/פ|ף/g, 'p');
}
