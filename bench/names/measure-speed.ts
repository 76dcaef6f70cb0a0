import { createRandom } from '../../cli/demo/random.js';
import { compareNames } from '../../shared/linking/names/compare-names.js';
import { parseName } from '../../shared/linking/names/parse-name.js';
import { levenshteinLikeness } from './levenshtein.js';
import type { NameCase } from './read-cases.js';

/** Microseconds of CPU each, so that what else runs on the machine counts less. */
export interface NameSpeed {
  readonly parse: number;
  readonly compare: number;
  /** Plain Levenshtein over the same pairs: what the machine is worth. */
  readonly levenshtein: number;
}

const rounds = 200;

/** Parses all names; then compares each with one of another pair of its kind, as blocks mostly hold others. */
export function measureNameSpeed(cases: readonly NameCase[]): NameSpeed {
  const random = createRandom('names/speed');
  const texts = cases.flatMap(({ name1, name2, kind }) => [
    { text: name1, kind },
    { text: name2, kind },
  ]);
  const pairs = texts.map((a) => [a, random.pick(texts.filter(({ kind }) => kind === a.kind))] as const);
  const parsed = pairs.map(([a, b]) => [parseName(a.text, a.kind), parseName(b.text, b.kind)] as const);
  return {
    parse: time(texts, ({ text, kind }) => parseName(text, kind)),
    compare: time(parsed, ([a, b]) => compareNames(a, b)),
    levenshtein: time(pairs, ([a, b]) => levenshteinLikeness(a.text, b.text)),
  };
}

function time<T>(values: readonly T[], run: (value: T) => unknown): number {
  for (let round = 0; round < rounds / 10; round++) {
    values.forEach(run);
  }
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    values.forEach(run);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds / values.length;
}
