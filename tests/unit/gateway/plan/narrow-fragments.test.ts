import { buildSchema, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { narrowFragments } from '../../../../gateway/plan/narrow-fragments.js';

const schema = buildSchema(`
  type Query { book: Book named: Named any: Any }
  interface Named { id: ID name: String owner: Named }
  type Book implements Named { id: ID name: String owner: Named pages: Int author: Author }
  type Author implements Named { id: ID name: String owner: Named born: Int }
  union Any = Book | Author`);

function narrowed(query: string) {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) {
    throw new Error('Expected an operation.');
  }
  const before = JSON.stringify(document);
  const result = narrowFragments({ document, operation }, schema);
  expect(JSON.stringify(document)).toBe(before);
  expect(result.document.definitions).toContain(result.operation);
  return { text: print(result.operation).replaceAll(/\s+/g, ' '), isSame: result.operation === operation };
}

describe('an operation', () => {
  it.each([
    [
      'an interface',
      '{ book { ... on Named { id ... on Book { pages } } } }',
      '{ book { ... { id ... on Book { pages } } } }',
    ],
    [
      'a union',
      '{ book { ... on Any { ... on Book { pages } } } }',
      '{ book { ... { ... on Book { pages } } } }',
    ],
    [
      'an interface, as a fragment of the document',
      '{ book { ...A } } fragment A on Named { name ...B } fragment B on Book { pages }',
      '{ book { ... { name ...B } } }',
    ],
    [
      'one within another',
      '{ book { ... on Any { ... on Named { ... on Book { pages } } } } }',
      '{ book { ... { ... { ... on Book { pages } } } } }',
    ],
    [
      'an interface, under conditions that stay',
      'query($x: Boolean!) { book { ... on Named @include(if: $x) { id } ...A @skip(if: $x) } } fragment A on Named { name }',
      'query ($x: Boolean!) { book { ... @include(if: $x) { id } ... @skip(if: $x) { name } } }',
    ],
    [
      'an interface, below what is not known',
      '{ named { ... on Book { author { ...A } } } } fragment A on Named { id ... on Author { born } }',
      '{ named { ... on Book { author { ... { id ... on Author { born } } } } } }',
    ],
    [
      'an interface, within a fragment of the document',
      '{ named { ...A } } fragment A on Book { author { ... on Named { ... on Author { born } } } }',
      '{ named { ... on Book { author { ... { ... on Author { born } } } } } }',
    ],
    [
      'an interface, in one of the places of a fragment',
      '{ named { ...A } book { ...A } } fragment A on Named { ... on Book { pages } }',
      '{ named { ...A } book { ... { ... on Book { pages } } } }',
    ],
  ])('whose object is known has no fragment on %s', (_, query, text) => {
    expect(narrowed(query)).toEqual({ text, isSame: false });
  });

  it.each([
    [
      '{ named { ... on Named { id ... on Book { pages } } } any { ... on Named { ...A } } } fragment A on Author { born }',
    ],
    [
      '{ book { ...A ... { id } ... on Book { author { id } } } __schema { types { name } } } fragment A on Book { pages }',
    ],
    ['{ __typename book { __typename } }'],
  ])('stays itself otherwise: %s', (query) => {
    expect(narrowed(query).isSame).toBe(true);
  });

  it('is looked at once for each place of a fragment, however often fragments spread each other', () => {
    const depth = 40;
    const spread = (name: string) => `...${name} ... @include(if: true) { ...${name} }`;
    const fragments = Array.from(
      { length: depth },
      (_, i) => `fragment F${i} on Named { ${i + 1 < depth ? spread(`F${i + 1}`) : 'id'} }`,
    );
    const document = parse(`{ book { ...F0 } } ${fragments.join(' ')}`, { noLocation: true });
    const operation = document.definitions[0];
    expect(operation?.kind).toBe(Kind.OPERATION_DEFINITION);
    if (operation?.kind === Kind.OPERATION_DEFINITION) {
      expect(narrowFragments({ document, operation }, schema).operation).not.toBe(operation);
    }
  });
});
