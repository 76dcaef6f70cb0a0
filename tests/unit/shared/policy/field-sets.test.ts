import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readContractTypes } from '../../../../shared/policy/contract-types.js';
import { fieldSetCoordinates } from '../../../../shared/policy/field-sets.js';

const types = readContractTypes(
  parse('type Report { id: ID! author: Person! } type Person { id: ID! } union Any = Report'),
);

test.each([
  ['id', ['Report.id']],
  ['id author { id name }', ['Report.id', 'Report.author', 'Person.id', 'Person.name']],
  ['unknown { deeper }', ['Report.unknown', '.deeper']],
  ['__typename id', ['Report.id']],
  ['... on Note { text } ... { id }', ['Note.text', 'Report.id']],
  ['...Spread id', ['Report.id']],
  ['id {', []],
  ['} fragment F on Report { id', []],
  ['', []],
  [Array.from({ length: 1200 }, (_, i) => `f${i}`).join(' '), []],
])('the field set "%.40s" of a report selects %j', (fieldSet, coordinates) => {
  expect(fieldSetCoordinates(types, 'Report', fieldSet)).toEqual(coordinates);
});

test('only a selection is a field set', () => {
  expect(fieldSetCoordinates(types, 'Report', 'id } query Q { name')).toEqual(['Report.id']);
});
