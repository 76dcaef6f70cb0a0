import { expect, it } from 'vitest';
import { createOrdinals } from '../../../../shared/importing/ordinals.js';

it('counts equal contents from 1 and tells near ones apart', () => {
  const ordinalOf = createOrdinals();
  expect(['a', 'b', 'a', 'ab', 'ba', 'a'].map(ordinalOf)).toEqual([1, 1, 2, 1, 1, 3]);
});

it('gives each of 200,000 contents that differ in one digit the ordinal 1', () => {
  const ordinalOf = createOrdinals();
  const repeats = Array.from({ length: 200_000 }, (_, i) => ordinalOf(`APPROVED\n2015\n1010\nExpense\n${i}`));
  expect(repeats.filter((ordinal) => ordinal !== 1)).toEqual([]);
});

it('counts anew for each counter', () => {
  expect([createOrdinals()('a'), createOrdinals()('a')]).toEqual([1, 1]);
});
