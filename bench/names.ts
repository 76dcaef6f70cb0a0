import { compareNames } from '../shared/linking/names/compare-names.js';
import { parseName } from '../shared/linking/names/parse-name.js';
import { sameNameThreshold } from '../shared/linking/names/threshold.js';
import { crossValidate, type Quality, qualityAt, type ScoredCase } from './names/cross-validate.js';
import { measureDemoPairs } from './names/demo-pairs.js';
import { levenshteinLikeness } from './names/levenshtein.js';
import { measureNameSpeed } from './names/measure-speed.js';
import { type NameCase, readCases } from './names/read-cases.js';

const folds = 5;
const seed = 'accord-names-1';
/** What names have to reach, cross-validated and at the threshold of the code. */
const least = { f1: 0.82, precision: 0.8 } as const;
/** Shares of the demo's true pairs that names alone have to lead to. */
const leastOfDemo = { withKey: 0.99, found: 0.99 } as const;
/** CPU time over that of plain Levenshtein, which takes about a microsecond on a machine that is not busy. */
const most = { parse: 8, compare: 5 } as const;

/**
 * Judges the comparison of names by pairs that people judged, against plain Levenshtein; by the demo coalition, whose
 * truth is known; and by its speed. Prints what was measured and gives whether the limits hold. Without
 * `../shared/data` there are no judged pairs, and the limits do not hold.
 */
export async function benchNames(): Promise<boolean> {
  const cases = readCases();
  if (cases === undefined) {
    console.log('The pairs that people judged are absent: ../shared/data/name-matching/cases-train.csv.');
    return false;
  }
  const isGood = judgeCases(cases);
  const isFound = judgeDemo();
  return judgeSpeed(cases) && isFound && isGood;
}

function judgeCases(cases: readonly NameCase[]): boolean {
  const ours = cases.map(({ name1, name2, kind, isMatch }) => {
    return { score: compareNames(parseName(name1, kind), parseName(name2, kind)), isMatch, kind };
  });
  const plain = cases.map(({ name1, name2, isMatch }) => {
    return { score: levenshteinLikeness(name1, name2), isMatch };
  });
  const validated = crossValidate(ours, folds, seed);
  const fixed = qualityAt(ours, sameNameThreshold);
  console.log(`${cases.length} pairs of names that people judged, ${folds} folds, seed "${seed}"`);
  console.table({
    'names, cross-validated': show(validated),
    [`names at ${sameNameThreshold}`]: show(fixed),
    [`people at ${sameNameThreshold}`]: show(qualityOfKind(ours, 'PERSON')),
    [`organisations at ${sameNameThreshold}`]: show(qualityOfKind(ours, 'ORGANIZATION')),
    'plain Levenshtein, cross-validated': show(crossValidate(plain, folds, seed)),
  });
  console.log(`thresholds of the folds: ${validated.thresholds.map((one) => one.toFixed(3)).join(', ')}`);
  console.log(`expected an F1 of at least ${least.f1} and a precision of at least ${least.precision}`);
  return [validated, fixed].every(({ f1, precision }) => f1 >= least.f1 && precision >= least.precision);
}

function qualityOfKind(
  cases: readonly (ScoredCase & Pick<NameCase, 'kind'>)[],
  kind: NameCase['kind'],
): Quality {
  return qualityAt(
    cases.filter((one) => one.kind === kind),
    sameNameThreshold,
  );
}

function show({ f1, precision, recall }: Quality): Record<string, string> {
  return { F1: f1.toFixed(3), precision: precision.toFixed(3), recall: recall.toFixed(3) };
}

function judgeDemo(): boolean {
  const demo = measureDemoPairs();
  console.log(
    `${demo.pairs} pairs of records of the same party at two members of the demo coalition, by names alone`,
  );
  console.table({
    [`share a key (at least ${leastOfDemo.withKey})`]: { value: demo.withKey.toFixed(4) },
    'share a term': { value: demo.withTerm.toFixed(4) },
    [`reach ${sameNameThreshold} (at least ${leastOfDemo.found})`]: { value: demo.found.toFixed(4) },
    'score that 99 of 100 reach': { value: demo.low.toFixed(3) },
    'median score': { value: demo.median.toFixed(3) },
    'others that share a key': { value: String(demo.falsePairs) },
    [`of these reach ${sameNameThreshold}`]: { value: String(demo.falseFound) },
    'keys of a record': { value: demo.keysEach.toFixed(1) },
    'records in the largest block': { value: String(demo.largestBlock) },
  });
  return demo.withKey >= leastOfDemo.withKey && demo.found >= leastOfDemo.found;
}

function judgeSpeed(cases: readonly NameCase[]): boolean {
  const { parse, compare, levenshtein } = measureNameSpeed(cases);
  const cost = { parse: parse / levenshtein, compare: compare / levenshtein };
  console.log(
    `parsing takes ${parse.toFixed(1)} µs of CPU, comparing ${compare.toFixed(1)} µs, plain Levenshtein ${levenshtein.toFixed(1)} µs: ${cost.parse.toFixed(1)} times (at most ${most.parse}) and ${cost.compare.toFixed(1)} times (at most ${most.compare}) that`,
  );
  return cost.parse <= most.parse && cost.compare <= most.compare;
}
