import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readContractTypes } from '../../../../shared/policy/contract-types.js';

const contract = parse(`
    interface Record { id: ID! }
    interface Other { id: ID! }
    type Report implements Other & Record { id: ID! authors: [Person!]! }
    extend type Report { year: Int }
    type Person implements Other { id: ID! }
    extend type Empty @key(fields: "id")
    union Any = Report | Person
    input Filter { year: Int }
    extend input Filter { id: ID }
    enum Order { YEAR }
    extend enum Order { ID }
    scalar When
  `);

const typesOfContract = () => readContractTypes(contract);

test('fields of a type are those of all its parts, with the type that they give', () => {
  const types = typesOfContract();
  const told = (type: string) => types.fields(type).map(({ name, type: gives }) => [name, gives]);
  expect(told('Report')).toEqual([
    ['id', 'ID'],
    ['authors', 'Person'],
    ['year', 'Int'],
  ]);
  expect(told('Record')).toEqual([['id', 'ID']]);
  expect(['Filter', 'Order', 'Empty', 'Nothing'].map(told)).toEqual([[], [], [], []]);
  expect(types.field('Report', 'year')).toMatchObject({ type: 'Int', node: { kind: 'FieldDefinition' } });
  expect([types.field('Report', 'nothing'), types.field('Nothing', 'id')]).toEqual([undefined, undefined]);
});

test('input fields and values are those of all parts', () => {
  const types = typesOfContract();
  const inputs = (type: string) => types.inputFields(type).map(({ name }) => name.value);
  const values = (type: string) => types.values(type).map(({ name }) => name.value);
  expect([inputs('Filter'), inputs('Report'), inputs('Nothing')]).toEqual([['year', 'id'], [], []]);
  expect([values('Order'), values('Report'), values('Nothing')]).toEqual([['YEAR', 'ID'], [], []]);
});

test('records implement the interface of records', () => {
  const types = typesOfContract();
  expect([...types.records]).toEqual(['Report']);
});

test('objects, interfaces and unions are composite', () => {
  const types = typesOfContract();
  const names = ['Report', 'Record', 'Any', 'Filter', 'Order', 'When', 'Nothing'];
  expect(names.filter((name) => types.isComposite(name))).toEqual(['Report', 'Record', 'Any']);
});

test('each type is named once, in the order of the text', () => {
  const types = typesOfContract();
  expect(types.names).toEqual([
    'Record',
    'Other',
    'Report',
    'Person',
    'Empty',
    'Any',
    'Filter',
    'Order',
    'When',
  ]);
});
