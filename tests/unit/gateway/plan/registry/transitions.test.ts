import { describe, expect, it } from 'vitest';
import { type RegistryEntry, stateOf } from '../../../../../gateway/plan/registry/registry-entry.js';
import {
  applyMemberRequest,
  applyOperatorCommand,
  type OperatorCommand,
} from '../../../../../gateway/plan/registry/transitions.js';
import { readMemberId } from '../../../../../shared/domain/ids.js';
import type { MemberPublicKey } from '../../../../../shared/identity/member-public-key.js';
import type { RegistryRequest } from '../../../../../shared/identity/registry-request.js';
import { registryEntry } from '../../../../fixtures/registry-entries.js';

const now = new Date('2026-02-01T00:00:00.000Z');
const hour = 3_600_000;
const keyOf = (kid: string): MemberPublicKey => ({ kty: 'OKP', crv: 'Ed25519', x: kid, kid });
const common = { member: readMemberId('alpha'), iat: 0, jti: 'x', aud: 'https://hub.example' };

const entries = {
  none: undefined,
  PENDING: registryEntry('alpha', { standing: 'PENDING' }),
  ACTIVE: registryEntry('alpha'),
  'PAUSED by itself': registryEntry('alpha', { pausedBy: ['MEMBER'] }),
  'PAUSED by an operator': registryEntry('alpha', { pausedBy: ['OPERATOR'] }),
  'PAUSED by both': registryEntry('alpha', { pausedBy: ['MEMBER', 'OPERATOR'] }),
  REVOKED: registryEntry('alpha', { standing: 'REVOKED' }),
} satisfies Record<string, RegistryEntry | undefined>;
type Start = keyof typeof entries;

const kid = 'key-of-alpha';
const requests = {
  register: {
    ...common,
    action: 'register',
    body: { key: keyOf(kid), description: registryEntry('alpha').description },
  },
  pause: { ...common, action: 'pause', body: {} },
  resume: { ...common, action: 'resume', body: {} },
  'rotate-key': { ...common, action: 'rotate-key', body: { key: keyOf('next'), proof: '' } },
} satisfies Record<string, RegistryRequest>;

function asked(start: Start, action: keyof typeof requests): string {
  const result = applyMemberRequest(entries[start], {
    request: requests[action],
    kid,
    now,
    keyOverlapMs: hour,
  });
  return result.outcome === 'refused' ? 'refused' : `${result.outcome} ${stateOf(result.entry)}`;
}

function told(start: Exclude<Start, 'none'>, name: OperatorCommand): string {
  const result = applyOperatorCommand(entries[start], { name, now });
  return result.outcome === 'refused' ? 'refused' : `${result.outcome} ${stateOf(result.entry)}`;
}

describe('what a member may make of its own entry', () => {
  it.each<[Start, string, string, string, string]>([
    // start, register, pause, resume, rotate-key
    ['none', 'changed PENDING', 'refused', 'refused', 'refused'],
    ['PENDING', 'unchanged PENDING', 'changed PENDING', 'unchanged PENDING', 'changed PENDING'],
    ['ACTIVE', 'unchanged ACTIVE', 'changed PAUSED', 'unchanged ACTIVE', 'changed ACTIVE'],
    ['PAUSED by itself', 'unchanged PAUSED', 'unchanged PAUSED', 'changed ACTIVE', 'changed PAUSED'],
    ['PAUSED by an operator', 'unchanged PAUSED', 'changed PAUSED', 'unchanged PAUSED', 'changed PAUSED'],
    ['PAUSED by both', 'unchanged PAUSED', 'unchanged PAUSED', 'changed PAUSED', 'changed PAUSED'],
    ['REVOKED', 'changed PENDING', 'refused', 'refused', 'refused'],
  ])('%s: register %s, pause %s, resume %s, rotate-key %s', (start, ...expected) => {
    expect([
      asked(start, 'register'),
      asked(start, 'pause'),
      asked(start, 'resume'),
      asked(start, 'rotate-key'),
    ]).toEqual(expected);
  });
});

describe('what an operator may make of an entry', () => {
  it.each<[Exclude<Start, 'none'>, string, string, string, string]>([
    // start, approve, revoke, pause, resume
    ['PENDING', 'changed ACTIVE', 'changed REVOKED', 'refused', 'refused'],
    ['ACTIVE', 'unchanged ACTIVE', 'changed REVOKED', 'changed PAUSED', 'unchanged ACTIVE'],
    ['PAUSED by itself', 'unchanged PAUSED', 'changed REVOKED', 'changed PAUSED', 'unchanged PAUSED'],
    ['PAUSED by an operator', 'unchanged PAUSED', 'changed REVOKED', 'unchanged PAUSED', 'changed ACTIVE'],
    ['PAUSED by both', 'unchanged PAUSED', 'changed REVOKED', 'unchanged PAUSED', 'changed PAUSED'],
    ['REVOKED', 'refused', 'unchanged REVOKED', 'refused', 'refused'],
  ])('%s: approve %s, revoke %s, pause %s, resume %s', (start, ...expected) => {
    expect([
      told(start, 'approve'),
      told(start, 'revoke'),
      told(start, 'pause'),
      told(start, 'resume'),
    ]).toEqual(expected);
  });

  it('approves the key that was compared and no other', () => {
    const approve = (key: string) => applyOperatorCommand(entries.PENDING, { name: 'approve', key, now });
    expect(approve(kid).outcome).toBe('changed');
    expect(approve('another')).toEqual({
      outcome: 'refused',
      reason: 'Expected the key "another" of member "alpha", it registered another.',
    });
  });

  it('makes a member that paused while pending a paused one', () => {
    const paused = registryEntry('alpha', { standing: 'PENDING', pausedBy: ['MEMBER'] });
    const result = applyOperatorCommand(paused, { name: 'approve', now });
    expect(result).toMatchObject({
      outcome: 'changed',
      entry: { standing: 'APPROVED', pausedBy: ['MEMBER'] },
    });
  });
});

