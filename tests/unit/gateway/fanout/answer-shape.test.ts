import { buildSchema, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { findShapeFault, shapeOfField } from '../../../../gateway/fanout/answer-shape.js';

const schema = buildSchema(`
  type Query { boat: Boat }
  type Boat { name: String flag: Flag }
  type Flag { country: String port: String }
`);

function faultOf(text: string, answer: unknown): string | undefined {
  const [operation] = parse(text).definitions;
  const query = schema.getQueryType();
  const field =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  if (field?.kind !== Kind.FIELD || query === null || query === undefined) {
    throw new Error('Expected a field of the query type.');
  }
  const shape = shapeOfField({ schema, fragments: {} }, query, { nodes: [field], routes: [] });
  return findShapeFault(shape, answer, 'alpha');
}

const missing = 'flag: port: expected a value';

describe('the shape of an answer below conditions', () => {
  it.each([
    ['all that one node selects', '{ boat { flag { country port } } }', missing],
    ['all that two nodes select', '{ boat { flag { country } flag { port } } }', missing],
    [
      'all of a field that is there, whatever its own condition',
      '{ boat { ... @include(if: true) { flag { country port } } } }',
      missing,
    ],
    [
      'not what a node selects that may be left out beside another',
      '{ boat { flag { country } ... @include(if: false) { flag { port } } } }',
      undefined,
    ],
  ])('holds %s', (_, text, expected) => {
    expect(faultOf(text, { flag: { country: 'a', port: 'b' } })).toBeUndefined();
    expect(faultOf(text, { flag: { country: 'a' } })).toBe(expected);
  });
});
