import { describe, expect, test } from 'vitest';
import type { AccessRule } from '../../../../shared/policy/access-rule.js';
import { loosens } from '../../../../shared/policy/loosens.js';
import type { GrantOrNobody } from '../../../../shared/policy/policy-file.js';

const open: AccessRule = { authenticated: false, scopes: [], policies: [] };
const known: AccessRule = { ...open, authenticated: true };
const scoped = (...scopes: AccessRule['scopes']): AccessRule => ({ ...open, scopes });
const policed = (...policies: AccessRule['policies']): AccessRule => ({ ...open, policies });
const owner = 'harbour-watch';

describe('a grant that asks', () => {
  test.each<[string, GrantOrNobody, AccessRule, boolean]>([
    ['nothing, where the contract asks nothing', {}, open, false],
    ['nothing, where the contract asks for a sign-in', {}, known, true],
    ['for nobody', 'nobody', known, false],
    ['for a sign-in, as the contract does', { authenticated: true }, known, false],
    ['for a scope, where the contract asks for a sign-in', { scopes: [['a']] }, known, false],
    [
      'for a scope, as the contract does beside a sign-in',
      { scopes: [['a']] },
      { ...known, scopes: [[['a']]] },
      false,
    ],
    ['for a sign-in, where the contract asks for a scope', { authenticated: true }, scoped([['a']]), true],
    [
      'for a sign-in, where two scopes are asked for',
      { authenticated: true },
      scoped([['a']], [['b']]),
      true,
    ],
    ['for one of two scopes that are both asked for', { scopes: [['a']] }, scoped([['a']], [['b']]), true],
    ['for another scope', { scopes: [['c']] }, scoped([['a']], [['b']]), false],
    ['for both at once', { scopes: [['a', 'b']] }, scoped([['a']], [['b']]), false],
    ['for one of two that will do', { scopes: [['a'], ['b']] }, scoped([['a']]), true],
    ['for one more than the contract does', { scopes: [['a', 'b']] }, scoped([['a']]), false],
    ['for a sign-in, where members alone may', { authenticated: true }, policed([['member']]), true],
    [
      'for a sign-in, where members may and something else holds',
      { authenticated: true },
      policed([['member']], [['legal-entity']]),
      true,
    ],
    [
      'for a sign-in, where members may or something else holds',
      { authenticated: true },
      policed([['member'], ['legal-entity']]),
      false,
    ],
    [
      'for a sign-in, where one alternative has more to it',
      { authenticated: true },
      policed([['member', 'legal-entity']]),
      true,
    ],
    ['for a sign-in, where something else holds', { authenticated: true }, policed([['published']]), false],
    ['for its own people, where the owner alone may', { org: [owner] }, policed([['owner']]), true],
    [
      'for its own people, where the owner alone may and something holds',
      { org: [owner] },
      policed([['owner']], [['published']]),
      true,
    ],
    ['for its own people, where members may', { org: [owner] }, policed([['member']]), false],
    [
      'for the people of others, where the owner alone may',
      { org: ['river-desk'] },
      policed([['owner']]),
      false,
    ],
    ['for its own people, where a sign-in is asked for', { org: [owner] }, known, false],
    ['for a purpose', { authenticated: true, purpose: ['AUDIT'] }, policed([['member']]), false],
    ['for a proof', { authenticated: true, proof: 'caller' }, policed([['member']]), false],
  ])('%s: less than the contract: %s', (_, grant, contract, isLess) => {
    expect(loosens(grant, contract, owner)).toBe(isLess);
  });
});
