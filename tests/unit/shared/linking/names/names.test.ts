import { describe, expect, test } from 'vitest';
import { compareNames } from '../../../../../shared/linking/names/compare-names.js';
import { nameKeys } from '../../../../../shared/linking/names/name-keys.js';
import { nameTerms } from '../../../../../shared/linking/names/name-terms.js';
import { normalizedName } from '../../../../../shared/linking/names/normalized-name.js';
import { parseName } from '../../../../../shared/linking/names/parse-name.js';
import { sameNameThreshold } from '../../../../../shared/linking/names/threshold.js';

/** One invented name as the demo coalition may spell it. */
const spellings = [
  'Kadenu Jarutin',
  'Kadenou Djaroutin',
  'Kadenu Džarutin',
  'JARUTIN, Kadenu',
  'Кадену Джарутин',
  'Καντένου Τζαρούτιν',
  'كادينو جاروتين',
  'კადენუ ჯარუტინ',
];

describe('a name in many scripts', () => {
  test.each(spellings)('%s is the same name', (spelling) => {
    const [a, b] = [parseName(spellings[0] ?? '', 'PERSON'), parseName(spelling, 'PERSON')];
    expect(compareNames(a, b)).toBeGreaterThanOrEqual(sameNameThreshold);
    expect(normalizedName(b)).toBe(normalizedName(a));
    expect(nameTerms(b)).toEqual(expect.arrayContaining(normalizedName(a).split(' ')));
    expect(nameKeys(a).some((key) => nameKeys(b).includes(key))).toBe(true);
  });
});
