import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readUses } from '../../../../gateway/fanout/read-uses.js';

const schema = buildSchema(`
  type Query { boats(filter: BoatFilter, orderBy: [BoatOrder!], groupBy: [Dimension!]!): [BoatTotal] }
  type BoatTotal { count: Int sum: Int }
  input BoatFilter { name: Test length: Test and: [BoatFilter!] not: BoatFilter }
  input Test { eq: String }
  input BoatOrder { field: OrderField! }
  enum OrderField { NAME LENGTH }
  enum Dimension { FLAG }
`);

const uses = new Map([
  ['BoatFilter.name', ['Boat.name']],
  ['BoatFilter.length', ['Boat.length', 'Length.metres']],
  ['OrderField.NAME', ['Boat.name']],
  ['Dimension.FLAG', ['Boat.flag']],
  ['BoatTotal.sum', ['Boat.price']],
]);

describe('the fields that a question uses', () => {
  it.each<[string, Record<string, unknown>, string[], string[]]>([
    ['of nothing', {}, [], []],
    ['of an empty filter', { filter: {} }, ['count'], []],
    ['of a filter', { filter: { length: { eq: '7' } } }, [], ['Boat.length', 'Length.metres']],
    ['of one that is null', { filter: { name: null } }, [], ['Boat.name']],
    ['of no filter at all', { filter: null, orderBy: null }, [], []],
    ['of filters in filters', { filter: { and: [{}, { not: { name: { eq: 'a' } } }] } }, [], ['Boat.name']],
    ['of an order', { orderBy: [{ field: 'LENGTH' }, { field: 'NAME' }] }, [], ['Boat.name']],
    ['of groups', { groupBy: ['FLAG'] }, [], ['Boat.flag']],
    ['of one group without its list', { groupBy: 'FLAG' }, [], ['Boat.flag']],
    ['of a sum', {}, ['count', 'sum'], ['Boat.price']],
    ['once each', { filter: { name: {} }, orderBy: [{ field: 'NAME' }] }, [], ['Boat.name']],
  ])('%s', (_, args, selected, expected) => {
    const field = schema.getQueryType()?.getFields()['boats'];
    expect(field && readUses(uses, field, { args, selected })).toEqual(expected);
  });
});
