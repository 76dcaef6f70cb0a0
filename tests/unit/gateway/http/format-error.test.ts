import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { formatError, isMasked } from '../../../../gateway/http/format-error.js';
import { AccordError } from '../../../../shared/errors/accord-error.js';

const masked = { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } };

function formatted(error: GraphQLError) {
  return formatError(error.toJSON(), error);
}

describe('formatError', () => {
  it.each([
    ['of a fault in our code', new GraphQLError('Cannot read x of undefined')],
    ['of a subgraph', new GraphQLError('at db:5432', { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' } })],
    [
      'under Apollo’s code for all else',
      new GraphQLError('x', { extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    ],
    ['under a name that every object has', new GraphQLError('x', { extensions: { code: 'toString' } })],
  ])('lets no word out %s', (_what, error) => {
    expect(formatted(error)).toEqual(masked);
    expect(isMasked(error)).toBe(true);
  });

  it('lets our words out with their code, member and place, and nothing beside', () => {
    const extensions = {
      code: 'MEMBER_UNAVAILABLE',
      member: 'alpha',
      serviceName: 'budgets',
      stacktrace: ['at x'],
      url: 'http://10.0.0.1/',
    };
    const error = new GraphQLError('Member "alpha" gave no answer within 3000 ms.', {
      path: ['budgetLines'],
      extensions,
    });
    expect(formatted(error)).toEqual({
      message: 'Member "alpha" gave no answer within 3000 ms.',
      path: ['budgetLines'],
      extensions: { code: 'MEMBER_UNAVAILABLE', member: 'alpha' },
    });
    expect(isMasked(error)).toBe(false);
  });

  it.each([
    [
      { reason: 'EMBARGO', requestAccessUrl: 'https://alpha.example/ask', note: 'x' },
      { reason: 'EMBARGO', requestAccessUrl: 'https://alpha.example/ask' },
    ],
    [{ reason: 'A person by name', requestAccessUrl: 'http://alpha.example/ask' }, {}],
    [{ requestAccessUrl: 'javascript:alert(1)' }, {}],
  ])('lets of what is withheld a known reason and a page over https out: %j', (given, left) => {
    const error = new GraphQLError('w', { path: ['a'], extensions: { code: 'WITHHELD', ...given } });
    expect(formatted(error).extensions).toEqual({ code: 'WITHHELD', ...left });
    const other = new GraphQLError('w', { extensions: { code: 'MEMBER_ERROR', ...given } });
    expect(formatted(other).extensions).toEqual({ code: 'MEMBER_ERROR' });
  });

  it('finds our error under the ones that wrap it', () => {
    const inner = new GraphQLError('wrapped', {
      originalError: new AccordError('BAD_INPUT', 'Expected "a".'),
    });
    const outer = new GraphQLError('outer', {
      originalError: inner,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(formatted(outer)).toEqual({ message: 'Expected "a".', extensions: { code: 'BAD_INPUT' } });
  });

  it.each([
    ['Cannot query field "a" on type "Q". Did you mean "b"?', 'Cannot query field "a" on type "Q".'],
    [
      'Cannot query field "a" on type "Q". Did you mean "b", "c", or "d"?',
      'Cannot query field "a" on type "Q".',
    ],
    [
      'Value "X" does not exist in "E" enum. Did you mean the enum value "Y"?',
      'Value "X" does not exist in "E" enum.',
    ],
    ['Unknown argument "a".', 'Unknown argument "a".'],
  ])('cuts the suggestion of %j', (message, expected) => {
    const error = new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
    expect(formatted(error).message).toBe(expected);
  });
});
