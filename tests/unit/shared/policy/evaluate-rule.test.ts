import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { type AccessRule, allOfRules, isOpen, openRule } from '../../../../shared/policy/access-rule.js';
import { evaluateRule, some } from '../../../../shared/policy/evaluate-rule.js';
import { askPolicyAt } from '../../../../shared/policy/known-policies.js';
import { aCaller, aColleague } from './callers.js';

const owner = 'harbour-watch';
const ours = aColleague(owner);
const colleague = aColleague('river-desk');
const now = new Date('2026-03-15T12:00:00.000Z');

describe('a rule before any record is looked at', () => {
  test.each<[string, Partial<AccessRule>, Caller, string | undefined, string]>([
    ['nothing', {}, anonymousCaller, undefined, 'ALLOW'],
    ['somebody: nobody known', { authenticated: true }, anonymousCaller, undefined, 'DENY'],
    ['somebody', { authenticated: true }, aCaller(), undefined, 'ALLOW'],
    ['a service', { authenticated: true }, aCaller({ kind: 'service' }), undefined, 'ALLOW'],
    [
      'a scope that nobody known says to have',
      { scopes: [[['a']]] },
      { ...anonymousCaller, scopes: ['a'] },
      undefined,
      'DENY',
    ],
    ['a scope', { scopes: [[['a']]] }, aCaller({ scopes: ['a'] }), undefined, 'ALLOW'],
    [
      'a scope: nobody with it',
      { scopes: [[['a']]] },
      { ...anonymousCaller, scopes: ['a'] },
      undefined,
      'DENY',
    ],
    ['a scope like it', { scopes: [[['a']]] }, aCaller({ scopes: ['a:b', 'A'] }), undefined, 'DENY'],
    ['one of two', { scopes: [[['a'], ['b']]] }, aCaller({ scopes: ['b'] }), undefined, 'ALLOW'],
    ['both of two', { scopes: [[['a', 'b']]] }, aCaller({ scopes: ['b'] }), undefined, 'DENY'],
    ['two rules', { scopes: [[['a']], [['b']]] }, aCaller({ scopes: ['b'] }), undefined, 'DENY'],
    ['no alternative', { scopes: [[]] }, ours, owner, 'DENY'],
    ['an empty alternative', { scopes: [[[]]] }, ours, owner, 'DENY'],
    ['an empty alternative of policies', { policies: [[[]]] }, ours, owner, 'DENY'],
    ['a member', { policies: [[['member']]] }, colleague, undefined, 'ALLOW'],
    [
      'a member: nobody of one',
      { policies: [[['member']]] },
      aCaller({ organization: 'river-desk' }),
      undefined,
      'DENY',
    ],
    ['the owner: which may be any', { policies: [[['owner']]] }, colleague, undefined, 'BY_RECORD'],
    [
      'the owner: which may be any, for nobody of a member',
      { policies: [[['owner']]] },
      aCaller({ organization: owner }),
      undefined,
      'DENY',
    ],
    ['the owner: another', { policies: [[['owner']]] }, colleague, owner, 'DENY'],
    ['the owner', { policies: [[['owner']]] }, ours, owner, 'ALLOW'],
    [
      'the owner: of its name and no member',
      { policies: [[['owner']]] },
      aCaller({ organization: owner }),
      owner,
      'DENY',
    ],
    ['what is published', { policies: [[['published']]] }, ours, owner, 'BY_RECORD'],
    ['who is named', { policies: [[['named-in-public']]] }, ours, owner, 'BY_RECORD'],
    ['what is no person', { policies: [[['legal-entity']]] }, ours, owner, 'BY_RECORD'],
    ['a policy that is not known', { policies: [[['friends']]] }, ours, owner, 'DENY'],
    [
      'one that is not known beside one that holds',
      { policies: [[['friends'], ['member']]] },
      ours,
      owner,
      'ALLOW',
    ],
    [
      'one that is not known together with one that holds',
      { policies: [[['friends', 'member']]] },
      ours,
      owner,
      'DENY',
    ],
    [
      'one that holds beside one of the record',
      { policies: [[['published'], ['member']]] },
      colleague,
      owner,
      'ALLOW',
    ],
    [
      'one that does not beside one of the record',
      { policies: [[['member'], ['published']]] },
      aCaller(),
      owner,
      'BY_RECORD',
    ],
    [
      'one of the record together with one that does not hold',
      { policies: [[['published', 'member']]] },
      aCaller(),
      owner,
      'DENY',
    ],
    [
      'one of the record together with one that holds',
      { policies: [[['published', 'member']]] },
      colleague,
      owner,
      'BY_RECORD',
    ],
    [
      'a scope that is not held beside a policy of the record',
      { scopes: [[['a']]], policies: [[['published']]] },
      colleague,
      owner,
      'DENY',
    ],
  ])('%s', (_, rule, caller, whose, access) => {
    expect(evaluateRule({ ...openRule, ...rule }, { caller, owner: whose })).toBe(access);
  });

  test('alternatives are asked one by one', () => {
    expect(some([['a'], ['b']], (name) => (name === 'b' ? 'ALLOW' : 'DENY'))).toBe('ALLOW');
    expect(some([], () => 'ALLOW')).toBe('DENY');
  });
});

