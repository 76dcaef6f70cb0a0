import { buildSchema, Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { cutDenied } from '../../../../gateway/fanout/cut-denied.js';
import { deniedPlaces, fillDenied } from '../../../../gateway/fanout/denied-places.js';

const schema = buildSchema(`
  type Query { boats: [Boat!] }
  interface Vessel { name: String flag: Flag }
  type Boat { id: ID! name: String length: Int flag: Flag crew: [Being] tender: Vessel }
  type Ship implements Vessel { name: String flag: Flag tons: Int }
  type Raft implements Vessel { name: String flag: Flag logs: Int }
  type Flag { country: String port: String }
  union Being = Person | Cat
  type Person { name: String age: Int }
  type Cat { name: String lives: Int }
`);

function questionOf(text: string) {
  const [operation, ...fragments] = parse(text, { noLocation: true }).definitions;
  const field =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  if (field?.kind !== Kind.FIELD) {
    throw new Error('Expected a field.');
  }
  return { field, fragments: fragments.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION) };
}

const inLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('cutting what is denied from a question', () => {
  it.each([
    ['a field', ['Boat.length'], '{ boats { name length } }', 'boats { name }'],
    [
      'a field by another name',
      ['Boat.length'],
      '{ boats { name: length } }',
      'boats { accord__none: __typename }',
    ],
    [
      'all below a field',
      ['Flag.port', 'Flag.country'],
      '{ boats { flag { port country } } }',
      'boats { flag { accord__none: __typename } }',
    ],
    [
      'but not what the merge added',
      ['Boat.id'],
      '{ boats { id accord__id: id } }',
      'boats { accord__id: id }',
    ],
    [
      'a field of one type of a union',
      ['Person.name'],
      '{ boats { crew { ... on Person { name age } ... on Cat { name } } } }',
      'boats { crew { ... on Person { age } ... on Cat { name } } }',
    ],
    [
      'a field of one type under its interface, which the others keep',
      ['Raft.name'],
      '{ boats { tender { name flag { port } } } }',
      'boats { tender { ... { ... on Ship { name } } flag { port } } }',
    ],
    [
      'a field of all types under their interface',
      ['Raft.name', 'Ship.name'],
      '{ boats { tender { __typename name } } }',
      'boats { tender { __typename } }',
    ],
    [
      'a field of the interface itself',
      ['Vessel.name'],
      '{ boats { tender { __typename name ... on Ship { name } } } }',
      'boats { tender { __typename ... on Ship { name } } }',
    ],
  ])('%s', (_, denied, text, expected) => {
    expect(inLine(print(cutDenied(schema, questionOf(text), new Set(denied)).field))).toBe(expected);
  });

  it('a field in a fragment', () => {
    const question = questionOf(
      '{ boats { ...F } } fragment F on Boat { length flag { ...G } } fragment G on Flag { port }',
    );
    const { field, fragments } = cutDenied(schema, question, new Set(['Boat.length', 'Flag.port']));
    expect([field, ...fragments].map((node) => inLine(print(node)))).toEqual([
      'boats { ...F }',
      'fragment F on Boat { flag { ...G } }',
      'fragment G on Flag { accord__none: __typename }',
    ]);
  });
});

describe('the places that an answer lacks', () => {
  const placesOf = (text: string, denied: readonly string[]) => {
    const { field, fragments } = questionOf(text);
    const named = Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
    return deniedPlaces({ schema, fragments: named }, field, new Set(denied));
  };

  it.each<[string, string, string[], unknown, unknown, (string | number)[][]]>([
    [
      'of each row',
      '{ boats { length } }',
      ['Boat.length'],
      [{}, {}],
      [{ length: null }, { length: null }],
      [
        [0, 'length'],
        [1, 'length'],
      ],
    ],
    [
      'below what is there',
      '{ boats { flag { here: port } } }',
      ['Flag.port'],
      [{ flag: {} }, { flag: null }],
      [{ flag: { here: null } }, { flag: null }],
      [[0, 'flag', 'here']],
    ],
    [
      'not below the node of a field that is left out, beside one that is not',
      '{ boats { flag { country } ... @include(if: false) { flag { port } } } }',
      ['Flag.port'],
      [{ flag: { country: 'a' } }],
      [{ flag: { country: 'a' } }],
      [],
    ],
    [
      'once where the whole is denied',
      '{ boats { flag { port country } } }',
      ['Boat.flag', 'Flag.port'],
      [{}],
      [{ flag: null }],
      [[0, 'flag']],
    ],
    [
      'of the one type that denies it',
      '{ boats { tender { __typename name } } }',
      ['Raft.name'],
      [{ tender: { __typename: 'Raft' } }, { tender: { __typename: 'Ship', name: 'a' } }],
      [{ tender: { __typename: 'Raft', name: null } }, { tender: { __typename: 'Ship', name: 'a' } }],
      [[0, 'tender', 'name']],
    ],
    [
      'under an interface, but not where the type itself is asked',
      '{ boats { tender { __typename name ... on Ship { name } } } }',
      ['Vessel.name'],
      [{ tender: { __typename: 'Raft' } }, { tender: { __typename: 'Ship', name: 'a' } }],
      [{ tender: { __typename: 'Raft', name: null } }, { tender: { __typename: 'Ship', name: 'a' } }],
      [[0, 'tender', 'name']],
    ],
    [
      'in lists of a union',
      '{ boats { crew { __typename ... on Person { age } ... on Cat { lives } } } }',
      ['Person.age'],
      [{ crew: [{ __typename: 'Cat', lives: 9 }, null, { __typename: 'Person' }] }],
      [{ crew: [{ __typename: 'Cat', lives: 9 }, null, { __typename: 'Person', age: null }] }],
      [[0, 'crew', 2, 'age']],
    ],
    ['in no row', '{ boats { length } }', ['Boat.length'], [], [], []],
  ])('%s', (_, text, denied, value, filled, paths) => {
    const places = placesOf(text, denied);
    expect(places && fillDenied(places, { value, path: [] }, {})).toEqual(paths);
    expect(value).toEqual(filled);
  });

  it('are none where nothing that is asked for is denied', () => {
    expect(placesOf('{ boats { name } }', ['Boat.length'])).toBeUndefined();
  });

  it.each([
    [true, false, true],
    [false, false, false],
    [true, true, false],
  ])('follow @include (%s) and @skip (%s)', (include, skip, isThere) => {
    const text =
      '{ boats { length @include(if: $include) ... @skip(if: $skip) { ...F } } } fragment F on Boat { flag { port } }';
    const byField = placesOf(text, ['Boat.length', 'Boat.flag']);
    const paths = byField && fillDenied(byField, { value: [{}], path: [] }, { include, skip });
    expect(paths).toEqual([...(include ? [[0, 'length']] : []), ...(skip ? [] : [[0, 'flag']])]);
    const both = placesOf('{ boats { length @include(if: $include) @skip(if: $skip) } }', ['Boat.length']);
    expect(both && fillDenied(both, { value: [{}], path: [] }, { include, skip })).toHaveLength(
      isThere ? 1 : 0,
    );
  });
});
