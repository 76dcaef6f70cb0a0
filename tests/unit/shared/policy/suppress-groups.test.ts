import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, groupIdOf, suppressGroups } from '../../../../shared/policy/suppress-groups.js';
import { seeded } from './seeded.js';

/** Cells by their values and the number of their subjects, or the subjects' names. */
function cells(...given: readonly [string, number | string][]): Cell[] {
  return given.map(([values, subjects], i) => ({
    values: values.split(' '),
    subjects: new Set(
      typeof subjects === 'string'
        ? subjects.split('')
        : Array.from({ length: subjects }, (_, n) => `${i}-${n}`),
    ),
  }));
}

function suppressed(given: readonly Cell[], by: readonly number[], minimumGroup = 5): Record<string, string> {
  return Object.fromEntries(suppressGroups(given, { by, minimumGroup }));
}

test('what may be shown of a part that is kept back hides nothing of it', () => {
  // Of `a` the cell of one is kept back, which the cell of two beside it, that is shown, does not cover.
  const given = cells(['a x', '1'], ['a y', '23'], ['b x', '4'], ['b y', '5']);
  expect(suppressed(given, [], 2)).toEqual({ '[]': 'DERIVABLE' });
});

describe('by one dimension', () => {
  test.each<[string, Cell[], Record<string, string>]>([
    ['nothing to count', [], {}],
    ['large groups', cells(['a', 5], ['b', 6]), {}],
    ['a small group', cells(['a', 5], ['b', 4]), { '["b"]': 'SMALL_GROUP' }],
    ['a group of one', cells(['a', 1]), { '["a"]': 'SMALL_GROUP' }],
  ])('%s', (_, given, expected) => {
    expect(suppressed(given, [0])).toEqual(expected);
  });

  test('a group without a value is a group', () => {
    const given: Cell[] = [{ values: [null], subjects: new Set('ab') }];
    expect(suppressed(given, [0])).toEqual({ [groupIdOf([null])]: 'SMALL_GROUP' });
  });
});

describe('all together', () => {
  test.each<[string, Cell[], Record<string, string>]>([
    ['of large parts', cells(['a', 5], ['b', 6]), {}],
    ['of one small part: the others tell it', cells(['a', 5], ['b', 4]), { '[]': 'DERIVABLE' }],
    ['of small parts that hide in each other', cells(['a', 9], ['b', 4], ['c', 1]), {}],
    ['of small parts that are too few together', cells(['a', 9], ['b', 3], ['c', 1]), { '[]': 'DERIVABLE' }],
    [
      'of small parts that are about the same few',
      cells(['a', 9], ['b', 'wxyz'], ['c', 'wxyz']),
      { '[]': 'DERIVABLE' },
    ],
    ['of too few', cells(['a', 2], ['b', 2]), { '[]': 'SMALL_GROUP' }],
    ['of the same few in many parts', cells(['a', 'wxyz'], ['b', 'wxyz']), { '[]': 'SMALL_GROUP' }],
  ])('%s', (_, given, expected) => {
    expect(suppressed(given, [])).toEqual(expected);
  });
});

describe('by two dimensions', () => {
  const given = cells(['a x', 9], ['a y', 2], ['b x', 9], ['b y', 4], ['c x', 9], ['c y', 9]);

  test('the finest groups', () => {
    expect(suppressed(given, [0, 1])).toEqual({ '["a","y"]': 'SMALL_GROUP', '["b","y"]': 'SMALL_GROUP' });
  });

  test('the first: what one small part could be taken from', () => {
    expect(suppressed(given, [0])).toEqual({ '["a"]': 'DERIVABLE', '["b"]': 'DERIVABLE' });
  });

  test('the second: small parts hide in each other', () => {
    expect(suppressed(given, [1])).toEqual({});
  });

  test('all: what is suppressed is large enough', () => {
    expect(suppressed(given, [])).toEqual({});
  });

  test('all: what one suppressed group could be taken from, though the small cells are many', () => {
    const uneven = cells(['a x', 9], ['a y', 3], ['a z', 3], ['b x', 9], ['b y', 3], ['b z', 9]);
    expect(suppressed(uneven, [0])).toEqual({ '["b"]': 'DERIVABLE' });
    expect(suppressed(uneven, [])).toEqual({ '[]': 'DERIVABLE' });
  });

  test('the order of the dimensions does not matter', () => {
    expect(suppressed(given, [1, 0])).toEqual({ '["y","a"]': 'SMALL_GROUP', '["y","b"]': 'SMALL_GROUP' });
  });
});

describe('whatever the cells', () => {
  const cell = fc.record({
    values: fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('x', 'y', null),
      fc.constantFrom('1', '2'),
    ),
    subjects: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
  });
  const table = fc
    .uniqueArray(cell, { selector: ({ values }) => groupIdOf(values), maxLength: 12 })
    .map((found): Cell[] =>
      found.map(({ values, subjects }) => ({ values, subjects: new Set(subjects.map(String)) })),
    );
  const groupings = [[], [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];

  /** The subjects of the small cells of what is suppressed of a group that is shown, parted by one more dimension. */
  test('what a shown group could give away of suppressed ones is nothing, or of enough subjects', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 5 }), (given, minimumGroup) => {
        for (const by of groupings) {
          const verdicts = suppressGroups(given, { by, minimumGroup });
          for (const dimension of [0, 1, 2].filter((one) => !by.includes(one))) {
            const finer = [...by, dimension].sort();
            const hidden = suppressGroups(given, { by: finer, minimumGroup });
            const idOf = (one: Cell, of: readonly number[]) =>
              groupIdOf(of.map((i) => one.values[i] ?? null));
            for (const shown of new Set(
              given.map((one) => idOf(one, by)).filter((id) => !verdicts.has(id)),
            )) {
              const small = given.filter(
                (one) =>
                  idOf(one, by) === shown && hidden.has(idOf(one, finer)) && one.subjects.size < minimumGroup,
              );
              const subjects = new Set(small.flatMap((one) => [...one.subjects]));
              expect(subjects.size === 0 || subjects.size >= minimumGroup).toBe(true);
            }
          }
          const shownSizes = groupSizes(given, by).filter(([id]) => !verdicts.has(id));
          expect(shownSizes.every(([, size]) => size >= minimumGroup)).toBe(true);
        }
      }),
      seeded(300),
    );
  });

  function groupSizes(given: readonly Cell[], by: readonly number[]): [string, number][] {
    const groups = new Map<string, Set<string>>();
    for (const one of given) {
      const id = groupIdOf(by.map((i) => one.values[i] ?? null));
      groups.set(id, new Set([...(groups.get(id) ?? []), ...one.subjects]));
    }
    return [...groups].map(([id, subjects]) => [id, subjects.size]);
  }
});
