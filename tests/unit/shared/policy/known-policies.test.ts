import { describe, expect, test } from 'vitest';
import { aCaller } from './callers.js';
import { now, policyOf } from './report-policy.js';

/** What a reader of findings gets of the text of one that was published at this date. */
function textOf(publishedAt: unknown): string {
  const decision = policyOf()
    .decide(aCaller({ scopes: ['findings:read'] }), now)
    .field('Finding.text');
  return decision.kind === 'BY_RECORD'
    ? decision.decide({ object: { publishedAt }, field: 'text', now }).kind
    : decision.kind;
}

describe('what is published is open once all that its date can mean is past', () => {
  test.each([
    ['2026-03-14', true],
    ['2026-03-15', false],
    ['2026-03-16', false],
    ['2026-02', true],
    ['2026-03', false],
    ['2025', true],
    ['2026', false],
    ['', false],
    [undefined, false],
    [2020, false],
  ])('%j: %s', (publishedAt, isOpen) => {
    expect(textOf(publishedAt) === 'ALLOW').toBe(isOpen);
  });
});
