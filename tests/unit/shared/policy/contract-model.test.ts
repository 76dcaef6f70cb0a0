import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  placeOfCoordinate,
  readContractModel,
  typeOfCoordinate,
} from '../../../../shared/policy/contract-model.js';

const first = parse(`
  interface Record { id: ID! }
  interface Other implements Record { id: ID! }
  type Report implements Record { id: ID! authors: [Person!]! lead: Person notes: [String] year: Int! }
  type Person implements Record & Other { id: ID! }
  union Party = Report | Person
  enum Mood { CALM GRIM }
  input Filter { year: Int }
  scalar When
  type Lost implements Nowhere { id: ID! }
`);
const second = parse(`
  type Report implements Record { id: ID! }
  extend type Report { more: When }
  extend union Party = Firm
  union Party = Person
  type Firm { id: ID! }
  extend enum Mood { CALM GLAD }
`);

describe('the types of several contracts', () => {
  const read = (...names: readonly string[]) => {
    const model = readContractModel([first, second]);
    return names.map((name) => model.get(name));
  };

  test('are one for each name, with all fields', () => {
    const [report, filter] = read('Report', 'Filter');
    expect(report).toMatchObject({ name: 'Report', kind: 'OBJECT', possible: [], values: [] });
    expect([...(report?.fields.keys() ?? [])]).toEqual(['id', 'authors', 'lead', 'notes', 'year', 'more']);
    expect([filter?.kind, filter?.fields.size]).toEqual(['INPUT', 0]);
  });

  test('have each that can stand in their place once', () => {
    expect(read('Party', 'Record', 'Other', 'Mood').map((type) => type?.possible)).toEqual([
      ['Report', 'Person', 'Firm'],
      ['Report', 'Person'],
      ['Person'],
      [],
    ]);
  });

  test('have each of their constants once', () => {
    expect(read('Mood', 'When', 'Report').map((type) => type?.values)).toEqual([
      ['CALM', 'GRIM', 'GLAD'],
      [],
      [],
    ]);
  });

  test('say of a field what it gives, whether as a list and whether always', () => {
    const [report] = read('Report');
    const told = ['authors', 'lead', 'notes', 'year'].map((name) => report?.fields.get(name));
    expect(told).toEqual([
      { name: 'authors', coordinate: 'Report.authors', type: 'Person', isList: true, isOptional: false },
      { name: 'lead', coordinate: 'Report.lead', type: 'Person', isList: false, isOptional: true },
      { name: 'notes', coordinate: 'Report.notes', type: 'String', isList: true, isOptional: true },
      { name: 'year', coordinate: 'Report.year', type: 'Int', isList: false, isOptional: false },
    ]);
  });
});

test.each([
  ['Report.title', ['Report', 'title'], 'Report'],
  ['Report', ['Report', undefined], 'Report'],
  ['.title', ['', 'title'], ''],
])('"%s" is of a type, and of a field where it names one', (coordinate, place, type) => {
  expect(placeOfCoordinate(coordinate)).toEqual(place);
  expect(typeOfCoordinate(coordinate)).toBe(type);
});
