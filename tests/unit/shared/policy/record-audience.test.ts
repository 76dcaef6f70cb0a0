import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tlpLabels } from '../../../../shared/domain/record-body.js';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { isStricter } from '../../../../shared/policy/ceiling.js';
import { evaluatePublished } from '../../../../shared/policy/evaluate-published.js';
import { isAmong, isOwner, readableLabels } from '../../../../shared/policy/labels.js';
import type { RecordAudience } from '../../../../shared/policy/record-audience.js';
import type { RecordBody } from '../../../../shared/store/record-type.js';
import { aCaller, aColleague } from './callers.js';
import { now, owner, policyOf, withRules } from './report-policy.js';
import { seeded } from './seeded.js';

function audienceOf(yaml: string | undefined, body: RecordBody): RecordAudience | null {
  return policyOf(yaml).audience('Report', now)(body);
}

const clear = { handling: { tlp: 'TLP:CLEAR' } };
const later = '2099-01-01T00:00:00.000Z';
const earlier = '2001-01-01T00:00:00.000Z';
const asked = { authenticated: false, scopes: [], policies: [], proof: false };

describe('who may know of a record', () => {
  test('its label and embargo alone, without a policy', () => {
    expect(audienceOf(undefined, clear)).toEqual({ tlp: 'TLP:CLEAR', sharedWith: [], requires: [] });
    expect(audienceOf(undefined, {})).toMatchObject({ tlp: 'TLP:AMBER' });
    expect(audienceOf(undefined, { handling: { tlp: 'TLP:GREEN', embargoUntil: later } })).toEqual({
      tlp: 'TLP:GREEN',
      embargoUntil: later,
      sharedWith: [],
      requires: [],
    });
    expect(
      audienceOf(undefined, { handling: { tlp: 'TLP:GREEN', embargoUntil: earlier } }),
    ).not.toHaveProperty('embargoUntil');
    expect(audienceOf(undefined, { handling: { tlp: 'TLP:RED' } })).toMatchObject({ tlp: 'TLP:RED' });
  });

  test('an embargo that ends at this moment has ended, and one a millisecond later has not', () => {
    const until = (embargoUntil: string) => audienceOf(undefined, { handling: { embargoUntil } });
    expect(until('2026-03-15T12:00:00.000Z')).not.toHaveProperty('embargoUntil');
    expect(until('2026-03-15T12:00:00.001Z')).toHaveProperty('embargoUntil', '2026-03-15T12:00:00.001Z');
  });

  test('twenty requirements are written, and of more the owner decides', () => {
    const ruled = (rules: number) =>
      audienceOf(withRules(...Array(rules).fill('{ records: "*", allow: { authenticated: true } }')), clear);
    expect(ruled(20)?.requires).toHaveLength(20);
    expect(ruled(21)).toBeNull();
  });

  test.each<[string, RecordBody, number]>([
    ['asks nothing for', { tlp: 'TLP:CLEAR' }, 0],
    ['asks nothing for', { tlp: 'TLP:GREEN' }, 0],
    ['asks nothing for', { tlp: 'TLP:GREEN', embargoUntil: earlier }, 0],
    ['is asked for', { tlp: 'TLP:GREEN', embargoUntil: later }, 1],
    ['is asked for', { tlp: 'TLP:CLEAR', embargoUntil: later }, 1],
    ['is asked for', { tlp: 'TLP:AMBER' }, 1],
    ['is asked for', { tlp: 'TLP:AMBER+STRICT' }, 1],
    ['is asked for', {}, 1],
  ])('a ceiling of organisations %s %j', (_, handling, count) => {
    const audience = audienceOf('hub: { ceiling: { organizations: [river-desk] } }', { handling });
    expect(audience?.requires).toHaveLength(count);
  });

  test('with whom the owner shares, for the label it shares alone', () => {
    const sharing = 'sharing: { "TLP:AMBER+STRICT": [river-desk] }\n';
    const strict = { handling: { tlp: 'TLP:AMBER+STRICT' } };
    expect(audienceOf(sharing, strict)).toMatchObject({ sharedWith: ['river-desk'] });
    expect(audienceOf(sharing, clear)).toMatchObject({ sharedWith: [] });
  });

  test.each<[string, string, RecordBody, unknown]>([
    [
      'a rule that is about it asks of everybody what it asks',
      'rules: [{ records: Report, when: has(record.kind) && record.kind == "GRIM", allow: { scopes: [["a", "b"], ["c"]], org: [river-desk], purpose: [AUDIT] } }]',
      { ...clear, kind: 'GRIM' },
      [{ ...asked, scopes: [[['a', 'b'], ['c']]], organizations: ['river-desk'], purposes: ['AUDIT'] }],
    ],
    [
      'a rule that is not about it asks nothing',
      'rules: [{ records: Report, when: has(record.kind) && record.kind == "GRIM", allow: { org: [river-desk] } }]',
      { ...clear, kind: 'CALM' },
      [],
    ],
    [
      'an exception of a denial is asked for',
      'rules: [{ records: "*", deny: { reason: OWNER, except: { authenticated: true } } }]',
      clear,
      [{ ...asked, authenticated: true }],
    ],
    [
      'a rule that ends with time holds until then',
      'rules: [{ records: Report, when: has(record.seenAt) && record.seenAt > now, allow: { org: [river-desk] } }]',
      { ...clear, seenAt: later },
      [{ ...asked, organizations: ['river-desk'] }],
    ],
    [
      'a rule that has ended asks nothing',
      'rules: [{ records: Report, when: has(record.seenAt) && record.seenAt > now, allow: { org: [river-desk] } }]',
      { ...clear, seenAt: earlier },
      [],
    ],
    [
      'a rule that is to begin holds already',
      'rules: [{ records: Report, when: has(record.seenAt) && record.seenAt < now, allow: { org: [river-desk] } }]',
      { ...clear, seenAt: later },
      [{ ...asked, organizations: ['river-desk'] }],
    ],
    [
      'scopes that the ceiling keeps from a hub open nothing',
      'hub: { ceiling: { scopes: ["a:*"] } }\nrules: [{ records: "*", allow: { scopes: [["a:x"], ["b:x"]] } }]',
      clear,
      [{ ...asked, scopes: [[['a:x']]] }],
    ],
    [
      'a ceiling of scopes leaves organisations as they are asked for',
      'hub: { ceiling: { scopes: ["a:*"] } }\nrules: [{ records: "*", allow: { org: [river-desk] } }]',
      clear,
      [{ ...asked, organizations: ['river-desk'] }],
    ],
    [
      'a ceiling of organisations leaves scopes as they are asked for',
      'hub: { ceiling: { organizations: [river-desk] } }\nrules: [{ records: "*", allow: { scopes: [["b:x"]] } }]',
      clear,
      [{ ...asked, scopes: [[['b:x']]] }],
    ],
    [
      'organisations beyond the ceiling are no members',
      'hub: { ceiling: { organizations: [river-desk, field-post] } }\nrules: [{ records: "*", allow: { org: [river-desk, other] } }]',
      { handling: { tlp: 'TLP:AMBER' } },
      [
        { ...asked, authenticated: true, organizations: ['river-desk', 'field-post'] },
        { ...asked, organizations: ['river-desk'] },
      ],
    ],
  ])('%s', (_, yaml, body, requires) => {
    expect(audienceOf(yaml, body)).toMatchObject({ requires });
  });

  test.each<[string, string, RecordBody]>([
    ['nobody may', 'rules: [{ records: "*", deny: { reason: OWNER } }]', clear],
    [
      'it depends on who asks',
      'rules: [{ records: "*", when: caller.isMember, deny: { reason: OWNER, except: { authenticated: true } } }]',
      clear,
    ],
    [
      'a proof is asked, which the owner alone can check',
      'rules: [{ records: "*", allow: { proof: caller } }]',
      clear,
    ],
    ['its label is stricter than what a hub is shown', 'hub: { ceiling: { clearance: "TLP:GREEN" } }', {}],
    ['its label is none', 'rules: []', { handling: { tlp: 'TLP:WHITE' } }],
    [
      'no scope that is asked is within the ceiling',
      'hub: { ceiling: { scopes: ["a:*"] } }\nrules: [{ records: "*", allow: { scopes: [["b:x"]] } }]',
      clear,
    ],
    [
      'scopes that are asked together are only in part within the ceiling',
      'hub: { ceiling: { scopes: ["a:*"] } }\nrules: [{ records: "*", allow: { scopes: [["a:x", "b:x"]] } }]',
      clear,
    ],
    [
      'no organisation that is asked is within the ceiling',
      'hub: { ceiling: { organizations: [river-desk] } }\nrules: [{ records: "*", allow: { org: [other] } }]',
      clear,
    ],
    [
      'the record cannot be read',
      'rules: [{ records: Report, when: has(record.seenAt) && record.seenAt > now, allow: { authenticated: true } }]',
      { ...clear, seenAt: 'soon' },
    ],
  ])('none can be written where %s', (_, yaml, body) => {
    expect(audienceOf(yaml, body)).toBeNull();
  });

  test('none is of a type that the member does not have', () => {
    expect(policyOf().audience('Nothing', now)(clear)).toBeNull();
  });
});

