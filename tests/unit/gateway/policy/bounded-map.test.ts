import { expect, test } from 'vitest';
import { BoundedMap } from '../../../../gateway/policy/bounded-map.js';

test('forgets what was not asked for the longest, by weight', () => {
  const map = new BoundedMap<number>(10);
  map.set('a', 1, 4);
  map.set('b', 2, 4);
  expect(map.get('a')).toBe(1);
  map.set('c', 3, 4);
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([1, undefined, 3]);
  map.set('a', 5, 6);
  expect(['a', 'c'].map((key) => map.get(key))).toEqual([5, 3]);
});

test('does not keep what alone is too heavy, nor what it stood for', () => {
  const map = new BoundedMap<number>(10);
  map.set('a', 1, 4);
  map.set('a', 2, 11);
  expect(map.get('a')).toBeUndefined();
  map.set('b', 3, 10);
  expect(map.get('b')).toBe(3);
  map.set('c', 4, 11);
  expect(map.get('b')).toBe(3);
});
