import { buildSchema, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { pruneSchema } from '../../../../gateway/policy/prune-schema.js';

const text = `
  type Query { a(x: Int, e: E): A i: I u: U }
  type A implements I { shared: String own: B }
  type B { c: C }
  type C { deep: String }
  interface I { shared: String }
  union U = A | B
  enum E { ONE TWO }
  type Lonely { a: Int }
`;
const pruned = (...hidden: string[]): string =>
  printSchema(pruneSchema(buildSchema(text), new Set(hidden))).replaceAll(/\s+/g, ' ');

describe('pruneSchema', () => {
  it.each([
    ['a field, and the types that only it led to', ['B.c'], [' C ', 'deep', 'type B', 'own']],
    ['a type, its fields and its place in unions', ['B'], ['type B', 'own', '| B', ' C ']],
    ['an argument', ['Query.a(x:)'], ['x: Int']],
    ['an enum with all its values, and the argument of it', ['E.ONE', 'E.TWO'], ['enum E', 'e: E']],
    ['an interface', ['I'], ['interface I', 'implements', 'i: I']],
  ])('takes out %s', (_what, hidden, gone) => {
    const left = pruned(...hidden);
    expect(gone.filter((part) => left.includes(part))).toEqual([]);
    expect(left).toContain('shared: String');
    // Nothing led to it before either.
    expect(left).toContain('type Lonely');
  });

  it('keeps a field that an interface tells of', () => {
    expect(pruned('A.shared')).toBe(pruned());
    expect(pruned('A.shared', 'I.shared')).not.toContain('shared');
  });
});

const large = `
  directive @note(text: String) on FIELD_DEFINITION
  type Query { open: Int wide: Wide thing: Thing find(filter: Filter, by: [Dim!]! = [NAME]): [Row!]! need(dim: Dim!): Int when: When }
  type Mutation { change(input: Change!): Changed }
  interface Wide { part: Part id: ID! }
  interface Part { n: Int }
  type Narrow implements Part { n: Int }
  type Broad implements Wide { part: Narrow id: ID! extra: Extra }
  type Other implements Wide { part: Part id: ID! }
  type Extra { e: Int }
  union Thing = Row | Odd
  type Row { name: String }
  type Odd { odd: Int even: Int }
  input Filter { name: String inner: Inner }
  input Inner { deep: String }
  input Change { name: String }
  type Changed { ok: Boolean }
  enum Dim { NAME DATE }
  scalar When
`;
const whole = printSchema(buildSchema(large));

describe('a pruned schema', () => {
  it.each<[string, string[], (readonly [string, string])[]]>([
    ['whole where nothing is hidden', [], []],
    ['without a field', ['Query.open'], [['  open: Int\\n', '']]],
    [
      'without a scalar and what is of it',
      ['When'],
      [
        ['  when: When\\n', ''],
        ['scalar When\\n*', ''],
      ],
    ],
    ['without a value of an enum', ['Dim.DATE'], [['  DATE\\n', '']]],
    [
      'without an enum, an argument that has a default and a field that needs one',
      ['Dim'],
      [
        [', by: \\[Dim!\\]! = \\[NAME\\]', ''],
        ['  need\\(dim: Dim!\\): Int\\n', ''],
        ['enum Dim \\{[^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without an argument',
      ['Query.find(filter:)'],
      [
        ['filter: Filter, ', ''],
        ['input Filter[^}]*\\}\\n\\ninput Inner[^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without a field that needs a hidden argument',
      ['Query.need(dim:)'],
      [['  need\\(dim: Dim!\\): Int\\n', '']],
    ],
    ['without an input field', ['Filter.name'], [['(input Filter \\{\\n)  name: String\\n', '$1']]],
    [
      'without an input type of which nothing is left, wherever it stands',
      ['Inner.deep'],
      [
        ['  inner: Inner\\n', ''],
        ['input Inner \\{[^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without a type of a union',
      ['Odd'],
      [
        ['Row \\| Odd', 'Row'],
        ['type Odd \\{[^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without a union of which nothing is left',
      ['Odd', 'Row'],
      [
        ['  thing: Thing\\n', ''],
        ['  find.*\\n', ''],
        ['union Thing.*\\n\\n', ''],
        ['type Row \\{[^}]*\\}\\n\\n', ''],
        ['type Odd \\{[^}]*\\}\\n\\n', ''],
        ['input Filter \\{[^}]*\\}\\n\\ninput Inner \\{[^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'with the type of an interface in place of a hidden one',
      ['Narrow'],
      [
        ['part: Narrow', 'part: Part'],
        ['type Narrow [^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without a type that only a hidden field led to',
      ['Broad.extra'],
      [
        ['  extra: Extra\\n', ''],
        ['type Extra \\{[^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without a mutation and its types',
      ['Mutation'],
      [
        ['type Mutation \\{[^}]*\\}\\n\\n', ''],
        ['input Change \\{[^}]*\\}\\n\\n', ''],
        ['type Changed \\{[^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without an interface, but with what it only stood before',
      ['Query.wide', 'Wide'],
      [
        ['  wide: Wide\\n', ''],
        ['interface Wide [^}]*\\}\\n\\n', ''],
        ['interface Part [^}]*\\}\\n\\n', ''],
        ['type (Narrow|Broad|Other|Extra) [^}]*\\}\\n\\n', ''],
      ],
    ],
    [
      'without a type of which only an interface is left',
      ['Wide.id', 'Wide.part', 'Other.id', 'Other.part'],
      [
        ['  wide: Wide\\n', ''],
        ['interface (Wide|Part) [^}]*\\}\\n\\n', ''],
        ['type (Narrow|Broad|Other|Extra) [^}]*\\}\\n\\n', ''],
      ],
    ],
  ])('is %s', (_what, hidden, changes) => {
    let expected = whole;
    for (const [pattern, by] of changes) {
      expect(expected).toMatch(new RegExp(pattern));
      expected = expected.replaceAll(new RegExp(pattern, 'g'), by);
    }
    expect(printSchema(pruneSchema(buildSchema(large), new Set(hidden))).trim()).toBe(expected.trim());
  });
});
