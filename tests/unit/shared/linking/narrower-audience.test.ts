import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tlpLabels } from '../../../../shared/domain/record-body.js';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { Audience } from '../../../../shared/linking/link-subject.js';
import { maySeeSubject } from '../../../../shared/linking/may-see-subject.js';
import { isOpener, narrowerAudience } from '../../../../shared/linking/narrower-audience.js';
import { Requirement } from '../../../../shared/policy/published-policy.js';
import type { RecordAudience } from '../../../../shared/policy/record-audience.js';
import { aCaller, aColleague } from '../policy/callers.js';
import { seeded } from '../policy/seeded.js';

const now = new Date('2026-01-31T09:30:00.000Z');
const callers: readonly Caller[] = [
  anonymousCaller,
  aCaller({ clearance: 'TLP:RED' }),
  aCaller({ clearance: 'TLP:RED', organization: 'outsider', scopes: ['a'] }),
  aColleague('birch'),
  aColleague('birch', { clearance: 'TLP:GREEN', scopes: ['a', 'b'] }),
  aColleague('cedar', { purpose: 'AUDIT', scopes: ['b'] }),
  aColleague('alder'),
];

type Label = RecordAudience['tlp'];

/** As the policy of one member has them: what is strict it shares with the same organisations. */
function audienceOf(tlp: Label, requires: readonly object[] = [], embargoUntil?: string): RecordAudience {
  return {
    ...{ tlp, ...(embargoUntil !== undefined && { embargoUntil }) },
    sharedWith: tlp === 'TLP:AMBER+STRICT' ? ['outsider', 'cedar'] : [],
    requires: requires.map((one) => Requirement.parse(one)),
  };
}

const audience = fc
  .tuple(
    fc.constantFrom(...tlpLabels),
    fc.subarray([
      { authenticated: true },
      { scopes: [[['a']]] },
      { organizations: ['birch', 'alder'] },
      { purposes: ['AUDIT'] },
    ]),
    fc.constantFrom(undefined, '2025-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'),
  )
  .map(([tlp, requires, embargo]) => audienceOf(tlp, requires, embargo));

const admits = (of: RecordAudience | null, caller: Caller) =>
  of !== null && maySeeSubject({ member: 'alder', audience: Audience.parse(of) }, caller, now);

describe('the narrower of two audiences', () => {
  test('is who is of both', () => {
    fc.assert(
      fc.property(audience, audience, (one, other) => {
        const both = narrowerAudience(one, other);
        for (const caller of callers) {
          expect(admits(both, caller)).toBe(admits(one, caller) && admits(other, caller));
        }
      }),
      seeded(1000),
    );
  });

  test('is none where it asks more than can be published', () => {
    const scopes = (from: number) => Array.from({ length: 11 }, (_, i) => ({ scopes: [[[`s${from + i}`]]] }));
    const asking = (from: number) => audienceOf('TLP:CLEAR', scopes(from));
    expect(narrowerAudience(asking(0), asking(9))?.requires).toHaveLength(20);
    expect(narrowerAudience(asking(0), asking(10))).toBeNull();
  });
});

test('of two audiences the opener is told by embargo, label and what else is asked', () => {
  fc.assert(
    fc.property(audience, audience, (one, other) => {
      expect(isOpener(one, other) && isOpener(other, one)).toBe(false);
    }),
    seeded(300),
  );
  const [clear, green] = [audienceOf('TLP:CLEAR'), audienceOf('TLP:GREEN')];
  expect(isOpener(clear, green)).toBe(true);
  expect(isOpener(green, audienceOf('TLP:CLEAR', [], '2027-01-01T00:00:00.000Z'))).toBe(true);
  expect(isOpener(clear, audienceOf('TLP:CLEAR', [{}]))).toBe(true);
});
