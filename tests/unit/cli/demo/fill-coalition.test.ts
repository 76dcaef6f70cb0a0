import { expect, it } from 'vitest';
import { dealt } from '../../../../cli/demo/fill-coalition.js';

it.each<[string, number[], number, number[][]]>([
  ['nothing to nobody', [], 2, []],
  ['everything to one', [1, 2, 3], 1, [[1, 2, 3]]],
  [
    'evenly to two',
    [1, 2, 3, 4, 5],
    2,
    [
      [1, 3, 5],
      [2, 4],
    ],
  ],
  ['one each where there are more processors than members', [1, 2], 8, [[1], [2]]],
  ['to one where the number of processors is not known', [1, 2], 0, [[1, 2]]],
])('members are dealt %s', (_, list, most, expected) => {
  expect(dealt(list, most)).toEqual(expected);
});
