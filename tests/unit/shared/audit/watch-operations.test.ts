import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { askedCoordinates, coordinatesOf } from '../../../../shared/audit/coordinates-of.js';
import { countRows } from '../../../../shared/audit/count-rows.js';
import { decisionOf } from '../../../../shared/audit/decision-of.js';

const schema = buildSchema(`
  type Query { things(text: String): ThingConnection! thing(id: ID!): Thing _entities(ids: [ID!]!): [Thing]! }
  type ThingConnection { edges: [ThingEdge!]! total: Int }
  type ThingEdge { node: Thing! }
  interface Thing { id: ID! title: String }
  type Book implements Thing { id: ID! title: String pages: Int other: Thing }
`);

function partsOf(text: string) {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) {
    throw new Error('Expected an operation.');
  }
  const fragments = definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [definition] : [],
  );
  return { operation, fragments };
}

describe('the coordinates of an operation', () => {
  test.each([
    ['{ thing(id: "secret") { id } }', ['Query.thing', 'Thing.id']],
    ['{ a: thing(id: "1") { x: id } b: thing(id: "2") { id } }', ['Query.thing', 'Thing.id']],
    ['{ thing(id: "1") { ...B } } fragment B on Book { pages }', ['Book.pages', 'Query.thing']],
    ['{ thing(id: "1") { ... on Book { other { title } } } }', ['Book.other', 'Query.thing', 'Thing.title']],
    ['{ __typename __schema { types { name } } }', []],
    ['{ thing(id: "1") { __typename unknown { deep } } }', ['Query.thing', 'Thing.unknown']],
  ])('of %s are names alone', (text, expected) => {
    const { operation, fragments } = partsOf(text);
    expect([...coordinatesOf(schema, operation, fragments)]).toEqual(expected);
  });

  test('are bounded in an entry, which counts the rest', () => {
    const found = Array.from({ length: 250 }, (_, i) => `T.f${String(i).padStart(3, '0')}`);
    const { coordinates, coordinatesOmitted } = askedCoordinates(found.toReversed());
    expect([coordinates.length, coordinates[0], coordinatesOmitted]).toEqual([200, 'T.f000', 50]);
    expect(askedCoordinates(['T.b', 'T.a', 'T.a'])).toEqual({ coordinates: ['T.a', 'T.b'] });
  });
});

test.each<[string, unknown, number]>([
  ['{ thing(id: "1") { id } }', { thing: { id: '1' } }, 1],
  ['{ thing(id: "1") { id } }', { thing: null }, 0],
  ['{ things { edges { node { id } } } }', { things: { edges: [{}, {}, {}] } }, 3],
  ['{ t: things { e: edges { node { id } } } }', { t: { e: [{}, {}] } }, 2],
  ['{ things { total } }', { things: { total: 9 } }, 0],
  ['{ _entities(ids: []) { id } }', { _entities: [{}, null, {}] }, 2],
  ['{ ...Q } fragment Q on Query { a: thing(id: "1") { id } }', { a: {} }, 1],
  [
    '{ ... on Query { thing(id: "1") { id } things { edges { node { id } } } } }',
    { thing: {}, things: { edges: [{}] } },
    2,
  ],
  ['{ thing(id: "1") { id } }', undefined, 0],
  [
    '{ _entities(ids: []) { ... on Shelf { things { edges { id } } t: things { e: edges { id } } total } } }',
    {
      _entities: [
        { things: { edges: [{}, {}] }, t: { e: [{}] }, total: 7 },
        { things: null, t: { e: [] } },
      ],
    },
    3,
  ],
  [
    '{ _entities(ids: []) { __typename ...S ... on Book { things { title } } } } fragment S on Shelf { things { e: edges { id } } }',
    { _entities: [{ things: { e: [{}, {}] } }, { title: 'x' }, null] },
    3,
  ],
])('the rows of %s with %j are counted', (text, data, rows) => {
  const { operation, fragments } = partsOf(text);
  const isPaged = (type: string, field: string) => type !== 'Book' && field === 'things';
  expect(countRows(data, { selectionSet: operation.selectionSet, fragments, isPaged })).toBe(rows);
});

test.each([
  [[], true, 'ALLOWED'],
  [[], false, 'ALLOWED'],
  [['UNAUTHORIZED_FIELD_OR_TYPE'], true, 'PARTLY'],
  [['WITHHELD'], true, 'PARTLY'],
  [['UNAUTHORIZED_FIELD_OR_TYPE', 'MEMBER_UNAVAILABLE'], false, 'DENIED'],
  [['WITHHELD'], false, 'DENIED'],
  [['BAD_FILTER'], false, 'FAILED'],
  [['BAD_FILTER'], true, 'ALLOWED'],
])('errors %j with a value: %s is %s', (codes, hasValue, decision) => {
  expect(decisionOf({ codes: new Set(codes), hasValue })).toBe(decision);
});
