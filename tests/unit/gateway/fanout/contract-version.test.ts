import { buildASTSchema, Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  contractAt,
  cutToContract,
  isLater,
  takesArguments,
} from '../../../../gateway/fanout/contract-version.js';

const contract = parse(`
  directive @since(version: String!) on FIELD_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | OBJECT | ARGUMENT_DEFINITION
  type Query { boats(filter: BoatFilter, order: Order, after: String @since(version: "1.2.0")): [Boat] }
  type Boat { name: String length: Int @since(version: "1.1.0") engine: Engine @since(version: "1.2.0") mast: Mast }
  type Mast { height: Int @since(version: "1.1.0") }
  type Engine @since(version: "1.2.0") { power: Int }
  input BoatFilter { name: String length: Int @since(version: "1.1.0") not: BoatFilter }
  enum Order { NAME LENGTH @since(version: "1.1.0") }
`);

function schemaAt(version: string) {
  return buildASTSchema(contractAt(contract, version));
}

function questionOf(text: string) {
  const [operation, ...fragments] = parse(text, { noLocation: true }).definitions;
  const field =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  if (field?.kind !== Kind.FIELD) {
    throw new Error('Expected a field.');
  }
  return { field, fragments: fragments.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION) };
}

describe('an older contract', () => {
  it.each([
    ['1.1.0', '1.0.9', true],
    ['1.10.0', '1.9.0', true],
    ['1.0.0', '1.0.0', false],
    ['1.0.0', '1.0.1', false],
    ['2.0.0', '1.9.9', true],
  ])('version %s is later than %s: %s', (a, b, later) => {
    expect(isLater(a, b)).toBe(later);
  });

  it.each([
    ['1.0.0', ['name', 'mast'], false],
    ['1.1.0', ['name', 'length', 'mast'], false],
    ['1.2.0', ['name', 'length', 'engine', 'mast'], true],
  ])('of version %s has the fields %j', (version, fields, hasEngine) => {
    const schema = schemaAt(version);
    const boat = schema.getType('Boat');
    expect(boat !== undefined && 'getFields' in boat ? Object.keys(boat.getFields()) : []).toEqual(fields);
    expect(schema.getType('Engine') !== undefined).toBe(hasEngine);
  });

  it('is asked only for what it knows, and what was cut is told', () => {
    const question = questionOf(`
      { boats { name long: length engine { power } mast { height } ...Rest ... on Engine { power } ...Power } }
      fragment Rest on Boat { length name }
      fragment Power on Engine { power }`);
    const { field, fragments, cut } = cutToContract(schemaAt('1.0.0'), question, 'none');
    expect(print(field).replaceAll(/\s+/g, ' ')).toBe('boats { name mast { none: __typename } ...Rest }');
    expect(fragments.map((fragment) => print(fragment).replaceAll(/\s+/g, ' '))).toEqual([
      'fragment Rest on Boat { name }',
    ]);
    expect([...cut].sort()).toEqual(['Boat.engine', 'Boat.length', 'Mast.height']);
  });

  it('leaves a question as it is where it knows everything', () => {
    const question = questionOf('{ boats { name engine { power } } }');
    const { field, cut } = cutToContract(schemaAt('1.2.0'), question, 'none');
    expect(field).toEqual(question.field);
    expect(cut).toEqual([]);
  });

  it.each([
    ['1.0.0', { filter: { name: 'a' } }, true],
    ['1.0.0', { filter: { length: 5 } }, false],
    ['1.0.0', { filter: { not: { length: 5 } } }, false],
    ['1.1.0', { filter: { not: { length: 5 } } }, true],
    ['1.0.0', { order: 'LENGTH' }, false],
    ['1.1.0', { order: 'LENGTH' }, true],
    ['1.1.0', { after: 'x' }, false],
    ['1.1.0', { after: null }, true],
  ])('of version %s takes the arguments %j: %s', (version, values, takes) => {
    const field = schemaAt(version).getQueryType()?.getFields()['boats'];
    expect(field !== undefined && takesArguments(field, values)).toBe(takes);
  });
});
