import { describe, expect, it } from 'vitest';
import { readCompleteness } from '../../../../gateway/http/read-completeness.js';

describe('readCompleteness', () => {
  it.each([
    [undefined, {}, 'BEST_EFFORT'],
    [undefined, null, 'BEST_EFFORT'],
    [undefined, 'text', 'BEST_EFFORT'],
    [undefined, { extensions: null }, 'BEST_EFFORT'],
    [undefined, { extensions: { access: 'FILTER' } }, 'BEST_EFFORT'],
    ['BEST_EFFORT', {}, 'BEST_EFFORT'],
    ['ALL', {}, 'ALL'],
    [undefined, { extensions: { completeness: 'ALL' } }, 'ALL'],
    ['ALL', { extensions: { completeness: 'ALL' } }, 'ALL'],
  ])('reads the header %j and the body %j as %s', (header, body, expected) => {
    expect(readCompleteness(header, body)).toBe(expected);
  });

  it.each([
    ['all', {}, 'Expected BEST_EFFORT or ALL in the header "x-accord-completeness", got something else.'],
    [
      'ALL, ALL',
      {},
      'Expected BEST_EFFORT or ALL in the header "x-accord-completeness", got something else.',
    ],
    [
      undefined,
      { extensions: { completeness: true } },
      'Expected BEST_EFFORT or ALL in the request extension "completeness", got something else.',
    ],
    [
      'ALL',
      { extensions: { completeness: 'BEST_EFFORT' } },
      'Expected one completeness, got ALL in the header and BEST_EFFORT in the extensions.',
    ],
  ])('refuses the header %j with the body %j', (header, body, message) => {
    expect(() => readCompleteness(header, body)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', message }),
    );
  });
});
