import { expect, test } from 'vitest';
import type { Dimension } from '../../../../shared/kit/dimension.js';
import { foldGroups } from '../../../../shared/kit/fold-groups.js';

const year: Dimension = { constant: 'FISCAL_YEAR', isClassification: false, keys: ['fiscalYear'] };
const functional: Dimension = {
  constant: 'FUNCTIONAL',
  isClassification: true,
  keys: ['functionalScheme', 'functional', 'functionalLabel'],
};

test('a code is one group however its records word it, under its least label', () => {
  const groups = foldGroups(
    [
      { key: ['COFOG', '01', 'Services'], count: 2, sum: 5n },
      { key: ['COFOG', '01', 'General services'], count: 1, sum: null },
      { key: ['COFOG', '01', null], count: 1, sum: -7n },
      { key: ['US-SUBFUNCTION', '01', 'Other'], count: 1, sum: 1n },
    ],
    [functional],
  );
  expect(groups).toEqual([
    {
      key: [{ dimension: 'FUNCTIONAL', scheme: 'COFOG', code: '01', label: 'General services' }],
      count: 4,
      sum: -2n,
    },
    {
      key: [{ dimension: 'FUNCTIONAL', scheme: 'US-SUBFUNCTION', code: '01', label: 'Other' }],
      count: 1,
      sum: 1n,
    },
  ]);
});

test('groups are ordered by scheme and code of each dimension, nulls last', () => {
  const groups = foldGroups(
    [
      { key: [null, null, null, 2019], count: 1, sum: null },
      { key: ['COFOG', null, null, 2019], count: 1, sum: null },
      { key: ['COFOG', '02', null, null], count: 1, sum: null },
      { key: ['COFOG', '02', null, 2020], count: 1, sum: null },
      { key: ['COFOG', '01', null, 2021], count: 1, sum: null },
    ],
    [functional, year],
  );
  expect(groups.map(({ key }) => key.map(({ scheme, code }) => `${scheme}/${code}`).join(' '))).toEqual([
    'COFOG/01 null/2021',
    'COFOG/02 null/2020',
    'COFOG/02 null/null',
    'COFOG/null null/2019',
    'null/null null/2019',
  ]);
});

test('a store that answers an empty total with an empty group has none', () => {
  expect(foldGroups([{ key: [], count: 0, sum: null }], [])).toEqual([]);
});
