import { normalizeText } from './text.js';

/**
 * The tokens that text search compares, for records and for questions alike: NFKC, lower case without marks, words of
 * UAX #29, and overlapping pairs for scripts written without spaces (Han, Hiragana, Katakana, Hangul, Thai, Lao,
 * Khmer, Myanmar). Stores keep these tokens, so that all of them find the same records.
 */
export function tokenize(text: string): string[] {
  const known = cache.get(text);
  if (known !== undefined) {
    return known;
  }
  const tokens = [...new Set(words(text).flatMap(expand))];
  if (cache.size >= cacheLimit) {
    cache.clear();
  }
  if (text.length <= cachedLength) {
    cache.set(text, tokens);
  }
  return tokens;
}

const tokenLimit = 64;
const cacheLimit = 5_000;
const cachedLength = 200;
const cache = new Map<string, string[]>();
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

const hasUnspaced = new RegExp(unspaced.source, 'u');

function words(text: string): string[] {
  const folded = normalizeText(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const composed = folded.normalize('NFKC');
  if (/^[a-z0-9 ]*$/.test(composed)) {
    return composed.split(' ').filter((word) => word !== '');
  }
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(composed)) {
    if (isWordLike) {
      found.push(segment);
    }
  }
  return joinUnspaced(composed, found);
}

/** A segmenter may cut unspaced scripts with a dictionary, and dictionaries differ: such runs are taken whole. */
function joinUnspaced(text: string, found: readonly string[]): string[] {
  const runs = text.match(unspaced);
  if (runs === null) {
    return [...found];
  }
  const rest = found.flatMap((word) => word.split(unspaced)).filter((word) => word !== '');
  return [...rest, ...runs];
}

function expand(word: string): string[] {
  if (!hasUnspaced.test(word)) {
    return [cut(word)];
  }
  const points = [...word];
  if (points.length < 2) {
    return points;
  }
  return points.slice(1).map((point, i) => `${points[i]}${point}`);
}

function cut(word: string): string {
  return word.length <= tokenLimit ? word : [...word].slice(0, tokenLimit).join('');
}
