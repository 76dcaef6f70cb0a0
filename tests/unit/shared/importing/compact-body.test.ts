import { describe, expect, it } from 'vitest';
import { compactBody } from '../../../../shared/importing/compact-body.js';

describe('a compact body', () => {
  it('drops what is absent at any depth and keeps false, zero and blank', () => {
    const body = {
      a: undefined,
      b: [],
      c: { d: undefined },
      e: [{ f: undefined }, { g: false }],
      h: 0,
      i: '',
    };
    expect(compactBody(body)).toEqual({ e: [{ g: false }], h: 0, i: '' });
    expect(Object.keys(compactBody(body))).toEqual(['e', 'h', 'i']);
  });
});
