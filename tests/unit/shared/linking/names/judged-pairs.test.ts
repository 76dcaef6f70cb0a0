import { expect, test } from 'vitest';
import { crossValidate, qualityAt } from '../../../../../bench/names/cross-validate.js';
import { levenshteinLikeness } from '../../../../../bench/names/levenshtein.js';
import { readCases } from '../../../../../bench/names/read-cases.js';
import { sameNameThreshold } from '../../../../../shared/linking/names/threshold.js';
import { likeness } from './likeness.js';

const cases = readCases();

test.skipIf(cases === undefined)(
  `pairs that people judged are told apart${cases === undefined ? ' (skipped: ../shared/data is absent)' : ''}`,
  () => {
    const scored = (cases ?? []).map(({ kind, name1, name2, isMatch }) => {
      return { isMatch, score: likeness(kind, name1, name2) };
    });
    for (const quality of [
      crossValidate(scored, 5, 'accord-names-1'),
      crossValidate(scored, 5, 'another seed'),
      qualityAt(scored, sameNameThreshold),
    ]) {
      expect(quality.f1).toBeGreaterThanOrEqual(0.86);
      expect(quality.precision).toBeGreaterThanOrEqual(0.85);
    }
  },
);

test.skipIf(cases === undefined)('plain Levenshtein tells them apart far worse', () => {
  const plain = (cases ?? []).map(({ name1, name2, isMatch }) => {
    return { isMatch, score: levenshteinLikeness(name1, name2) };
  });
  expect(crossValidate(plain, 5, 'accord-names-1').f1).toBeLessThan(0.75);
});
