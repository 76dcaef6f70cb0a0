import { describe, expect, test } from 'vitest';
import { exactSum } from '../../../../../shared/store/mongodb/read-sums.js';

describe('the sum of both parts of amounts', () => {
  test.each([
    [5n, 7n, 5_000_000_007n],
    [-1n, 999_999_999n, -1n],
    [0, 0, 0n],
    [9_223_372_036_854_775_807n, 0n, 9_223_372_036_854_775_807_000_000_000n],
  ])('is exact for %s and %s', (high, low, expected) => {
    expect(exactSum(high, low)).toBe(expected);
  });

  test.each([
    [9.3e18, 0n],
    [0n, 1.5],
    [Number.NaN, 0n],
    [null, 0n],
  ])('is refused where the server turned to floating point: %s and %s', (high, low) => {
    expect(() => exactSum(high, low)).toThrowError(
      expect.objectContaining({
        code: 'SUM_OVERFLOW',
        message: 'Expected a sum of at most 18 integer digits, it has more.',
      }),
    );
  });
});
