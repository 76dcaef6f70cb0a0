import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../cli/demo/random.js';

describe('a seeded source of choices', () => {
  it('gives the same choices for the same seed and others for another', () => {
    const take = (seed: string): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
    };
    expect(take('a')).toEqual(take('a'));
    expect(take('a')).not.toEqual(take('b'));
  });

  it('forks into sources that do not depend on what was taken before', () => {
    const random = createRandom('a');
    const before = random.fork('x').int(0, 1_000_000);
    random.int(0, 10);
    expect(random.fork('x').int(0, 1_000_000)).toBe(before);
    expect(random.fork('y').int(0, 1_000_000)).not.toBe(before);
  });

  it('gives whole numbers within both bounds, evenly', () => {
    const random = createRandom('even');
    const counts = new Map<number, number>();
    for (let i = 0; i < 6_000; i++) {
      const face = random.int(1, 6);
      counts.set(face, (counts.get(face) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Math.min(...counts.values())).toBeGreaterThan(850);
  });

  it('picks the first items more often when skewed', () => {
    const random = createRandom('skew');
    const picked = Array.from({ length: 1_000 }, () => random.pickSkewed([0, 1, 2, 3]));
    expect(picked.filter((item) => item === 0).length).toBeGreaterThan(400);
    expect(picked.filter((item) => item === 3).length).toBeLessThan(200);
  });

  it('cannot choose from nothing', () => {
    expect(() => createRandom('a').pick([])).toThrow('a choice needs a list that is not empty');
  });
});
