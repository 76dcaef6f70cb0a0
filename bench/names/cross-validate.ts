import { createRandom } from '../../cli/demo/random.js';

/** What a comparison says of a pair, and what people say. */
export interface ScoredCase {
  readonly score: number;
  readonly isMatch: boolean;
}

export interface Quality {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

export interface CrossValidated extends Quality {
  /** The threshold of each fold, chosen on the others. */
  readonly thresholds: readonly number[];
}

interface Counts {
  readonly found: number;
  readonly right: number;
  readonly matches: number;
}

/** How well pairs at or above a threshold are those that people say match. */
export function qualityAt(cases: readonly ScoredCase[], threshold: number): Quality {
  return qualityOf(countAt(cases, threshold));
}

function countAt(cases: readonly ScoredCase[], threshold: number): Counts {
  const found = cases.filter(({ score }) => score >= threshold);
  return {
    found: found.length,
    right: found.filter(({ isMatch }) => isMatch).length,
    matches: cases.filter(({ isMatch }) => isMatch).length,
  };
}

function qualityOf({ found, right, matches }: Counts): Quality {
  return {
    f1: (2 * right) / Math.max(1, found + matches),
    precision: right / Math.max(1, found),
    recall: right / Math.max(1, matches),
  };
}

/** Judges each fold of the shuffled cases by the threshold that is best on the others; counts are added up. */
export function crossValidate(cases: readonly ScoredCase[], folds: number, seed: string): CrossValidated {
  const shuffled = shuffle(cases, seed);
  const thresholds: number[] = [];
  const counts: Counts[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const threshold = bestThreshold(shuffled.filter((_, i) => i % folds !== fold));
    thresholds.push(threshold);
    counts.push(
      countAt(
        shuffled.filter((_, i) => i % folds === fold),
        threshold,
      ),
    );
  }
  const sum = (key: keyof Counts): number => counts.reduce((total, count) => total + count[key], 0);
  return {
    ...qualityOf({ found: sum('found'), right: sum('right'), matches: sum('matches') }),
    thresholds,
  };
}

/** The threshold with the best F1: half-way between two scores, the middle one of several as good. */
export function bestThreshold(cases: readonly ScoredCase[]): number {
  const scores = [...new Set(cases.map(({ score }) => score))].sort((a, b) => a - b);
  const between = scores.slice(1).map((score, i) => (score + (scores[i] ?? 0)) / 2);
  const judged = between.map((threshold) => ({ threshold, f1: qualityAt(cases, threshold).f1 }));
  const best = Math.max(...judged.map(({ f1 }) => f1));
  const good = judged.filter(({ f1 }) => f1 === best);
  return good[Math.floor(good.length / 2)]?.threshold ?? 1;
}

function shuffle<T>(values: readonly T[], seed: string): T[] {
  const random = createRandom(seed);
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    const [x, y] = [shuffled[i], shuffled[j]];
    if (x !== undefined && y !== undefined) {
      shuffled[i] = y;
      shuffled[j] = x;
    }
  }
  return shuffled;
}
