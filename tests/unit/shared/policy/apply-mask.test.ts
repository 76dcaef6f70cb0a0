import { describe, expect, test } from 'vitest';
import { maskOf, tokensFor } from '../../../../shared/policy/apply-mask.js';
import { type MaskName, maskNames } from '../../../../shared/policy/mask-table.js';

const tokens = tokensFor('a secret of the tests', 'p-1');

function masked(name: MaskName, value: unknown): unknown {
  return maskOf(name, tokens)(value);
}

describe('what a mask shows', () => {
  test.each<[MaskName, unknown, unknown]>([
    ['NULL', 'Harbour', null],
    ['NULL', { amount: '1' }, null],
    ['NULL', ['Harbour', 'Watch'], null],
    ['YEAR', '2019', '2019'],
    ['YEAR', '2019-05', '2019'],
    ['YEAR', '2019-05-03', '2019'],
    ['YEAR', '2019-05-03T10:11:12.000Z', '2019-01-01T00:00:00.000Z'],
    ['YEAR', '2019-12-31T23:30:00-01:00', '2020-01-01T00:00:00.000Z'],
    ['YEAR', 'in 2019', null],
    ['YEAR', '2019-13', null],
    ['YEAR', 2019, null],
    ['YEAR', { year: '2019' }, null],
    ['ROUNDED', '1234.56', '1200'],
    ['ROUNDED', '1250', '1300'],
    ['ROUNDED', '1249.999999', '1200'],
    ['ROUNDED', '-1250', '-1300'],
    ['ROUNDED', '12', '12'],
    ['ROUNDED', '0.123456', '0.12'],
    ['ROUNDED', '0.000001', '0.000001'],
    ['ROUNDED', '0', '0'],
    ['ROUNDED', '996', '1000'],
    ['ROUNDED', '999999999999999999', '990000000000000000'],
    ['ROUNDED', '-999999999999999999', '-990000000000000000'],
    ['ROUNDED', 1234, 1200],
    ['ROUNDED', 7, 7],
    ['ROUNDED', Number.NaN, null],
    ['ROUNDED', Number.POSITIVE_INFINITY, null],
    ['ROUNDED', 'many', null],
    ['ROUNDED', true, null],
    [
      'ROUNDED',
      { amount: '1234', currency: 'EUR', minimum: '1', maximum: '2', original: 'a lot', asOf: '2020' },
      { amount: '1200', currency: 'EUR', asOf: '2020' },
    ],
    ['ROUNDED', { minimum: '1', maximum: '2', currency: 'EUR' }, { currency: 'EUR' }],
    ['ROUNDED', { amount: 'many', currency: 'EUR' }, { currency: 'EUR' }],
    [
      'BAND',
      { amount: '1234', currency: 'EUR', original: 'a lot', asOf: '2020' },
      { minimum: '1000', maximum: '10000', currency: 'EUR', asOf: '2020' },
    ],
    ['BAND', { amount: '1000' }, { minimum: '1000', maximum: '10000' }],
    ['BAND', { amount: '999.999999' }, { minimum: '100', maximum: '1000' }],
    ['BAND', { amount: '1' }, { minimum: '1', maximum: '10' }],
    ['BAND', { amount: '0.999999' }, { minimum: '0', maximum: '1' }],
    ['BAND', { amount: '0' }, { minimum: '0', maximum: '1' }],
    ['BAND', { amount: '-5' }, { minimum: '-10', maximum: '-1' }],
    [
      'BAND',
      { amount: '999999999999999999' },
      { minimum: '100000000000000000', maximum: '999999999999999999.999999' },
    ],
    ['BAND', { minimum: '15', maximum: '150' }, { minimum: '10', maximum: '1000' }],
    ['BAND', { minimum: '15' }, { minimum: '10' }],
    ['BAND', { maximum: '15' }, { maximum: '100' }],
    ['BAND', { original: 'a lot', currency: 'EUR' }, { currency: 'EUR' }],
    ['BAND', { amount: 5 }, {}],
    ['BAND', { amount: 'many' }, {}],
    ['BAND', '1234', null],
    ['PARTIAL', 'Harbour', 'H…'],
    ['PARTIAL', '\u{1F600}x', '\u{1F600}…'],
    ['PARTIAL', '', '…'],
    ['PARTIAL', 7, null],
    ['PARTIAL', { name: 'Harbour' }, null],
    ['TOKEN', { name: 'Harbour' }, null],
    ['TOKEN', true, null],
  ])('%s of %j is %j', (name, value, shown) => {
    expect(masked(name, value)).toEqual(shown);
  });

  test.each(maskNames)('%s of nothing is nothing', (name) => {
    expect(masked(name, null)).toBeNull();
    expect(masked(name, undefined)).toBeNull();
  });

  test('of a list each item', () => {
    expect(masked('PARTIAL', ['Harbour', null, ['River']])).toEqual(['H…', null, ['R…']]);
    expect(masked('BAND', [{ amount: '5' }])).toEqual([{ minimum: '1', maximum: '10' }]);
  });
});

describe('a token', () => {
  test('is the same for the same text, and of 22 signs that fit into an address', () => {
    expect(masked('TOKEN', 'Harbour')).toMatch(/^[\w-]{22}$/);
    expect(masked('TOKEN', 'Harbour')).toBe(masked('TOKEN', 'Harbour'));
    expect(masked('TOKEN', 5)).toBe(masked('TOKEN', '5'));
  });

  test('is another for another text, another caller and another member', () => {
    const others = [
      masked('TOKEN', 'River'),
      maskOf('TOKEN', tokensFor('a secret of the tests', 'p-2'))('Harbour'),
      maskOf('TOKEN', tokensFor('another secret', 'p-1'))('Harbour'),
    ];
    expect(new Set([...others, masked('TOKEN', 'Harbour')]).size).toBe(4);
  });
});
