import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isLocalOperator } from '../../../../shared/http/is-local-operator.js';

function requestFrom(address: string, headers: Record<string, string>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  return Object.assign(new IncomingMessage(socket), { headers });
}

describe('isLocalOperator', () => {
  it.each([
    ['this machine', '127.0.0.1', { host: '127.0.0.1:4000' }, true],
    ['this machine by name', '127.0.0.1', { host: 'localhost:4000' }, true],
    ['this machine over IPv6', '::1', { host: '[::1]:4000' }, true],
    ['this machine over mapped IPv6', '::ffff:127.0.0.1', { host: 'localhost' }, true],
    ['another machine', '10.0.0.9', { host: 'localhost:4000' }, false],
    ['a proxy of this machine', '127.0.0.1', { host: 'localhost', 'x-forwarded-for': '203.0.113.9' }, false],
    ['a proxy that says so by the standard', '127.0.0.1', { host: 'localhost', forwarded: 'for=x' }, false],
    ['a page under a name that was pointed here', '127.0.0.1', { host: 'evil.example:4000' }, false],
    ['a request without a host', '127.0.0.1', {}, false],
  ])('of %s', (_what, address, headers, expected) => {
    expect(isLocalOperator(requestFrom(address, headers))).toBe(expected);
  });
});
