import { describe, expect, it } from 'vitest';
import { canMatch } from '../../../../gateway/fanout/coverage.js';
import { readMemberId } from '../../../../shared/domain/ids.js';

const provider = {
  member: readMemberId('alpha'),
  domain: 'budgets',
  url: 'http://127.0.0.1:1/',
  paused: false,
  contractVersion: '1.0.0',
  coverage: { countries: ['GB', 'IE'], years: { from: 2010, to: 2020 } },
} as const;

describe('a provider is asked', () => {
  it.each([
    ['without a filter', undefined, true],
    ['when it is named', { member: { eq: 'alpha' } }, true],
    ['when it is among those named', { member: { in: ['beta', 'alpha'] } }, true],
    ['not when another is named', { member: { eq: 'beta' } }, false],
    ['not when nobody is named', { member: { in: [] } }, false],
    ['for a country it covers', { country: { eq: 'IE' } }, true],
    ['not for a country it does not cover', { country: { in: ['FR', 'DE'] } }, false],
    ['for a year it covers', { fiscalYear: { eq: 2020 } }, true],
    ['not for a later year', { fiscalYear: { gte: 2021 } }, false],
    ['not for an earlier year', { year: { lte: 2009 } }, false],
    ['not when a part of a conjunction rules it out', { and: [{ country: { eq: 'FR' } }] }, false],
    ['when only a part of a disjunction rules it out', { or: [{ country: { eq: 'FR' } }] }, true],
    ['when a test is null', { country: null, year: { eq: null } }, true],
  ])('%s', (_, filter, asked) => {
    expect(canMatch(provider, filter)).toBe(asked);
  });
});
