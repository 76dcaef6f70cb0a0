import { compareSounds, compareTokens } from './compare-tokens.js';
import { joinTokens } from './join-tokens.js';
import type { NameToken } from './parsed-name.js';

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

/** Pairs the words of two names, most alike first, in whatever order they stand; also words written as one. */
export function alignTokens(a: readonly NameToken[], b: readonly NameToken[]): Alignment {
  const found: Candidate[] = [];
  addWords(found, a, b);
  addJoined(found, a, b, false);
  addJoined(found, b, a, true);
  found.sort(byLikeness);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const pairs: AlignedTokens[] = [];
  for (const { similarity, inA, inB } of found) {
    if (!inA.some((i) => usedA.has(i)) && !inB.some((j) => usedB.has(j))) {
      inA.forEach((i) => {
        usedA.add(i);
      });
      inB.forEach((j) => {
        usedB.add(j);
      });
      pairs.push({
        similarity,
        a: a.filter((_, i) => inA.includes(i)),
        b: b.filter((_, j) => inB.includes(j)),
      });
    }
  }
  return { pairs, leftA: a.filter((_, i) => !usedA.has(i)), leftB: b.filter((_, j) => !usedB.has(j)) };
}

interface Candidate {
  readonly similarity: number;
  readonly letters: number;
  readonly inA: readonly number[];
  readonly inB: readonly number[];
}

/** Most alike first, then longest. */
function byLikeness(x: Candidate, y: Candidate): number {
  return y.similarity - x.similarity || y.letters - x.letters;
}

function addWords(found: Candidate[], a: readonly NameToken[], b: readonly NameToken[]): void {
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      const similarity = compareTokens(x, y);
      if (similarity >= leastAlike) {
        found.push({ similarity, letters: x.sound.length + y.sound.length, inA: [i], inB: [j] });
      }
    });
  });
}

/** `van der bilt` and `vanderbilt`: two or three neighbours of one name that together sound like a word of the other. */
function addJoined(
  found: Candidate[],
  many: readonly NameToken[],
  single: readonly NameToken[],
  isSwapped: boolean,
): void {
  single.forEach((one, j) => {
    if (one.sound.length < 4) {
      return;
    }
    for (const { places, joined } of joinTokens(many, one.sound.length)) {
      const similarity = compareSounds(joined, one);
      if (similarity >= leastJoined) {
        const [inA, inB] = isSwapped ? [[j], places] : [places, [j]];
        found.push({ similarity, letters: joined.sound.length + one.sound.length, inA, inB });
      }
    }
  });
}
