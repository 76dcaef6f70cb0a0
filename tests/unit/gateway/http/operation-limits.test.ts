import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createOperationCheck } from '../../../../gateway/http/operation-limits.js';
import { AccordError } from '../../../../shared/errors/accord-error.js';

const limits = { depth: 4, aliases: 3, tokens: 200, rootFields: 3 };
const check = createOperationCheck(limits);

function faultOf(query: string): AccordError | null {
  try {
    check(query);
    return null;
  } catch (error) {
    if (error instanceof AccordError) {
      return error;
    }
    throw error;
  }
}

describe('createOperationCheck', () => {
  it.each([
    ['an operation at the depth allowed', '{ a { b { c { d } } } }'],
    ['as many root fields as allowed', '{ a b c }'],
    ['as many aliases as allowed', '{ x: a y: b { z: c } }'],
    ['the same key in two places', '{ a { id } b { id } c { id } }'],
    ['a fragment at the depth allowed', '{ a { ...F } } fragment F on T { b { c { d } } }'],
    ['a text that does not parse', '{ a { '],
    ['a fragment that is not there', '{ ...Gone }'],
    ['a fragment that spreads itself', '{ ...F } fragment F on Query { a { ...F } }'],
    ['fragments that spread one another', '{ ...F } fragment F on Q { ...G } fragment G on Q { ...F a }'],
  ])('lets %s pass', (_what, query) => {
    expect(faultOf(query)).toBeNull();
  });

  it.each([
    ['depth', '{ a { b { c { d { e } } } } }', 'at most 4 levels, got 5'],
    [
      'depth through a fragment',
      '{ a { b { ...F } } } fragment F on T { c { d { e } } }',
      'at most 4 levels, got 5',
    ],
    [
      'depth through inline fragments',
      '{ a { ... on T { b { ... { c { d { e } } } } } } }',
      'at most 4 levels, got 5',
    ],
    ['depth beside introspection', '{ __typename a { b { c { d { e } } } } }', 'at most 4 levels, got 5'],
    ['aliases', '{ a: x { b: y c: y d: y } }', 'at most 3 aliases and repeated fields, got 4'],
    ['fields said again', '{ a { b b b b b } }', 'at most 3 aliases and repeated fields, got 4'],
    [
      'fields said again in inline fragments',
      '{ a { b ... { b b } ... { b b } } }',
      'at most 3 aliases and repeated fields, got 4',
    ],
    [
      'aliases through a fragment spread twice',
      '{ a { ...F } b { ...F } } fragment F on T { x: c y: c }',
      'at most 3 aliases and repeated fields, got 4',
    ],
    ['root fields', '{ a b c d }', 'at most 3 root fields, got 4'],
    [
      'root fields through fragments',
      '{ a ...F } fragment F on Query { b c d }',
      'at most 3 root fields, got 4',
    ],
    [
      'the second operation of a document',
      'query A { a } query B { a { b { c { d { e } } } } }',
      'at most 4 levels, got 5',
    ],
    ['a mutation', 'mutation { a { b { c { d { e } } } } }', 'at most 4 levels, got 5'],
    ['tokens', `{ a(x: [${'1 '.repeat(300)}]) }`, 'at most 200 tokens, got more'],
  ])('refuses %s beyond the limit', (_what, query, words) => {
    const fault = faultOf(query);
    expect(fault?.code).toBe('QUERY_TOO_COMPLEX');
    expect(fault?.message).toBe(`Expected an operation of ${words}.`);
  });

  it('counts fragments that double at every step without walking each', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`,
    );
    const wide = createOperationCheck({ ...limits, tokens: 10_000 });
    const query = `{ ...F0 } ${fragments.join(' ')} fragment F60 on T { a }`;
    expect(() => wide(query)).toThrow(/at most 3 root fields, got 11529215046068\d+\./);
  });

  it.each(['{ a { accord__cursor: b } }', 'query ($accord__first: Int) { a(first: $accord__first) }'])(
    'refuses names that the hub asks members under: %s',
    (query) => {
      expect(faultOf(query)).toMatchObject({
        code: 'BAD_INPUT',
        message: 'Expected aliases and variables that do not start with "accord__".',
      });
    },
  );

  it('refuses another value under the name of the type', () => {
    expect(faultOf('{ a { __typename: b } }')).toMatchObject({
      code: 'BAD_INPUT',
      message: 'Expected aliases that do not start with "__".',
    });
    expect(faultOf('{ a { __typename: __typename b: __typename } }')).toBeNull();
  });

  it('lets the introspection of tools pass', () => {
    const usual = createOperationCheck({ depth: 12, aliases: 100, tokens: 10_000, rootFields: 30 });
    expect(() => usual(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }))).not.toThrow();
  });

  it('refuses the same text again and again', () => {
    const query = '{ a b c d }';
    expect(faultOf(query)?.code).toBe('QUERY_TOO_COMPLEX');
    expect(faultOf(query)?.code).toBe('QUERY_TOO_COMPLEX');
  });
});
