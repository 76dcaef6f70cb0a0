import { buildSchema, type GraphQLSchema, graphqlSync } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkContractScalars } from '../../../../gateway/plan/contract-scalars.js';

function schemaOf(): GraphQLSchema {
  const schema = buildSchema(`
    scalar Decimal scalar PartialDate scalar DateTime scalar Tlp scalar Pap scalar Other
    type Query { f(a: Decimal, d: PartialDate, t: DateTime, l: Tlp, p: Pap, o: Other): String }`);
  checkContractScalars(schema);
  return schema;
}

const schema = schemaOf();
const rootValue = { f: (args: Record<string, unknown>) => JSON.stringify(Object.values(args)) };

describe('checkContractScalars', () => {
  it.each([
    ['a: Decimal', '"-1234.5"'],
    ['a: Decimal', '"999999999999999999.999999"'],
    ['d: PartialDate', '"2019"'],
    ['d: PartialDate', '"2020-02-29"'],
    ['t: DateTime', '"2026-01-31T09:30:00.000Z"'],
    ['l: Tlp', '"TLP:AMBER+STRICT"'],
    ['p: Pap', '"PAP:CLEAR"'],
    ['o: Other', '{ any: 1 }'],
  ])('lets %s be %s', (argument, literal) => {
    const [name] = argument.split(':');
    const { errors } = graphqlSync({ schema, rootValue, source: `{ f(${name}: ${literal}) }` });
    expect(errors).toBeUndefined();
  });

  it.each([
    ['a: Decimal', '"1,5"', 'a decimal number'],
    ['a: Decimal', '1.5', 'a decimal number'],
    ['a: Decimal', '"1234567890123456789"', 'a decimal number'],
    ['d: PartialDate', '"2019-13"', 'a date'],
    ['d: PartialDate', '"2019-02-30"', 'a date'],
    ['d: PartialDate', '2019', 'a date'],
    ['t: DateTime', '"2026-01-31"', 'an instant'],
    ['l: Tlp', '"TLP:WHITE"', 'one of TLP:RED'],
    ['p: Pap', '"RED"', 'one of PAP:RED'],
    ['l: Tlp', 'null_', 'one of TLP:RED'],
  ])('refuses %s as %s, in the operation and as a variable', (argument, literal, words) => {
    const [name, type] = argument.split(': ');
    const inline = graphqlSync({ schema, rootValue, source: `{ f(${name}: ${literal}) }` });
    expect(inline.errors?.[0]?.message).toMatch(new RegExp(`^Expected ${words}`));
    const variableValues = { v: literal.startsWith('"') ? JSON.parse(literal) : 1 };
    const source = `query($v: ${type}) { f(${name}: $v) }`;
    const given = graphqlSync({ schema, rootValue, source, variableValues });
    expect(given.errors?.[0]?.message).toContain(`Expected ${words}`);
  });
});