describe('a policy of an object', () => {
  const asker = { caller: aCaller(), owner };
  test.each<[string, Record<string, unknown>, string, boolean]>([
    ['published', { publishedAt: '2026-03-14' }, 'text', true],
    ['published', { publishedAt: '2026-03-15' }, 'text', false],
    ['published', { publishedAt: '2026-03' }, 'text', false],
    ['published', { publishedAt: '2026-02' }, 'text', true],
    ['published', { publishedAt: '2026' }, 'text', false],
    ['published', { publishedAt: '2025' }, 'text', true],
    ['published', { publishedAt: '' }, 'text', false],
    ['published', { publishedAt: 2020 }, 'text', false],
    ['published', { publishedAt: null }, 'text', false],
    ['published', {}, 'text', false],
    ['named-in-public', { identifiedPublicly: true }, 'party', true],
    ['named-in-public', { identifiedPublicly: false }, 'party', false],
    ['named-in-public', { identifiedPublicly: 'true' }, 'party', false],
    ['named-in-public', {}, 'party', false],
    ['legal-entity', { party: { ref: 'Organization', id: 'o-1' } }, 'party', true],
    ['legal-entity', { party: { ref: 'Person', id: 'p-1' } }, 'party', false],
    ['legal-entity', { party: { ref: 'Organization', id: 'o-1' } }, 'payer', false],
    ['legal-entity', { party: 'Organization' }, 'party', false],
    ['legal-entity', { party: null }, 'party', false],
    ['legal-entity', { party: {} }, 'party', false],
    ['legal-entity', {}, 'party', false],
    ['member', {}, 'party', false],
    ['owner', {}, 'party', false],
    ['friends', {}, 'party', false],
  ])('%s of %j, at %s: %s', (policy, object, field, holds) => {
    expect(askPolicyAt(policy, asker, { object, field, now })).toBe(holds);
  });

  test('what is no object of a record is asked of the caller', () => {
    const place = { object: {}, field: 'text', now };
    expect(askPolicyAt('member', { caller: colleague, owner }, place)).toBe(true);
    expect(askPolicyAt('owner', { caller: colleague, owner }, place)).toBe(false);
    expect(askPolicyAt('owner', { caller: ours, owner }, place)).toBe(true);
  });
});

describe('rules together', () => {
  const scoped: AccessRule = { ...openRule, scopes: [[['a']]] };
  const known: AccessRule = { ...openRule, authenticated: true };
  const ruled: AccessRule = { ...openRule, policies: [[['member']]] };

  test('ask all that each asks', () => {
    expect(allOfRules([scoped, known, ruled])).toEqual({
      authenticated: true,
      scopes: [[['a']]],
      policies: [[['member']]],
    });
    expect(allOfRules([scoped, ruled]).authenticated).toBe(false);
    expect(allOfRules([])).toEqual(openRule);
  });

  test('are open when they ask nothing', () => {
    expect([openRule, scoped, known, ruled].map(isOpen)).toEqual([true, false, false, false]);
  });
});
