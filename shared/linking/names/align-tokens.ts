import { compareTokens } from './compare-tokens.js';
import { tokenOf } from './name-token.js';
import type { NameToken } from './parsed-name.js';

/** Two words, or a word and the words it was written as, that are held to be the same part of a name. */
export interface AlignedTokens {
  readonly similarity: number;
  readonly weight: number;
}

export interface Alignment {
  readonly pairs: readonly AlignedTokens[];
  /** Words without a partner. */
  readonly leftA: readonly NameToken[];
  readonly leftB: readonly NameToken[];
}

/** Less alike words are no partners. */
const leastAlike = 0.5;
const joinedAlike = 0.9;

/** Pairs the words of two names, most alike first, in whatever order they stand; then words written as one. */
export function alignTokens(a: readonly NameToken[], b: readonly NameToken[]): Alignment {
  const leftA: (NameToken | undefined)[] = [...a];
  const leftB: (NameToken | undefined)[] = [...b];
  const pairs: AlignedTokens[] = [];
  joinWords(leftA, leftB, pairs);
  joinWords(leftB, leftA, pairs);
  for (const { i, j, similarity } of candidates(leftA, leftB)) {
    const [x, y] = [leftA[i], leftB[j]];
    if (x !== undefined && y !== undefined) {
      pairs.push({ similarity, weight: Math.max(x.sound.length, y.sound.length) });
      leftA[i] = undefined;
      leftB[j] = undefined;
    }
  }
  return { pairs, leftA: leftA.filter(isToken), leftB: leftB.filter(isToken) };
}

function isToken(token: NameToken | undefined): token is NameToken {
  return token !== undefined;
}

interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly similarity: number;
}

function candidates(
  a: readonly (NameToken | undefined)[],
  b: readonly (NameToken | undefined)[],
): Candidate[] {
  const found: Candidate[] = [];
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      const similarity = x === undefined || y === undefined ? 0 : compareTokens(x, y);
      if (similarity >= leastAlike) {
        found.push({ i, j, similarity });
      }
    });
  });
  return found.sort((x, y) => y.similarity - x.similarity || x.i + x.j - y.i - y.j);
}

/** `van der bilt` and `vanderbilt`: two or three neighbours that together sound like one word of the other name. */
function joinWords(
  many: (NameToken | undefined)[],
  single: (NameToken | undefined)[],
  pairs: AlignedTokens[],
): void {
  for (let length = 3; length > 1; length--) {
    for (let at = 0; at + length <= many.length; at++) {
      const parts = many.slice(at, at + length);
      if (!parts.every(isToken)) {
        continue;
      }
      const letters = parts.reduce((sum, part) => sum + part.latin.length, 0);
      const place = single.findIndex(
        (one) =>
          one !== undefined &&
          Math.abs(one.latin.length - letters) <= 1 &&
          letters > 3 &&
          compareTokens(one, joined(parts)) >= joinedAlike,
      );
      if (place >= 0) {
        pairs.push({ similarity: 0.95, weight: letters });
        single[place] = undefined;
        many.fill(undefined, at, at + length);
      }
    }
  }
}

function joined(parts: readonly NameToken[]): NameToken {
  return tokenOf(parts.map(({ native }) => native).join(''), 'name');
}
