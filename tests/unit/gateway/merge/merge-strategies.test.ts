import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readMergeStrategies } from '../../../../gateway/merge/merge-strategies.js';
import { readContracts } from '../../../../gateway/plan/contract-files.js';

describe('merge strategies', () => {
  it('are declared by every root field of every contract', () => {
    for (const { sdl } of readContracts()) {
      expect(readMergeStrategies(parse(sdl)).size).toBeGreaterThan(2);
    }
  });

  it.each([
    ['type Query { things: [String] }', 'got none.'],
    ['type Query { things: [String] @merge(by: "ANY") }', 'got "ANY".'],
  ])('are refused by the name of the field: %s', (sdl, words) => {
    expect(() => readMergeStrategies(parse(sdl))).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: `Expected @merge(by:) with one of CONNECTION, CONCAT, GROUP_SUM, BY_OWNER on "Query.things", ${words}`,
      }),
    );
  });
});
