import type { SubjectKind } from './link-subject.js';
import type { NameStatistics } from './name-statistics.js';
import { compareNames } from './names/compare-names.js';
import type { NameToken } from './names/parsed-name.js';
import { type NameFeatures, type SubjectFeatures, skeletonKey } from './subject-features.js';

/** What the two most alike of two subjects' names say. */
export interface NameEvidence {
  /** 0 to 1, as `compareNames` has it. */
  readonly similarity: number;
  /** How little it is chance: the bits of the terms they share, and half those of terms that are merely alike. */
  readonly bits: number;
}

/** `undefined` where one of them has no name in clear. */
export function compareNamesOf(
  a: SubjectFeatures,
  b: SubjectFeatures,
  statistics: NameStatistics,
): NameEvidence | undefined {
  let best: NameEvidence | undefined;
  for (const left of a.names) {
    for (const right of b.names) {
      const similarity = compareNames(left.parsed, right.parsed);
      if (best === undefined || similarity >= best.similarity) {
        const bits = nameBits(left, right, { kind: a.kind, statistics });
        if (best === undefined || similarity > best.similarity || bits > best.bits) {
          best = { similarity, bits };
        }
      }
    }
  }
  return best;
}

interface Setting {
  readonly kind: SubjectKind;
  readonly statistics: NameStatistics;
}

/** Each word once: with one of the same sounds, else with one of the same consonants, which more words have. */
function nameBits(a: NameFeatures, b: NameFeatures, { kind, statistics }: Setting): number {
  const bitsOf = (words: readonly NameToken[]): number =>
    words.reduce((sum, { term }) => sum + statistics.termBits(kind, term), 0);
  const bySound = pairOff(a.words, b.words, ({ term }) => term);
  const byConsonants = pairOff(bySound.left, bySound.right, skeletonKey);
  const alike = Math.min(bitsOf(byConsonants.left), bitsOf(byConsonants.right)) / 2;
  const consonantBits = byConsonants.paired.reduce(
    (sum, word) => sum + statistics.termBits(kind, skeletonKey(word) ?? word.term),
    0,
  );
  const numbers = a.parsed.numbers.filter((number) => b.parsed.numbers.includes(number));
  return bitsOf(bySound.paired) + consonantBits + alike + numbers.length;
}

interface Paired {
  readonly paired: readonly NameToken[];
  readonly left: readonly NameToken[];
  readonly right: readonly NameToken[];
}

function pairOff(
  some: readonly NameToken[],
  others: readonly NameToken[],
  keyOf: (word: NameToken) => string | undefined,
): Paired {
  const right = [...others];
  const paired: NameToken[] = [];
  const left: NameToken[] = [];
  for (const word of some) {
    const key = keyOf(word);
    const at = key === undefined ? -1 : right.findIndex((other) => keyOf(other) === key);
    (at < 0 ? left : paired).push(word);
    if (at >= 0) {
      right.splice(at, 1);
    }
  }
  return { paired, left, right };
}