describe('an entry that changes', () => {
  it('gets the next version, and the instant at which its state became another', () => {
    const paused = applyOperatorCommand(registryEntry('alpha', { version: 4 }), { name: 'pause', now });
    expect(paused).toMatchObject({ entry: { version: 5, since: now.toISOString() } });
    const rotated = applyMemberRequest(registryEntry('alpha', { version: 4 }), {
      request: requests['rotate-key'],
      kid,
      now,
      keyOverlapMs: hour,
    });
    expect(rotated).toMatchObject({ entry: { version: 5, since: '2026-01-02T03:04:05.000Z' } });
  });

  it('goes on counting when a revoked member registers again with another key', () => {
    const revoked = registryEntry('alpha', { standing: 'REVOKED', version: 7, pausedBy: ['OPERATOR'] });
    const result = applyMemberRequest(revoked, {
      request: { ...requests.register, body: { ...requests.register.body, key: keyOf('new') } },
      kid: 'new',
      now,
      keyOverlapMs: hour,
    });
    expect(result).toMatchObject({
      outcome: 'changed',
      entry: { version: 8, standing: 'PENDING', pausedBy: [], keys: [{ kid: 'new', notAfter: null }] },
    });
  });

  it.each([
    ['another name', { name: 'Another' }, 'refused'],
    ['another country', { country: 'FR' }, 'refused'],
    ['another licence', { licence: 'CC-BY-4.0' }, 'changed'],
  ])('of an approved member with %s is %s', (_, change, outcome) => {
    const { body } = requests.register;
    const request: RegistryRequest = {
      ...requests.register,
      body: { ...body, description: { ...body.description, ...change } },
    };
    const apply = (entry: RegistryEntry) =>
      applyMemberRequest(entry, { request, kid, now, keyOverlapMs: hour }).outcome;
    expect(apply(entries.ACTIVE)).toBe(outcome);
    expect(apply(entries.PENDING)).toBe('changed');
  });

  it("stays another's, who registered the same id first", () => {
    const apply = (entry: RegistryEntry) =>
      applyMemberRequest(entry, { request: requests.register, kid: 'other', now, keyOverlapMs: hour });
    const reason = 'Expected a member id that is free, "alpha" is taken.';
    expect(apply(entries.PENDING)).toEqual({ outcome: 'refused', reason });
    expect(apply(entries.ACTIVE)).toEqual({ outcome: 'refused', reason });
  });

  it('loses an extension that the member registers without', () => {
    const extension = { url: 'https://alpha.example/', sdl: 'type A { b: Int }' };
    const result = applyMemberRequest(registryEntry('alpha', { extension }), {
      request: requests.register,
      kid,
      now,
      keyOverlapMs: hour,
    });
    expect(result.outcome === 'changed' && 'extension' in result.entry).toBe(false);
    expect(result.outcome).toBe('changed');
  });
});

describe('keys', () => {
  const rotate = (entry: RegistryEntry, next: string, signedBy: string) =>
    applyMemberRequest(entry, {
      request: { ...requests['rotate-key'], body: { key: keyOf(next), proof: '' } },
      kid: signedBy,
      now,
      keyOverlapMs: hour,
    });

  it('overlap: the old one ends after it, one that ends sooner keeps its end, one that has ended goes', () => {
    const entry = registryEntry('alpha', {
      keys: [
        { ...keyOf('c'), notAfter: null },
        { ...keyOf('b'), notAfter: '2026-02-01T00:10:00.000Z' },
        { ...keyOf('a'), notAfter: '2026-01-31T00:00:00.000Z' },
      ],
    });
    const result = rotate(entry, 'd', 'c');
    expect(result).toMatchObject({
      entry: {
        keys: [
          { kid: 'd', notAfter: null },
          { kid: 'c', notAfter: '2026-02-01T01:00:00.000Z' },
          { kid: 'b', notAfter: '2026-02-01T00:10:00.000Z' },
        ],
      },
    });
    expect(result.outcome === 'changed' && result.entry.keys).toHaveLength(3);
  });

  const two = registryEntry('alpha', {
    keys: [
      { ...keyOf('b'), notAfter: null },
      { ...keyOf('a'), notAfter: '2026-02-01T00:10:00.000Z' },
    ],
  });
  it.each([
    ['the key in force names a new one', 'c', 'b', 'changed'],
    ['the key in force is named again, by the one before: the answer had been lost', 'b', 'a', 'unchanged'],
    ['an older key names a new one', 'c', 'a', 'refused'],
    ['the key in force names an older one', 'a', 'b', 'refused'],
  ])('%s', (_, next, signedBy, outcome) => {
    expect(rotate(two, next, signedBy).outcome).toBe(outcome);
  });

  it('are at most five at a time', () => {
    const keys = ['e', 'd', 'c', 'b', 'a'].map((name, i) => ({
      ...keyOf(name),
      notAfter: i === 0 ? null : '2026-02-01T00:10:00.000Z',
    }));
    expect(rotate(registryEntry('alpha', { keys }), 'f', 'e')).toMatchObject({ outcome: 'refused' });
  });
});
