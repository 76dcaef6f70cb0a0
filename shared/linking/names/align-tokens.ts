import { compareSounds, compareTokens } from './compare-tokens.js';
import type { NameToken, ParsedName } from './parsed-name.js';

/** Words of two names that are held to be the same part, and how alike they are. */
export interface AlignedTokens {
  readonly similarity: number;
  readonly a: readonly NameToken[];
  readonly b: readonly NameToken[];
}

export interface Alignment {
  readonly pairs: readonly AlignedTokens[];
  /** Words without a partner. */
  readonly leftA: readonly NameToken[];
  readonly leftB: readonly NameToken[];
}

/** Words less alike are no partners. */
const leastAlike = 0.5;
/** Words that together are one word of the other name have to be more alike. */
const leastJoined = 0.88;
/** A word's length over that of words joined: scripts without vowels are shorter. */
const leastRatio = 0.55;
const shortestJoined = 4;

/** Pairs the words of two names, most alike first, in whatever order they stand; also words written as one. */
export function alignTokens(a: ParsedName, b: ParsedName): Alignment {
  const found: Candidate[] = [];
  addWords(found, a.tokens, b.tokens);
  addJoined(found, a, b, false);
  addJoined(found, b, a, true);
  if (found.length === 0) {
    return { pairs: [], leftA: a.tokens, leftB: b.tokens };
  }
  found.sort(byLikeness);
  let usedA = 0;
  let usedB = 0;
  const pairs: AlignedTokens[] = [];
  for (const { similarity, inA, inB } of found) {
    if ((inA & usedA) === 0 && (inB & usedB) === 0) {
      usedA |= inA;
      usedB |= inB;
      pairs.push({ similarity, a: tokensIn(a.tokens, inA), b: tokensIn(b.tokens, inB) });
    }
  }
  return { pairs, leftA: tokensIn(a.tokens, ~usedA), leftB: tokensIn(b.tokens, ~usedB) };
}

/** Places of words as bits. */
interface Candidate {
  readonly similarity: number;
  readonly letters: number;
  readonly inA: number;
  readonly inB: number;
}

function tokensIn(tokens: readonly NameToken[], places: number): NameToken[] {
  return tokens.filter((_, i) => (places & (1 << i)) !== 0);
}

/** Most alike first, then longest. */
function byLikeness(x: Candidate, y: Candidate): number {
  return y.similarity - x.similarity || y.letters - x.letters;
}

function addWords(found: Candidate[], a: readonly NameToken[], b: readonly NameToken[]): void {
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) {
      const similarity = compareTokens(x, y, leastAlike);
      if (similarity >= leastAlike) {
        found.push({ similarity, letters: x.sound.length + y.sound.length, inA: 1 << i, inB: 1 << j });
      }
    }
  }
}

/** `van der bilt` and `vanderbilt`: two or three neighbours of one name that together sound like a word of the other. */
function addJoined(found: Candidate[], many: ParsedName, single: ParsedName, isSwapped: boolean): void {
  for (const joined of many.joined) {
    single.tokens.forEach((one, j) => {
      const ratio = one.sound.length / joined.sound.length;
      if (one.sound.length < shortestJoined || ratio < leastRatio || ratio > 1 / leastRatio) {
        return;
      }
      const similarity = compareSounds(joined, one, leastJoined);
      if (similarity >= leastJoined) {
        const letters = joined.sound.length + one.sound.length;
        const [inA, inB] = isSwapped ? [1 << j, joined.places] : [joined.places, 1 << j];
        found.push({ similarity, letters, inA, inB });
      }
    });
  }
}
