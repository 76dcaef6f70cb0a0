import { expect, test } from 'vitest';
import { listed } from '../../../../shared/policy/listed.js';

test('a list that is missing is an empty one', () => {
  expect([listed(undefined), listed([1, 2])]).toEqual([[], [1, 2]]);
});
