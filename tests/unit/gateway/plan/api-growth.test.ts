import { buildSchema } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { findAdditions, findShrinkage } from '../../../../gateway/plan/api-growth.js';

const before = `
  type Query { a(x: Int = 1, by: By, kind: Kind): A b: [A!]! u: U }
  input By { text: String = "t" year: Int }
  enum Kind { OLD NEW }
  interface Named { name: String }
  type A implements Named { name: String size: Int! }
  type B { id: ID! }
  union U = A | B
  scalar Day
`;

function shrinkage(change: (sdl: string) => string): readonly string[] {
  const after = change(before);
  expect(after).not.toBe(before);
  return findShrinkage(buildSchema(before), buildSchema(after));
}

describe('findShrinkage', () => {
  test.each<[string, string, string, string[]]>([
    ['a field', ' size: Int!', '', ['A.size was removed.']],
    ['a type', '| B', '', ['B was removed from union type U.']],
    ['a scalar', 'scalar Day', '', ['Day was removed.']],
    ['an argument', ', by: By', '', ['Query.a arg by was removed.']],
    ['a value', ' NEW', '', ['NEW was removed from enum type Kind.']],
    ['an interface', ' implements Named', '', ['A no longer implements interface Named.']],
    ['a field of an input', ' year: Int', '', ['By.year was removed.']],
  ])('tells that %s is gone', (_, what, by, expected) => {
    expect(shrinkage((sdl) => sdl.replace(what, by))).toEqual(expected);
  });

  test.each<[string, string, string, string[]]>([
    ['a value may be missing', 'size: Int!', 'size: Int', ['A.size changed type from Int! to Int.']],
    ['a list may be missing', '[A!]!', '[A!]', ['Query.b changed type from [A!]! to [A!].']],
    ['a type is another', 'size: Int!', 'size: Float!', ['A.size changed type from Int! to Float!.']],
    [
      'an argument is required',
      'kind: Kind',
      'kind: Kind!',
      ['Query.a arg kind has changed type from Kind to Kind!.'],
    ],
    ['a required argument came', 'u: U', 'u(x: Int!): U', ['A required arg x on Query.u was added.']],
    [
      'a required field came to an input',
      'year: Int',
      'year: Int more: Int!',
      ['A required field more on input type By was added.'],
    ],
    [
      'an argument has another default',
      'Int = 1',
      'Int = 2',
      ['Query.a arg x has changed defaultValue from 1 to 2.'],
    ],
    ['a field of an input has another default', '"t"', '"s"', ['By.text has changed defaultValue.']],
    ['a field of an input lost its default', ' = "t"', '', ['By.text has changed defaultValue.']],
    [
      'a kind of type changed',
      'scalar Day',
      'enum Day { MONDAY }',
      ['Day changed from a Scalar type to an Enum type.'],
    ],
  ])('tells that %s', (_, what, by, expected) => {
    expect(shrinkage((sdl) => sdl.replace(what, by))).toEqual(expected);
  });

  test.each([
    ['a field', 'size: Int!', 'size: Int! more: Int'],
    ['an optional argument', 'u: U', 'u(x: Int, y: Int! = 1): U'],
    ['an optional field of an input', 'year: Int', 'year: Int more: Int'],
    ['a value', 'NEW', 'NEW NEWER'],
    ['a type', 'scalar Day', 'scalar Day scalar Night'],
    ['a type of a union', '| B', '| B | C type C { id: ID }'],
    ['a promise of a value', 'name: String size', 'name: String! size'],
    ['a deprecation', 'size: Int!', 'size: Int! @deprecated'],
  ])('lets a graph grow by %s', (_, what, by) => {
    expect(shrinkage((sdl) => sdl.replace(what, by))).toEqual([]);
  });
});

describe('findAdditions', () => {
  it('names types and fields that came', () => {
    const after = before
      .replace('size: Int!', 'size: Int! more: Int')
      .replace('scalar Day', 'scalar Day type C { id: ID }');
    expect(findAdditions(buildSchema(before), buildSchema(after))).toEqual(['A.more', 'C', 'C.id']);
  });
});
