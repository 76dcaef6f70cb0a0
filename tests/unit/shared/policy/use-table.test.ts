import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readMasks } from '../../../../shared/policy/mask-table.js';
import { readUseTable } from '../../../../shared/policy/use-table.js';

const contract = `
  interface Record { id: ID! }
  type Money { amount: String currency: String }
  type Line implements Record { id: ID! startYear: Int country: String amount: Money member: String owner: Owner }
  union Owner = Money
  input StringFilter { eq: String }
  input LineFilter {
    country: StringFilter
    currency: StringFilter @uses(fields: ["Line.amount", "Money.currency"])
    nobody: StringFilter @uses(fields: [])
    startYear: StringFilter
    city: StringFilter @deprecated @uses(fields: ["Line.country"])
    member: StringFilter and: [LineFilter!] or: [LineFilter!] not: LineFilter
  }
  enum LineOrderField { START_YEAR AMOUNT @uses(fields: ["Line.amount", "Money.amount"]) }
  enum Dimension { COUNTRY CURRENCY @uses(fields: ["Money.currency"]) }
  type Total { count: Int sum: String @uses(fields: ["Line.amount"]) }
  type Query { totals(filter: LineFilter!, groupBy: [Dimension!]!): [Total!] lines(filter: LineFilter!): [Line!] groups(groupBy: [Odd!]!): Int all: Int }
  enum Odd { FIRST }`;

describe('the use table of a contract', () => {
  it('has what @uses lists, or else the field of the same name', () => {
    expect(Object.fromEntries(readUseTable(parse(contract)))).toStrictEqual({
      'LineFilter.country': ['Line.country'],
      'LineFilter.currency': ['Line.amount', 'Money.currency'],
      'LineFilter.nobody': [],
      'LineFilter.startYear': ['Line.startYear'],
      'LineFilter.city': ['Line.country'],
      'LineOrderField.START_YEAR': ['Line.startYear'],
      'LineOrderField.AMOUNT': ['Line.amount', 'Money.amount'],
      'Dimension.COUNTRY': ['Line.country'],
      'Dimension.CURRENCY': ['Money.currency'],
      'Total.sum': ['Line.amount'],
    });
  });

  it.each([
    ['has no such field', 'country: StringFilter', 'city: StringFilter', '"city" or a plain field'],
    ['has a union there', 'country: StringFilter', 'owner: StringFilter', 'it is a "Owner"'],
    [
      'has nothing of the name, which is said',
      'country: StringFilter',
      'city: StringFilter',
      'there is none',
    ],
    ['is listed with numbers', '["Line.amount"]', '["Line.amount", 1]', '@uses(fields:) with a list'],
    [
      'is listed without a list',
      '(fields: ["Line.amount"])',
      '',
      '@uses(fields:) with a list on "Total.sum"',
    ],
    ['is listed without its type', '["Line.amount"]', '["amount"]', 'got "amount"'],
    ['has an object there', 'country: StringFilter', 'amount: StringFilter', 'it is a "Money"'],
    ['is used by a constant that it has not', 'COUNTRY', 'CITY', '"CITY" or a plain field'],
    [
      'has not what @uses lists',
      '["Line.amount"]',
      '["Line.sum"]',
      'on "Total.sum" to list fields of the contract, got "Line.sum"',
    ],
    [
      'is listed as something else',
      '["Line.amount"]',
      '"Line.amount"',
      '@uses(fields:) with a list on "Total.sum"',
    ],
  ])('is none where a record %s', (_, from, to, words) => {
    expect(contract).toContain(from);
    expect(() => readUseTable(parse(contract.replace(from, to)))).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT', message: expect.stringContaining(words) }),
    );
  });
});

describe('the masks of a contract', () => {
  it('are those that its fields have', () => {
    const sdl = `type A { b: Int @mask(to: "YEAR", unless: [["owner"], ["a", "b"]]) c: Int @mask(to: "NULL") d: Int }`;
    expect(Object.fromEntries(readMasks(parse(sdl)))).toEqual({
      'A.b': { to: 'YEAR', unless: [['owner'], ['a', 'b']] },
      'A.c': { to: 'NULL', unless: [] },
    });
  });

  it.each([
    ['of another name', 'type A { b: Int @mask(to: "MONTH") }', 'on "A.b", got "MONTH"'],
    ['of no name', 'type A { b: Int @mask }', 'on "A.b", got none'],
    ['of an input', 'input A { b: Int @mask(to: "YEAR") }', 'on "A.b"'],
    ['with a flat list', 'type A { b: Int @mask(to: "YEAR", unless: ["owner"]) }', 'list of lists of names'],
  ])('are none where one is %s', (_, sdl, words) => {
    expect(() => readMasks(parse(sdl))).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT', message: expect.stringContaining(words) }),
    );
  });
});
