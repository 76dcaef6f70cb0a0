import { describe, expect, it } from 'vitest';
import { policyRevisionOf, readGraphqlAnswer } from '../../../../gateway/members/graphql-answer.js';

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

  it.each([
    ['UNAUTHORIZED_FIELD_OR_TYPE', 'Unauthorized field or type'],
    ['WITHHELD', 'The owner withholds a value from the caller, and says why.'],
  ])('puts our words in place of those with %s', (code, message) => {
    expect(errorOf({ message: 'needs scope "a:b"', extensions: { code } })).toMatchObject({ code, message });
  });

  it.each<[unknown, unknown, object]>([
    [
      'EMBARGO',
      'https://beta.example/ask',
      { reason: 'EMBARGO', requestAccessUrl: 'https://beta.example/ask' },
    ],
    ['TLP', undefined, { reason: 'TLP' }],
    ['secret', 'http://beta.example/ask', {}],
    [7, 'javascript:alert(1)', {}],
    [undefined, 'https://user:word@beta.example/', {}],
    [undefined, `https://beta.example/${'x'.repeat(500)}`, {}],
    [undefined, 'no address', {}],
  ])('reads of a withheld value the reason %j and the address %j', (reason, requestAccessUrl, withheld) => {
    const extensions = { code: 'WITHHELD', reason, requestAccessUrl, scopes: ['secret'] };
    expect(errorOf({ message: 'm', extensions })?.withheld).toEqual(withheld);
  });

  it('reads no reason with another code', () => {
    const extensions = { code: 'UNAUTHORIZED_FIELD_OR_TYPE', reason: 'TLP' };
    expect(errorOf({ message: 'm', extensions })).not.toHaveProperty('withheld');
  });
});

describe('policyRevisionOf', () => {
  it.each([
    [{ extensions: { policyRevision: 'r1' } }, 'r1'],
    [{ extensions: { policyRevision: '' } }, undefined],
    [{ extensions: { policyRevision: 'x'.repeat(201) } }, undefined],
    [{ extensions: { policyRevision: 1 } }, undefined],
    [{ extensions: null }, undefined],
    [null, undefined],
  ])('of %j is %j', (body, revision) => {
    expect(policyRevisionOf(body)).toBe(revision);
  });
});
