import { expect, test } from 'vitest';
import { LocalRows } from '../../../../../shared/store/sqlite/local-rows.js';

test('finds the row of every local id it was given, and next to none for others', () => {
  const rows = new LocalRows();
  const count = 50_000;
  for (let row = 1; row <= count; row++) {
    expect(rows.rowsOf(`line-${row}`).length).toBeLessThan(2);
    rows.add(`line-${row}`, row);
  }
  expect(rows.size).toBe(count);
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  expect(numbers.filter((row) => !rows.rowsOf(`line-${row}`).includes(row))).toEqual([]);
  expect(numbers.filter((row) => rows.rowsOf(`other-${row}`).length > 0).length).toBeLessThan(10);
});

test('gives both rows of local ids that share a hash', () => {
  const [one, other] = collidingIds();
  const rows = new LocalRows();
  rows.add(one, 7);
  expect(rows.rowsOf(other)).toEqual([7]);
  rows.add(other, 8);
  expect(rows.rowsOf(one)).toEqual([7, 8]);
});

/** Tries ids until two share a hash, which the birthday of 32 bits brings after some ten thousands. */
function collidingIds(): [string, string] {
  const rows = new LocalRows();
  for (let row = 1; ; row++) {
    const [found] = rows.rowsOf(`id-${row * 7919}`);
    if (found !== undefined) {
      return [`id-${found * 7919}`, `id-${row * 7919}`];
    }
    rows.add(`id-${row * 7919}`, row);
  }
}
