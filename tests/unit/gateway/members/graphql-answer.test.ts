import { describe, expect, it } from 'vitest';
import { readGraphqlAnswer } from '../../../../gateway/members/graphql-answer.js';

describe('readGraphqlAnswer', () => {
  it.each([
    ['null', null],
    ['a list', [{ data: {} }]],
    ['a text', 'data'],
    ['nothing of GraphQL', { ok: true }],
    ['null data alone', { data: null }],
    ['data that is a list', { data: [] }],
    ['errors that are no list', { errors: 'no' }],
    ['an empty list of errors', { data: {}, errors: [] }],
  ])('takes %s for no answer', (_what, body) => {
    expect(readGraphqlAnswer(body)).toBeNull();
  });

  it('gives data without errors', () => {
    expect(readGraphqlAnswer({ data: { a: 1 }, extensions: { x: 1 } })).toEqual({
      data: { a: 1 },
      errors: [],
    });
  });

  const errorOf = (error: unknown) => readGraphqlAnswer({ errors: [error] })?.errors[0];

  it('lets the words of the codes pass that speak of the question', () => {
    const error = { message: 'Expected "a".', path: ['a', 0], extensions: { code: 'BAD_FILTER', host: 'h' } };
    expect(errorOf(error)).toEqual({ code: 'BAD_FILTER', message: 'Expected "a".', path: ['a', 0] });
  });

  it.each([
    ['without a code', { message: 'at db.internal:5432' }],
    ['of a code of the member', { message: 'secret', extensions: { code: 'OOPS' } }],
    ['of a code about its store', { message: 'secret', extensions: { code: 'STORE_UNAVAILABLE' } }],
    ['of a code of GraphQL', { message: 'secret', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    ['of a code that every object has', { message: 'secret', extensions: { code: 'constructor' } }],
    ['that is none', 'secret'],
  ])('keeps the words of an error %s', (_what, error) => {
    expect(errorOf(error)).toEqual({ code: null, message: '', path: undefined });
  });

  it('cuts long words and control characters', () => {
    const message = `a\n\u0000b${'x'.repeat(1000)}`;
    const passed = errorOf({ message, extensions: { code: 'BAD_INPUT' } })?.message;
    expect(passed?.startsWith('a bx')).toBe(true);
    expect(passed).toHaveLength(400);
  });

  it.each([[['a', { b: 1 }]], [['a', -1]], [['a', 1.5]], ['a']])('drops the path %j', (path) => {
    expect(errorOf({ message: 'm', path })?.path).toBeUndefined();
  });
});