test('whoever may know of a record by what is written may by the policy itself, now and later', () => {
  const conditions = [
    'true',
    'has(record.kind) && record.kind == "GRIM"',
    'has(record.seenAt) && record.seenAt > now',
    'has(record.seenAt) && !(record.seenAt > now) && has(record.kind) && record.kind == "CALM"',
    'caller.isMember',
    'has(record.kind) && record.kind == "GRIM" || caller.clearance == "TLP:RED"',
    'has(record.year) && record.year >= 2000 && "x" in record.tags',
    'has(record.publishedAt) && record.publishedAt < now',
  ];
  const grants = [
    'authenticated: true',
    'org: [river-desk]',
    'scopes: [["a:x"]]',
    'purpose: [AUDIT]',
    'proof: caller',
  ];
  const rule = fc
    .record({ when: fc.constantFrom(...conditions), grant: fc.constantFrom(...grants), allows: fc.boolean() })
    .map(
      ({ when, grant, allows }) =>
        `  - { records: Report, when: '${when}', ${allows ? `allow: { ${grant} }` : `deny: { reason: OWNER, except: { ${grant} } }`} }`,
    );
  const ceilings = [
    '',
    'hub: { ceiling: { clearance: "TLP:AMBER" } }\n',
    'hub: { ceiling: { scopes: ["b:*"], organizations: [river-desk] } }\n',
  ];
  const yaml = fc
    .tuple(fc.constantFrom(...ceilings), fc.boolean(), fc.array(rule, { maxLength: 3 }))
    .map(
      ([ceiling, shares, rules]) =>
        `${ceiling}${shares ? 'sharing: { "TLP:AMBER+STRICT": [river-desk] }\n' : ''}rules:${rules.length === 0 ? ' []' : `\n${rules.join('\n')}`}`,
    );
  const moments = [earlier, '2026-06-30T06:00:00.000Z', later];
  const body = fc.record(
    {
      handling: fc.record(
        { tlp: fc.constantFrom(...tlpLabels), embargoUntil: fc.constantFrom(...moments) },
        { requiredKeys: [] },
      ),
      kind: fc.constantFrom('CALM', 'GRIM'),
      seenAt: fc.constantFrom(...moments),
      year: fc.constantFrom(1999, 2000),
      tags: fc.constantFrom([], ['x']),
      publishedAt: fc.constantFrom('2001', '2099-01'),
    },
    { requiredKeys: ['handling', 'kind'] },
  );
  const callers: readonly Caller[] = [
    anonymousCaller,
    aCaller({ clearance: 'TLP:RED' }),
    aColleague('river-desk', { scopes: ['a:x'], purpose: 'AUDIT' }),
    aColleague('river-desk', { clearance: 'TLP:GREEN' }),
    aColleague('field-post'),
    aColleague(owner),
  ];
  fc.assert(
    fc.property(
      yaml,
      body,
      fc.constantFrom(now, new Date('2100-01-01T00:00:00.000Z')),
      (yaml, record, at) => {
        const policy = policyOf(yaml);
        const audience = policy.audience('Report', now)(record);
        const admitted = audience === null ? [] : callers.filter((one) => isAdmitted(audience, one, at));
        for (const caller of admitted) {
          expect(policy.decide(caller, at).record('Report', record)).toEqual({ kind: 'SHOW' });
        }
      },
    ),
    seeded(700),
  );
});

/** As a hub decides by what was published. */
function isAdmitted(audience: RecordAudience, caller: Caller, at: Date): boolean {
  const labels = readableLabels(caller, { member: owner, sharesStrict: new Set(audience.sharedWith) });
  return (
    !isStricter(audience.tlp, caller.clearance) &&
    isAmong(labels, audience.tlp) &&
    (isOwner(caller, owner) || (audience.embargoUntil ?? '') <= at.toISOString()) &&
    audience.requires.every(
      (one) => evaluatePublished(one, { caller, owner, offersProof: false }) === 'ALLOW',
    )
  );
}
