import { describe, expect, test } from 'vitest';
import { assertStorable, comparableContent } from '../../../../shared/store/record-content.js';

describe('the content that makes a record the same', () => {
  const same: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>])[] = [
    ['names in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    [
      'another time of retrieval',
      { provenance: { retrievedAt: 'x', dataset: 'd' } },
      { provenance: { dataset: 'd' } },
    ],
    ['what is undefined', { a: 1, b: undefined }, { a: 1 }],
  ];

  test.each(same)('does not tell apart %s', (_, a, b) => {
    expect(comparableContent(a)).toBe(comparableContent(b));
  });

  const different: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>])[] = [
    ['items in another order', { a: [1, 2] }, { a: [2, 1] }],
    ['a number and its text', { a: 1 }, { a: '1' }],
    ['an absent name and a null', { a: null }, {}],
    ['other provenance', { provenance: { dataset: 'd' } }, { provenance: { dataset: 'e' } }],
    ['a time of retrieval elsewhere', { a: { retrievedAt: 'x' } }, { a: {} }],
    ['a name that looks like two', { 'a":1,"b': 2 }, { a: 1, b: 2 }],
  ];

  test.each(different)('tells apart %s', (_, a, b) => {
    expect(comparableContent(a)).not.toBe(comparableContent(b));
  });
});

describe('what can be stored', () => {
  const bad = [{ a: 'x\u0000' }, { a: [{ b: '\udc00' }] }, { 'x\u0000': 1 }];

  test.each(bad.map((body) => [JSON.stringify(body), body] as const))('is not %s', (_, body) => {
    expect(() => assertStorable({ local: 'a', body })).toThrowError(
      expect.objectContaining({
        code: 'BAD_RECORD',
        message: 'Expected well-formed Unicode text without U+0000 in every field of a record.',
      }),
    );
  });

  test('is text in every script, and the escape of a bad character', () => {
    expect(() =>
      assertStorable({ local: 'ü', body: { a: ['𝒜 日本'], b: '\\u0000', c: null, d: 1 } }),
    ).not.toThrow();
  });
});
