import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { readMasks } from '../../../../shared/policy/mask-table.js';

const masksOf = (text: string) => [...readMasks(parse(text))];

test('masks of a contract stand on its fields, with the policies that lift them', () => {
  const contract = `
    type Person { birthDate: String @mask(to: "YEAR", unless: [["owner"], ["member", "published"]]) name: String @other }
    interface Named { name: String @mask(to: "PARTIAL") }
    enum Kind { ONE }
    scalar When
    union Any = Person`;
  expect(masksOf(contract)).toEqual([
    ['Person.birthDate', { to: 'YEAR', unless: [['owner'], ['member', 'published']] }],
    ['Named.name', { to: 'PARTIAL', unless: [] }],
  ]);
});

test.each([
  ['type Person { name: String @mask(to: "HALF") }', 'Person.name', '"HALF"'],
  ['type Person { name: String @mask }', 'Person.name', 'none'],
  ['type Person { name: String @mask(to: YEAR) }', 'Person.name', 'none'],
  ['input Filter { name: String @mask(to: "YEAR") }', 'Filter.name', '"YEAR"'],
])('%s is no contract', (contract, coordinate, got) => {
  expect(() => masksOf(contract)).toThrow(
    new AccordError(
      'BAD_CONTRACT',
      `Expected @mask(to:) with one of NULL, YEAR, ROUNDED, BAND, PARTIAL, TOKEN on "${coordinate}", got ${got}.`,
    ),
  );
});
