import { describe, expect, it } from 'vitest';
import { countryName } from '../../../../../gateway/directory/indicators/country-name.js';
import {
  divideRounded,
  fractionOf,
  medianOf,
} from '../../../../../gateway/directory/indicators/exact-value.js';
import { givenTests, passes } from '../../../../../gateway/directory/indicators/indicator-filter.js';
import { readTotalGroups } from '../../../../../gateway/directory/indicators/total-group.js';
import { readDecimal, writeDecimal } from '../../../../../shared/domain/decimal.js';

const decimal = (text: string | null) => (text === null ? null : readDecimal(text));
const written = (micros: bigint | null) => (micros === null ? null : writeDecimal(micros));

describe('values of indicators', () => {
  it.each([
    ['1', '3', 'PERCENT', '33.333333'],
    ['2', '3', 'PERCENT', '66.666667'],
    ['-2', '3', 'PERCENT', '-66.666667'],
    ['1', '2000000', 'RATIO', '0.000001'],
    ['1', '2000001', 'RATIO', '0'],
    ['-1', '2000000', 'RATIO', '-0.000001'],
    ['0', '7', 'PERCENT', '0'],
    ['7', '0', 'PERCENT', null],
    ['0', '0', 'RATIO', null],
    [null, '7', 'RATIO', null],
    ['7', null, 'RATIO', null],
    ['999999999999999999.999999', '999999999999999999.999999', 'PERCENT', '100'],
    ['0.000001', '3', 'RATIO', '0'],
    ['9007199254740993', '1', 'RATIO', '9007199254740993'],
  ] as const)('divide %s by %s exactly, in %s', (numerator, denominator, unit, value) => {
    expect(written(fractionOf(decimal(numerator), decimal(denominator), unit))).toBe(value);
  });

  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [4n, 3n, 1n],
    [0n, 3n, 0n],
  ])('round %s over %s half away from zero', (numerator, denominator, rounded) => {
    expect(divideRounded(numerator, denominator)).toBe(rounded);
  });

  it.each([
    [[], null],
    [[[3, 1]], '3'],
    [
      [
        [9, 1],
        [-3, 1],
      ],
      '3',
    ],
    [
      [
        [9, 1],
        [4, 1],
      ],
      '6.5',
    ],
    [
      [
        [1, 10],
        [1000, 9],
      ],
      '1',
    ],
    [
      [
        [1, 10],
        [2, 10],
      ],
      '1.5',
    ],
    [
      [
        [100, 1],
        [9, 2],
      ],
      '9',
    ],
  ] as const)('take the middle of %j', (days, median) => {
    expect(written(medianOf(new Map(days)))).toBe(median);
  });

  it.each([
    [{ eq: 'KZ' }, true],
    [{ eq: 'GR' }, false],
    [{ eq: null, in: null, ne: null }, true],
    [{ in: ['GR', 'KZ'] }, true],
    [{ in: [] }, false],
    [{ ne: 'KZ' }, false],
    [{ gte: 'KZ', lte: 'KZ' }, true],
    [{ gte: 'L' }, false],
    [{ lte: 'K' }, false],
    [{ prefix: 'K' }, true],
    [{ prefix: 'Z' }, false],
    [{ isNull: false }, true],
    [{ isNull: true }, false],
    [{ eq: 'KZ', ne: 'KZ' }, false],
    [null, true],
    [undefined, true],
  ])('pass the test %j or not', (test, passed) => {
    expect(passes('KZ', test)).toBe(passed);
  });

  it.each([
    [{ eq: 'KZ', in: null }, { eq: 'KZ' }],
    [{ eq: null }, undefined],
    [{}, undefined],
    [null, undefined],
    [{ isNull: false }, { isNull: false }],
  ])('hand on of the test %j what it asks', (test, given) => {
    expect(givenTests(test)).toEqual(given);
  });

  it.each([
    ['KZ', 'kk', 'Қазақстан'],
    ['KZ', 'eng!', 'Kazakhstan'],
    ['KZ', 'zzz', 'Kazakhstan'],
    ['XQ', 'en', undefined],
    ['ZZ', 'en', undefined],
    ['kz', 'en', undefined],
    ['KAZ', 'en', undefined],
  ])('name %s in %s', (code, language, name) => {
    expect(countryName(code, language)).toBe(name);
  });

  it('take no groups from an answer that has none', () => {
    expect(readTotalGroups(null)).toBeUndefined();
    expect(readTotalGroups({ groups: null })).toBeUndefined();
    expect(readTotalGroups({ groups: [] })).toEqual([]);
  });
});
