import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkConfig } from '../../../../shared/config/read-config.js';

const Place = z.strictObject({ host: z.string(), port: z.int() });
const Schema = z.strictObject({
  place: z.union([z.literal('here'), Place]),
  keys: z.array(z.union([z.string().regex(/^\w{4}$/, 'expected four letters'), Place])).default([]),
});

describe('a setting with alternatives', () => {
  test.each<[string, unknown, string]>([
    ['none of them', { place: 'there' }, 'place: Invalid input: expected "here"'],
    [
      'a group of settings',
      { place: { host: 'a', port: 'x' } },
      'place.port: Invalid input: expected number, received string',
    ],
    ['of a list', { place: 'here', keys: ['abcd', 'abc'] }, 'keys.1: expected four letters'],
    ['of another kind', { place: 7 }, 'place: Invalid input: expected "here"'],
  ])('is told what is wrong with the one that was meant: %s', (_, value, fault) => {
    expect(() => checkConfig(value, Schema, '"a.yaml"')).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: `Configuration in "a.yaml" is not valid: ${fault}.`,
      }),
    );
  });
});
