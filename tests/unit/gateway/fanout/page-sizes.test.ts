import { describe, expect, it } from 'vitest';
import { pageSizeFor, RecentShares } from '../../../../gateway/fanout/page-sizes.js';

describe('the rows a member is asked for', () => {
  it.each([
    [20, 1, 1, 20],
    [20, 1 / 30, 30, 4],
    [20, 1 / 100, 100, 3],
    [20, 0.5, 30, 16],
    [20, 0, 30, 1],
    [1, 0.2, 5, 1],
  ])('for a page of %i and a share of %d among %i members are %i', (page, share, members, rows) => {
    expect(pageSizeFor(page, share, members)).toBe(rows);
  });

  it.each([
    ['two', equal(2)],
    ['five', equal(5)],
    ['thirty', equal(30)],
    ['a hundred', equal(100)],
    ['thirty of which two have most', [0.5, 0.3, ...Array.from({ length: 28 }, () => 0.2 / 28)]],
  ])(
    'leave a second round a chance below one in ten with %s, by simulation with a fixed seed',
    (_, shares) => {
      const random = seeded(7);
      const recent = new RecentShares();
      const members = shares.map((_share, i) => `m${i}`);
      let second = 0;
      for (let page = 0; page < 1200; page++) {
        const asked = members.map((id) => pageSizeFor(20, recent.shareOf('q', id, members), members.length));
        const rows = shares.map(() => 0);
        let ranOut = false;
        for (let row = 0; row < 20; row++) {
          ranOut ||= rows.some((count, i) => count >= (asked[i] ?? 0));
          const i = drawn(shares, random());
          rows[i] = (rows[i] ?? 0) + 1;
        }
        second += page >= 200 && ranOut ? 1 : 0;
        recent.note('q', new Map(members.map((id, i) => [id, rows[i] ?? 0])));
      }
      expect(second / 1000).toBeLessThan(0.1);
    },
  );
});

describe('recent shares', () => {
  it('begin equal and follow what members had of recent pages', () => {
    const shares = new RecentShares();
    const members = ['a', 'b'];
    expect(shares.shareOf('q', 'a', members)).toBe(0.5);
    for (let page = 0; page < 30; page++) {
      shares.note(
        'q',
        new Map([
          ['a', 18],
          ['b', 2],
        ]),
      );
    }
    expect(shares.shareOf('q', 'a', members)).toBeGreaterThan(0.85);
    for (let page = 0; page < 60; page++) {
      shares.note(
        'q',
        new Map([
          ['a', 2],
          ['b', 18],
        ]),
      );
    }
    expect(shares.shareOf('q', 'a', members)).toBeLessThan(0.15);
  });

  it('are kept per question', () => {
    const shares = new RecentShares();
    shares.note('q', new Map([['a', 20]]));
    expect(shares.shareOf('other', 'a', ['a', 'b'])).toBe(0.5);
  });
});

function equal(members: number): number[] {
  return Array.from({ length: members }, () => 1 / members);
}

function drawn(shares: readonly number[], at: number): number {
  let sum = 0;
  return Math.max(
    0,
    shares.findIndex((share) => {
      sum += share;
      return at < sum;
    }),
  );
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
