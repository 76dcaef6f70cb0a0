import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readApart, readMergeStrategies } from '../../../../gateway/merge/merge-strategies.js';
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

  it('say what totals never add together', () => {
    const apart = readContracts().flatMap(({ sdl }) => [...readApart(parse(sdl))]);
    expect(Object.fromEntries(apart.filter(([field]) => field.endsWith('Totals')))).toEqual({
      investigationTotals: { always: [], inSum: ['CURRENCY'] },
      budgetTotals: { always: ['PHASE', 'DIRECTION', 'CURRENCY'], inSum: [] },
      declarationTotals: { always: [], inSum: ['CURRENCY'] },
      contractingProcessTotals: { always: [], inSum: ['CURRENCY'] },
      auditTotals: { always: [], inSum: [] },
      courtCaseTotals: { always: [], inSum: [] },
    });
  });
});
