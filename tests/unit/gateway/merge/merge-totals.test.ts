import { describe, expect, it } from 'vitest';
import { type GroupTotal, mergeTotals } from '../../../../gateway/merge/merge-totals.js';

function group(code: string | null, of: Partial<GroupTotal> & { label?: string | null } = {}): GroupTotal {
  const { label = null, ...rest } = of;
  return {
    key: [{ dimension: 'FUNCTIONAL', scheme: 'COFOG', code, label }],
    count: 1,
    sum: 1_000_000n,
    currency: 'EUR',
    complete: true,
    suppressedBecause: null,
    members: [],
    ...rest,
  };
}

describe('merging totals', () => {
  it('adds counts and sums exactly and orders groups by code, nulls last', () => {
    const merged = mergeTotals(
      [
        [group('07', { sum: 9_007_199_254_740_993n, count: 2 }), group(null)],
        [group('01'), group('07', { sum: -1n })],
      ],
      true,
    );
    expect(merged.map(({ key, count, sum }) => [key[0]?.code, count, sum])).toEqual([
      ['01', 1, 1_000_000n],
      ['07', 3, 9_007_199_254_740_992n],
      [null, 1, 1_000_000n],
    ]);
  });

  it('takes the label of the lowest member id that has one', () => {
    const merged = mergeTotals(
      [[group('07')], [group('07', { label: 'Health' })], [group('07', { label: 'Gesundheit' })]],
      true,
    );
    expect(merged[0]?.key[0]?.label).toBe('Health');
  });

  it('keeps the sum null only where no member has an amount', () => {
    const merged = mergeTotals([[group('1', { sum: null }), group('2', { sum: null })], [group('2')]], true);
    expect(merged.map(({ sum }) => sum)).toEqual([null, 1_000_000n]);
  });

  it.each([
    ['a member is missing', [[group('1')]], false, false, null],
    ['a member says its part is not complete', [[group('1', { complete: false })]], true, false, null],
    [
      'a member withholds its part',
      [[group('1')], [group('1', { suppressedBecause: 'DERIVABLE' })]],
      true,
      false,
      'DERIVABLE',
    ],
    [
      'every member withholds its part',
      [[group('1', { suppressedBecause: 'SMALL_GROUP' })], [group('1', { suppressedBecause: 'DERIVABLE' })]],
      true,
      false,
      'SMALL_GROUP',
    ],
    ['all answered', [[group('1')]], true, true, null],
  ])('says what is complete and why not when %s', (_, members, answered, complete, suppressedBecause) => {
    expect(mergeTotals(members, answered)[0]).toMatchObject({ complete, suppressedBecause });
  });

  it('keeps what the others say of a group that a member withholds', () => {
    const withheld = group('1', { count: 0, sum: null, suppressedBecause: 'SMALL_GROUP' });
    const [total] = mergeTotals([[withheld], [group('1', { count: 7, sum: 70n })]], true);
    expect(total).toMatchObject({ count: 7, sum: 70n, complete: false, suppressedBecause: 'SMALL_GROUP' });
  });

  it('says whose records a group holds', () => {
    const [total] = mergeTotals(
      [[group('1', { members: ['alpha'] })], [], [group('1', { members: ['gamma'] })]],
      true,
    );
    expect(total?.members).toEqual(['alpha', 'gamma']);
  });
});
