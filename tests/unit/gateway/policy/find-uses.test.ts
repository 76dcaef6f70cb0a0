import {
  buildSchema,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { findUseSites, readingTypes, usesAny } from '../../../../gateway/policy/find-uses.js';

const schema = buildSchema(`
  type Query { rows(filter: Filter, first: Int): Rows plain(first: Int): Rows node: Node }
  type Rows implements Node { rows(filter: Filter): Rows count(by: [Dim!]): Int }
  interface Node { count(by: [Dim!]): Int }
  type Note implements Node { count(by: [Dim!]): Int }
  input Filter { name: String and: [[Filter!]] outer: Outer given: Dim = SECRET }
  input Outer { middle: Middle! } input Middle { inner: Inner a: Int } input Inner { secret: String open: String dim: Dim }
  input Apart { a: Int }
  enum Dim { OPEN SECRET }
`);

describe('the input types that can read something', () => {
  test.each([
    ['have a part that does', ['Inner.secret'], ['Filter', 'Inner', 'Middle', 'Outer']],
    ['are enums, and what holds them', ['Dim.SECRET'], ['Dim', 'Filter', 'Inner', 'Middle', 'Outer']],
    ['are none where nothing is used', [], []],
  ])('%s', (_what, uses, reading) => {
    expect([...readingTypes(schema, uses)].sort()).toEqual(reading);
  });
});

function sitesOf(text: string) {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  const type: GraphQLObjectType | null | undefined = schema.getQueryType();
  if (operation === undefined || !type) {
    throw new Error('Expected a query.');
  }
  return findUseSites(
    { set: operation.selectionSet, type },
    {
      schema,
      fragments: new Map(fragments.map((one) => [one.name.value, one])),
      reading: new Set(['Filter', 'Dim']),
    },
  );
}

describe('the fields whose arguments can use something', () => {
  test.each([
    [
      'are those with such an argument among others',
      '{ rows { __typename } plain { __typename } }',
      ['rows'],
    ],
    ['are below others', '{ plain { rows { rows { count } } } }', ['rows', 'rows', 'count']],
    [
      'are in fragments on a type and on none',
      '{ node { ... on Rows { rows { __typename } } ... { count } } }',
      ['rows', 'count'],
    ],
    [
      'are in a fragment once, wherever it is spread',
      '{ ...Q ...Q } fragment Q on Query { node { ...R } } fragment R on Rows { rows { __typename } }',
      ['rows'],
    ],
    ['are none in a fragment that is not there', '{ ...Nothing __typename }', []],
    ['are none of the schema', '{ __schema { types { name } } }', []],
  ])('%s', (_what, text, names) => {
    expect(sitesOf(text).map(({ node }) => node.name.value)).toEqual(names);
  });
});

describe('a field uses', () => {
  const unusable = new Set(['Inner.secret', 'Dim.SECRET', 'Filter.name']);
  const uses = (args: string, variables = {}): boolean =>
    sitesOf(`query($v: Filter, $d: [Dim!]) { rows(${args}) { count(by: $d) } }`)
      .slice(0, 1)
      .some((site) => usesAny(site, unusable, variables));

  test.each([
    ['a field', 'filter: { name: "a" , given: OPEN }', true],
    ['a field that is null', 'filter: { name: null, given: OPEN }', true],
    [
      'a field within lists of lists',
      'filter: { and: [[{ given: OPEN }, { name: "a", given: OPEN }]], given: OPEN }',
      true,
    ],
    ['a field within fields', 'filter: { outer: { middle: { inner: { secret: "a" } } }, given: OPEN }', true],
    [
      'an open field within fields',
      'filter: { outer: { middle: { inner: { open: "a" } } }, given: OPEN }',
      false,
    ],
    ['a value', 'filter: { outer: { middle: { inner: { dim: SECRET } } }, given: OPEN }', true],
    ['a value by default', 'filter: {}', true],
    ['an open value', 'filter: { given: OPEN }', false],
    ['nulls', 'filter: { and: null, outer: null, given: null }', false],
    ['nothing', 'first: 1', false],
    ['no filter', 'filter: null', false],
    ['what cannot be read', 'first: "a"', true],
  ])('%s: %s is %s', (_what, args, expected) => {
    expect(uses(args)).toBe(expected);
  });

  test.each([
    ['a variable', { v: { name: 'a', given: 'OPEN' } }, true],
    ['an open variable', { v: { given: 'OPEN' } }, false],
    ['a variable that is not given', {}, false],
    ['a field of a variable that is undefined', { v: { name: undefined, given: 'OPEN' } }, false],
    ['a name that the type does not have', { v: { nothing: 'a', given: 'OPEN' } }, false],
    ['a word in place of a filter', { v: 'name' }, false],
    ['an object in place of a list', { v: { and: { name: 'a' }, given: 'OPEN' } }, false],
  ])('%s: %j is %s', (_what, variables, expected) => {
    expect(uses('filter: $v', variables)).toBe(expected);
  });
});
