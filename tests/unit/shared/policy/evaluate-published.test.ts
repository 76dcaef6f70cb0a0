import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import {
  evaluatePublished,
  type FieldUse,
  publishedAccess,
} from '../../../../shared/policy/evaluate-published.js';
import { PublishedPolicy, type PublishedRequirement } from '../../../../shared/policy/published-policy.js';
import { aCaller, aColleague } from './callers.js';

const open: PublishedRequirement = { authenticated: false, scopes: [], policies: [], proof: false };

describe('one requirement', () => {
  test.each<[string, Partial<PublishedRequirement> | false, Caller, string]>([
    ['nothing is asked', {}, anonymousCaller, 'ALLOW'],
    ['nobody may', false, aColleague('harbour-watch'), 'DENY'],
    ['a caller by name: nobody known', { authenticated: true }, anonymousCaller, 'DENY'],
    ['a caller by name: somebody known', { authenticated: true }, aCaller(), 'ALLOW'],
    ['a scope: held', { scopes: [[['a', 'b'], ['c']]] }, aCaller({ scopes: ['c'] }), 'ALLOW'],
    ['a scope: half of a pair', { scopes: [[['a', 'b'], ['c']]] }, aCaller({ scopes: ['a'] }), 'DENY'],
    ['two rules: one holds', { scopes: [[['a']], [['b']]] }, aCaller({ scopes: ['a'] }), 'DENY'],
    ['a policy: the owner', { policies: [[['owner']]] }, aColleague('harbour-watch'), 'ALLOW'],
    ['a policy: another member', { policies: [[['owner']]] }, aColleague('river-desk'), 'DENY'],
    ['a policy of the record', { policies: [[['published']]] }, aCaller(), 'BY_RECORD'],
    ['an organisation: of it', { organizations: ['a', 'river-desk'] }, aColleague('river-desk'), 'ALLOW'],
    ['an organisation: of another', { organizations: ['river-desk'] }, aColleague('field-post'), 'DENY'],
    ['an organisation: of none', { organizations: ['river-desk'] }, aCaller(), 'DENY'],
    ['a purpose: declared', { purposes: ['AUDIT', 'RESEARCH'] }, aCaller({ purpose: 'RESEARCH' }), 'ALLOW'],
    ['a purpose: another', { purposes: ['AUDIT'] }, aCaller({ purpose: 'RESEARCH' }), 'DENY'],
    ['a purpose: none declared', { purposes: ['AUDIT'] }, aCaller(), 'DENY'],
    ['a proof: none', { proof: true }, aCaller(), 'DENY'],
    ['a proof: known', { proof: true }, aCaller({ isProven: true }), 'ALLOW'],
    [
      'all but one',
      { authenticated: true, purposes: ['AUDIT'], proof: true },
      aCaller({ isProven: true }),
      'DENY',
    ],
  ])('%s', (_, requirement, caller, access) => {
    const whole = requirement === false ? false : { ...open, ...requirement };
    expect(evaluatePublished(whole, { caller, owner: 'harbour-watch', offersProof: false })).toBe(access);
  });

  test('a proof that is offered lets the member decide whether it is one', () => {
    const asker = { caller: aCaller(), owner: 'harbour-watch', offersProof: true };
    expect(evaluatePublished({ ...open, proof: true }, asker)).toBe('ALLOW');
  });
});

describe('a field of a published policy', () => {
  const policy = PublishedPolicy.parse({
    version: 1,
    member: 'harbour-watch',
    revision: 'r1',
    fields: {
      'A.read': { read: { scopes: [[['s']]] } },
      'A.use': { read: {}, use: { scopes: [[['s']]] } },
      'A.aggregate': { read: false, aggregate: {} },
      'A.totals': { read: {}, use: false },
    },
  });
  test.each<[string, FieldUse, string[], string]>([
    ['A.free', 'read', [], 'ALLOW'],
    ['A.free', 'use', [], 'ALLOW'],
    ['A.free', 'aggregate', [], 'ALLOW'],
    ['toString', 'read', [], 'ALLOW'],
    ['A.read', 'read', [], 'DENY'],
    ['A.read', 'read', ['s'], 'ALLOW'],
    ['A.read', 'use', [], 'DENY'],
    ['A.read', 'use', ['s'], 'ALLOW'],
    ['A.read', 'aggregate', [], 'DENY'],
    ['A.use', 'read', [], 'ALLOW'],
    ['A.use', 'use', [], 'DENY'],
    ['A.use', 'aggregate', [], 'DENY'],
    ['A.use', 'aggregate', ['s'], 'ALLOW'],
    ['A.aggregate', 'read', ['s'], 'DENY'],
    ['A.aggregate', 'use', ['s'], 'DENY'],
    ['A.aggregate', 'aggregate', [], 'ALLOW'],
    ['A.totals', 'aggregate', ['s'], 'DENY'],
  ])('%s to %s with %j: %s', (coordinate, use, scopes, access) => {
    const asker = { caller: aCaller({ scopes }), owner: 'harbour-watch', offersProof: false };
    expect(publishedAccess(policy, { coordinate, use }, asker)).toBe(access);
  });
});
