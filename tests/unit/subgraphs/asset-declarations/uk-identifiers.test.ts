import { describe, expect, it } from 'vitest';
import { ukIdentifiersIn } from '../../../../subgraphs/asset-declarations/importers/uk-identifiers.js';

describe('public identifiers in the words of a UK register', () => {
  it.each([
    ['12373468', true, ['GB-COH:12373468']],
    ['882843', true, ['GB-COH:00882843']],
    ['No 882843', true, ['GB-COH:00882843']],
    ['NO 882843', true, ['GB-COH:00882843']],
    ['No. 03444246', true, ['GB-COH:03444246']],
    ['SC95000', true, ['GB-COH:SC095000']],
    ['NI 016363', true, ['GB-COH:NI016363']],
    ['IP27981R', true, ['GB-COH:IP27981R']],
    ['Not-for-profit company, 10894509', true, ['GB-COH:10894509']],
    ['03130330 (this is the company number of the group)', true, ['GB-COH:03130330']],
    [
      'Company Registration No. 03395681 Registered Charity No. 1068839',
      true,
      ['GB-COH:03395681', 'GB-CHC:1068839'],
    ],
    ['Charity Number: 1157697', false, ['GB-CHC:1157697']],
    ['Registered Charity (no 207076)', false, ['GB-CHC:207076']],
    ['Charity - No 1183066', false, ['GB-CHC:1183066']],
    ['incorporated by Royal Charter (Company No. RC000439)', false, ['GB-COH:RC000439']],
    ['a group within the Association (company number of the Association 11177145)', false, []],
    ['12373468', false, []],
    ['10894509 and 03395681', true, []],
    ['to be confirmed', true, []],
  ])('reads %j (a number cell: %s)', (words, isNumber, expected) => {
    expect(ukIdentifiersIn(words, isNumber).map(({ scheme, id }) => `${scheme}:${id}`)).toEqual(expected);
  });
});
