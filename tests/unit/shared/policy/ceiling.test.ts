import { expect, test } from 'vitest';
import type { Caller } from '../../../../shared/identity/caller.js';
import { underCeiling } from '../../../../shared/policy/ceiling.js';
import { parsePolicy } from '../../../../shared/policy/parse-policy.js';
import { aColleague } from './callers.js';
import { now, policyOf } from './report-policy.js';

const asked = aColleague('river-desk', {
  scopes: ['reports:read', 'reports', 'notes:read'],
  purpose: 'AUDIT',
});

function ceilingOf(yaml: string) {
  return parsePolicy(`version: 1\nmember: harbour-watch\ntests: t.yaml\nhub: { ceiling: ${yaml} }\n`, 'p').hub
    .ceiling;
}

test.each<[string, string, Partial<Caller>]>([
  ['nothing is held to an empty ceiling', '{}', {}],
  ['scopes that begin so', '{ scopes: ["reports:*"] }', { scopes: ['reports:read'] }],
  ['scopes as they are', '{ scopes: ["reports", "other"] }', { scopes: ['reports'] }],
  ['all scopes', '{ scopes: ["*"] }', {}],
  ['no scopes', '{ scopes: [] }', { scopes: [] }],
  ['less clearance', '{ clearance: "TLP:GREEN" }', { clearance: 'TLP:GREEN' }],
  ['as much clearance', '{ clearance: "TLP:RED" }', {}],
  ['its organisation', '{ organizations: [field-post, river-desk] }', {}],
  ['another organisation', '{ organizations: [field-post] }', { organization: null, isMember: false }],
  ['no organisation', '{ organizations: [] }', { organization: null, isMember: false }],
])('a hub is believed up to %s', (_, yaml, change) => {
  expect(underCeiling(asked, ceilingOf(yaml))).toEqual({ ...asked, ...change });
});

test('less clearance is not raised', () => {
  const caller = { ...asked, clearance: 'TLP:CLEAR' } as const;
  expect(underCeiling(caller, ceilingOf('{ clearance: "TLP:GREEN" }')).clearance).toBe('TLP:CLEAR');
});

test('nobody of no organisation becomes a member', () => {
  const caller = { ...asked, organization: null, isMember: false };
  expect(underCeiling(caller, ceilingOf('{ organizations: [river-desk] }'))).toEqual(caller);
});

test('who proved themselves is taken as they are', () => {
  const caller = { ...asked, isProven: true };
  expect(underCeiling(caller, ceilingOf('{ scopes: [], clearance: "TLP:CLEAR", organizations: [] }'))).toBe(
    caller,
  );
});

test('a policy decides for the caller under its ceiling', () => {
  const policy = policyOf('hub: { ceiling: { scopes: ["notes:*"], clearance: "TLP:GREEN" } }\n');
  const decisions = policy.decide(asked, now);
  expect(decisions.caller).toEqual({ ...asked, scopes: ['notes:read'], clearance: 'TLP:GREEN' });
  expect(decisions.field('Report.summary')).toEqual({ kind: 'DENY' });
  expect(decisions.record('Report', { handling: { tlp: 'TLP:AMBER' } })).toEqual({ kind: 'HIDE' });
  const proven = policy.decide({ ...asked, isProven: true }, now);
  expect(proven.field('Report.summary')).toEqual({ kind: 'ALLOW' });
});
