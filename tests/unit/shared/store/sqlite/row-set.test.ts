import { expect, test } from 'vitest';
import { RowSet } from '../../../../../shared/store/sqlite/row-set.js';

test('a row set has what was added and nothing else, however far apart', () => {
  const set = new RowSet();
  const added = [1, 2, 8, 9, 31, 32, 8_191, 8_192, 100_000, 4_000_000];
  for (const id of added) {
    expect(set.has(id)).toBe(false);
    set.add(id);
    set.add(id);
  }
  const around = added.flatMap((id) => [id - 1, id, id + 1]);
  expect(around.filter((id) => set.has(id))).toEqual(around.filter((id) => added.includes(id)));
  expect(set.has(40_000_000)).toBe(false);
});
