import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { openRequestScope, readAskHeader } from '../../../../gateway/http/open-request-scope.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';

function exchange() {
  const request = new IncomingMessage(new Socket());
  return { request, response: new ServerResponse(request), requestId: 'request-1', path: '/graphql' };
}

const options = (clock: () => number) => ({
  requestMs: 1000,
  clock,
  completeness: 'ALL' as const,
  access: 'FILTER' as const,
  caller: anonymousCaller,
  proofs: new Map<string, string>(),
  callerTokens: () => async () => ({ authorization: 'Bearer token' }),
});

describe('openRequestScope', () => {
  it('ends at its deadline', () => {
    vi.useFakeTimers();
    const { scope } = openRequestScope(
      exchange(),
      options(() => 5),
    );
    vi.advanceTimersByTime(999);
    expect(scope.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(scope.signal.aborted).toBe(true);
    expect(scope.deadlineAt).toBe(1005);
    vi.useRealTimers();
  });

  it('ends when the client leaves', () => {
    const of = exchange();
    const { scope, close } = openRequestScope(
      of,
      options(() => 0),
    );
    of.response.emit('close');
    expect(scope.signal.aborted).toBe(true);
    close();
  });

  it('no longer ends once it is closed', () => {
    const of = exchange();
    const { scope, close } = openRequestScope(
      of,
      options(() => 0),
    );
    close();
    of.response.emit('close');
    expect(scope.signal.aborted).toBe(false);
  });
});

describe('readAskHeader', () => {
  it.each([
    [undefined, undefined],
    ['alpha', ['alpha']],
    ['alpha, beta-2', ['alpha', 'beta-2']],
    [
      ['alpha', 'beta'],
      ['alpha', 'beta'],
    ],
  ])('reads %j', (header, expected) => {
    const ask = readAskHeader(header);
    expect(ask === undefined ? undefined : [...ask]).toEqual(expected);
  });

  it.each(['', 'alpha,', 'Alpha', 'alpha beta', 'a'])('refuses %j', (header) => {
    expect(() => readAskHeader(header)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});
