import { expect, test } from 'vitest';
import { anonymousCaller } from '../../../../shared/identity/caller.js';
import { holds } from '../../../../shared/policy/grant.js';
import type { GrantOrNobody } from '../../../../shared/policy/policy-file.js';
import { aCaller } from './callers.js';

const somebody = aCaller({ scopes: ['a', 'b'], organization: 'river-desk', purpose: 'AUDIT' });

test.each([
  ['nothing', {}, true],
  ['to be known', { authenticated: true } as const, true],
  ['all scopes of the first alternative', { scopes: [['a', 'b'], ['c']] }, true],
  ['all scopes of the last alternative', { scopes: [['c'], ['a']] }, true],
  ['a scope of each that is not there', { scopes: [['a', 'c'], ['c']] }, false],
  ['no alternative', { scopes: [] }, false],
  ['the organisation', { org: ['field-post', 'river-desk'] }, true],
  ['another organisation', { org: ['field-post'] }, false],
  ['the purpose', { purpose: ['AUDIT'] }, true],
  ['another purpose', { purpose: ['RESEARCH'] }, false],
  ['a proof', { proof: 'caller' } as const, false],
])('a grant that asks for %s holds for somebody: %j is %s', (_what, grant, expected) => {
  expect(holds(grant, somebody)).toBe(expected);
});

test.each<[GrantOrNobody, boolean]>([
  ['nobody', false],
  [{ authenticated: true }, false],
  [{ scopes: [['a']] }, false],
  [{ org: ['river-desk'] }, false],
  [{ purpose: ['AUDIT'] }, false],
  [{}, true],
])('%j holds for nobody known: %s', (grant, expected) => {
  expect(holds(grant, { ...anonymousCaller, scopes: ['a'] })).toBe(expected);
});
