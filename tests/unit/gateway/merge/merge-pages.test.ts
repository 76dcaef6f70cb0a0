import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberPage } from '../../../../gateway/merge/member-page.js';
import { mergePages } from '../../../../gateway/merge/merge-pages.js';
import { type MemberId, readMemberId } from '../../../../shared/domain/ids.js';
import { compareKeys, type Position, type SortDirection } from '../../../../shared/domain/key-value.js';

function pageOf(member: MemberId, positions: readonly Position[], hasMore: boolean): MemberPage {
  return { member, connection: {}, positions, hasMore };
}

function at(member: string, local: string, ...k: (string | number | null)[]): Position {
  return { k, member, local };
}

const alpha = readMemberId('alpha');
const beta = readMemberId('beta');

describe('merging pages', () => {
  it('takes the least row first and breaks ties by member, then local id', () => {
    const merged = mergePages(
      [
        [pageOf(beta, [at('beta', 'a', 1), at('beta', 'b', 2)], false)],
        [pageOf(alpha, [at('alpha', 'z', 1), at('alpha', 'y', 3)], false)],
      ],
      ['ASC'],
      10,
    );
    expect(merged.picks.map(({ page, index }) => `${page.member}:${page.positions[index]?.local}`)).toEqual([
      'alpha:z',
      'beta:a',
      'beta:b',
      'alpha:y',
    ]);
    expect(merged).toMatchObject({ exhausted: [], hasNextPage: false });
  });

  it('stops where a member with more rows runs out', () => {
    const merged = mergePages(
      [
        [pageOf(alpha, [at('alpha', 'a', 1)], true)],
        [pageOf(beta, [at('beta', 'b', 2), at('beta', 'c', 3)], false)],
      ],
      ['ASC'],
      10,
    );
    expect(merged.picks).toHaveLength(1);
    expect(merged).toMatchObject({ exhausted: ['alpha'], hasNextPage: true });
  });

  it.each([
    ['a row is left', [at('alpha', 'a', 1), at('alpha', 'b', 2)], false, true],
    ['the member has more', [at('alpha', 'a', 1)], true, true],
    ['nothing is left', [at('alpha', 'a', 1)], false, false],
  ])('says whether a page follows when %s', (_, positions, hasMore, hasNextPage) => {
    expect(mergePages([[pageOf(alpha, positions, hasMore)]], ['ASC'], 1).hasNextPage).toBe(hasNextPage);
  });

  it('equals sorting all rows, for any split of them', () => {
    const directions = fc.constantFrom<SortDirection[]>([], ['ASC'], ['DESC'], ['ASC', 'DESC']);
    const key = fc.option(fc.constantFrom('a', 'B', 'é', '\u{1F600}', '\uFFFD'));
    const row = fc.tuple(fc.constantFrom('m1', 'm2', 'm3', 'm4'), fc.tuple(key, key));
    fc.assert(
      fc.property(
        directions,
        fc.array(row, { maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (order, rows, limit) => {
          const positions = rows.map(([member, k], i) => at(member, `r${i}`, ...k.slice(0, order.length)));
          const sorted = positions.toSorted((a, b) => compareKeys(a, b, order));
          const pages = ['m1', 'm2', 'm3', 'm4'].map((member) => [
            pageOf(
              readMemberId(member),
              sorted.filter((position) => position.member === member),
              false,
            ),
          ]);
          const merged = mergePages(pages, order, limit);
          expect(merged.picks.map(({ page, index }) => page.positions[index])).toEqual(
            sorted.slice(0, limit),
          );
          expect(merged.hasNextPage).toBe(sorted.length > limit);
        },
      ),
      { seed: 20_261_123, numRuns: 300 },
    );
  });
});
