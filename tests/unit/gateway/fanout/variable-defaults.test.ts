import { buildSchema, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { variableDefaults } from '../../../../gateway/fanout/variable-defaults.js';

const schema = buildSchema(`
  enum Direction { ASC DESC }
  input Filter { year: Int, names: [String!] }
  type Query { a: Int }
`);

describe('variableDefaults', () => {
  it.each([
    ['query { a }', {}],
    ['query ($a: Int) { a }', {}],
    ['query ($a: Int = 30, $b: Boolean = true) { a }', { a: 30, b: true }],
    ['query ($a: Int = null) { a }', { a: null }],
    ['query ($a: Direction = DESC) { a }', { a: 'DESC' }],
    [
      'query ($a: Filter = { year: 2001, names: "x" }) { a }',
      { a: expect.objectContaining({ year: 2001, names: ['x'] }) },
    ],
  ])('of %s are %j', (text, expected) => {
    const [operation] = parse(text).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) {
      throw new Error('Expected an operation.');
    }
    expect(variableDefaults(schema, operation)).toEqual(expected);
  });
});
