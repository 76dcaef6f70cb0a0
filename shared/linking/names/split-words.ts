import { most } from './parsed-name.js';

/**
 * A name's words: NFKC, lower case, without punctuation. Letters with full stops between them are one word for an
 * organisation (`S.A.` is `sa`) and a word each for a person (`J.R.` is `j r`). Apostrophes are dropped, hyphens part,
 * and so does the Arabic article.
 */
export function splitWords(full: string, isPerson: boolean): string[] {
  const text = fold(cut(full, most.text));
  const dotted = isPerson || !/[./]/.test(text) ? text : text.replace(letterRuns, joinLetters);
  return dotted
    .split(/^[\0-\x7f]*$/.test(dotted) ? apartInAscii : apart)
    .filter((word) => word !== '')
    .map((word) => cut(word, most.letters));
}

function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) {
    return text.toLowerCase().replace(/['`]/g, '');
  }
  const folded = text.toWellFormed().normalize('NFKC').toLowerCase().normalize('NFC').replace(dropped, '');
  return /ال/.test(folded) ? folded.replace(article, 'ال ') : folded;
}

function joinLetters(run: string): string {
  return `${run.replace(/[./\s]+/g, '')} `;
}

/** `a.b.c.`, `s. a.`, `d.o.o.`, `ж.ш.с.`, `a/s`. */
const letterRuns = /(?<![\p{L}\p{N}])\p{L}(?:(?:\.\s?|\/)\p{L}(?![\p{L}\p{N}]))+\.?/gu;
/** Apostrophes and their likes, within words; soft hyphens, marks of direction, Arabic vowel signs and tatweel. */
const dropped = /['’‘ʼʻʾʿ`´ˈ\u00ad\u200b-\u200f\u2060-\u2064\u0640\u064b-\u065f\u0670\ufeff]/gu;
/** The Arabic article, written onto what follows. */
const article = /(?<!\p{L})ال(?=\p{L}{3})/gu;
const apartInAscii = /[^a-z0-9]+/;
const apart = /[^\p{L}\p{M}\p{N}]+/u;

function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length);
}
