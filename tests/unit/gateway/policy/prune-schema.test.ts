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
