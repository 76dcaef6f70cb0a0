import { describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../../../../shared/http/is-loopback-host.js';

describe('isLoopbackHost', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['::ffff:127.0.0.1', true],
    ['localhost.example.org', false],
    ['127.example.org', false],
    ['10.0.0.1', false],
    ['', false],
  ])('of %j is %s', (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});
