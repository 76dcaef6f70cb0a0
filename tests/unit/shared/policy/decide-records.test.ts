import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tlpLabels } from '../../../../shared/domain/record-body.js';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { wordsOfRecord } from '../../../../shared/policy/policy-tests.js';
import type { StoredRecord } from '../../../../shared/store/record-store.js';
import type { RecordBody } from '../../../../shared/store/record-type.js';
import { matches } from '../../../fixtures/naive-query.js';
import { aCaller, aColleague } from './callers.js';
import { now, owner, policyOf, reportType, withRules } from './report-policy.js';
import { seeded } from './seeded.js';

const anonymous = anonymousCaller;
const signedIn = aCaller({ clearance: 'TLP:RED' });
const colleague = aColleague('river-desk');
const ours = aColleague(owner);

function decide(yaml: string | undefined, caller: Caller, body: RecordBody): string {
  return wordsOfRecord(policyOf(yaml).decide(caller, now).record('Report', body));
}

describe('without a rule the label decides', () => {
  const shared = 'sharing: { "TLP:AMBER+STRICT": [river-desk] }\n';
  const labels = [
    'TLP:RED',
    'TLP:AMBER+STRICT',
    'TLP:AMBER',
    undefined,
    'TLP:GREEN',
    'TLP:CLEAR',
    'TLP:WHITE',
  ];
  test.each<[string, string | undefined, Caller, string]>([
    ['nobody known', undefined, anonymous, '-----S-'],
    ['nobody known, whatever they clear', undefined, { ...anonymous, clearance: 'TLP:RED' }, '-----S-'],
    ['the signed in', undefined, signedIn, '----SS-'],
    ['a member', undefined, colleague, '--SSSS-'],
    ['a member with whom the owner shares', shared, colleague, '-SSSSS-'],
    ['a member with whom the owner does not', shared, aColleague('field-post'), '--SSSS-'],
    [
      'an outsider with whom the owner shares',
      shared,
      aCaller({ organization: 'river-desk', clearance: 'TLP:RED' }),
      '-S--SS-',
    ],
    ['the owner', undefined, ours, 'SSSSSSS'],
    [
      'the owner with less clearance',
      undefined,
      aColleague(owner, { clearance: 'TLP:AMBER+STRICT' }),
      '-SSSSS-',
    ],
    [
      'a member with less clearance',
      undefined,
      aColleague('river-desk', { clearance: 'TLP:GREEN' }),
      '----SS-',
    ],
    [
      'a member with the least clearance',
      undefined,
      aColleague('river-desk', { clearance: 'TLP:CLEAR' }),
      '-----S-',
    ],
    [
      'who says to be of the owner and is of no member',
      undefined,
      aCaller({ organization: owner, clearance: 'TLP:RED' }),
      '----SS-',
    ],
  ])('%s', (_, yaml, caller, expected) => {
    const decided = labels.map((tlp) => decide(yaml, caller, { handling: tlp === undefined ? {} : { tlp } }));
    expect(decided.map((word) => (word === 'SHOWN' ? 'S' : '-')).join('')).toBe(expected);
  });
});

describe('an embargo hides from all but the owner', () => {
  const body = (embargoUntil: string): RecordBody => ({ handling: { tlp: 'TLP:CLEAR', embargoUntil } });
  test.each<[string, Caller, string, string]>([
    ['that is over', anonymous, '2026-03-15T11:59:59.999Z', 'SHOWN'],
    ['that ends now', anonymous, '2026-03-15T12:00:00.000Z', 'SHOWN'],
    ['that ends in a moment', anonymous, '2026-03-15T12:00:00.001Z', 'HIDDEN'],
    ['of a member', colleague, '2026-03-15T12:00:00.001Z', 'HIDDEN'],
    ['of the owner', ours, '2026-03-15T12:00:00.001Z', 'SHOWN'],
  ])('%s', (_, caller, until, expected) => {
    expect(decide(undefined, caller, body(until))).toBe(expected);
  });
});

describe('a rule of the file', () => {
  const embargoed = { handling: { tlp: 'TLP:CLEAR', embargoUntil: '2027-01-01T00:00:00.000Z' } };
  const isEmbargoed = 'has(record.handling.embargoUntil) && record.handling.embargoUntil > now';
  const clear = { handling: { tlp: 'TLP:CLEAR' } };
  const red = { handling: { tlp: 'TLP:RED' } };
  const grim = { ...clear, kind: 'GRIM' };
  const isGrim = 'has(record.kind) && record.kind == "GRIM"';
  test.each<[string, string, Caller, RecordBody, string]>([
    [
      'allows some',
      `{ records: Report, when: '${isGrim}', allow: { org: [river-desk] } }`,
      colleague,
      grim,
      'SHOWN',
    ],
    [
      'allows nobody else',
      `{ records: Report, when: '${isGrim}', allow: { org: [river-desk] } }`,
      ours,
      grim,
      'HIDDEN',
    ],
    [
      'is about no other record',
      `{ records: Report, when: '${isGrim}', allow: { org: [river-desk] } }`,
      ours,
      clear,
      'SHOWN',
    ],
    ['is about no other type', `{ records: Memo, allow: { org: [river-desk] } }`, ours, clear, 'SHOWN'],
    [
      'allows no more than the label',
      `{ records: Report, when: record.handling.tlp == "TLP:RED", allow: { org: [river-desk] } }`,
      colleague,
      red,
      'HIDDEN',
    ],
    [
      'allows without a condition',
      `{ records: Report, allow: { scopes: [[a]] } }`,
      colleague,
      clear,
      'HIDDEN',
    ],
    [
      'allows without a condition who is it',
      `{ records: Report, allow: { scopes: [[a]] } }`,
      aColleague('river-desk', { scopes: ['a'] }),
      clear,
      'SHOWN',
    ],
    ['denies', `{ records: Report, when: '${isGrim}', deny: { reason: OWNER } }`, ours, grim, 'HIDDEN'],
    [
      'denies no other record',
      `{ records: Report, when: '${isGrim}', deny: { reason: OWNER } }`,
      ours,
      clear,
      'SHOWN',
    ],
    ['denies of all types', `{ records: "*", deny: { reason: OWNER } }`, ours, clear, 'HIDDEN'],
    [
      'denies all but some',
      `{ records: Report, deny: { reason: OWNER, except: { org: [harbour-watch] } } }`,
      ours,
      clear,
      'SHOWN',
    ],
    [
      'denies all but some: others',
      `{ records: Report, deny: { reason: OWNER, except: { org: [harbour-watch] } } }`,
      colleague,
      clear,
      'HIDDEN',
    ],
    [
      'tells why',
      `{ records: Report, when: '${isGrim}', deny: { reason: PURPOSE, disclose: true } }`,
      anonymous,
      grim,
      'WITHHELD(PURPOSE)',
    ],
    [
      'tells why: not of what the label hides',
      `{ records: Report, deny: { reason: OWNER, disclose: true } }`,
      anonymous,
      red,
      'HIDDEN',
    ],
    [
      'tells of the label',
      `{ records: Report, when: record.handling.tlp == "TLP:RED", deny: { reason: TLP, disclose: true, except: { org: [harbour-watch] } } }`,
      anonymous,
      red,
      'WITHHELD(TLP)',
    ],
    [
      'tells of the label: of no other',
      `{ records: Report, when: record.handling.tlp == "TLP:RED", deny: { reason: TLP, disclose: true } }`,
      anonymous,
      { handling: {} },
      'HIDDEN',
    ],
    [
      'tells of the embargo',
      `{ records: "*", when: '${isEmbargoed}', deny: { reason: EMBARGO, disclose: true } }`,
      anonymous,
      embargoed,
      'WITHHELD(EMBARGO)',
    ],
    [
      'denies the owner as well',
      `{ records: "*", when: '${isEmbargoed}', deny: { reason: EMBARGO, disclose: true } }`,
      ours,
      embargoed,
      'WITHHELD(EMBARGO)',
    ],
    [
      'does not tell of the embargo with another reason',
      `{ records: "*", when: '${isEmbargoed}', deny: { reason: OWNER, disclose: true } }`,
      anonymous,
      embargoed,
      'HIDDEN',
    ],
    [
      'does not tell of the embargo by itself',
      `{ records: "*", when: '${isEmbargoed}', deny: { reason: EMBARGO } }`,
      anonymous,
      embargoed,
      'HIDDEN',
    ],
    [
      'by the caller',
      `{ records: Report, when: has(caller.purpose) && caller.purpose == "AUDIT", deny: { reason: PURPOSE } }`,
      aCaller({ purpose: 'AUDIT' }),
      clear,
      'HIDDEN',
    ],
    [
      'by the caller: another',
      `{ records: Report, when: has(caller.purpose) && caller.purpose == "AUDIT", deny: { reason: PURPOSE } }`,
      signedIn,
      clear,
      'SHOWN',
    ],
  ])('%s', (_, rule, caller, body, expected) => {
    expect(decide(withRules(rule), caller, body)).toBe(expected);
  });

  test('several: one that tells and one that does not', () => {
    const tells = '{ records: Report, deny: { reason: OWNER, disclose: true } }';
    const hides = `{ records: Report, when: '${isGrim}', deny: { reason: OWNER } }`;
    expect(decide(withRules(tells, hides), anonymous, clear)).toBe('WITHHELD(OWNER)');
    expect(decide(withRules(tells, hides), anonymous, grim)).toBe('HIDDEN');
    expect(decide(withRules(hides, tells), anonymous, grim)).toBe('HIDDEN');
  });

  test('says where to ask', () => {
    const rule =
      '{ records: Report, deny: { reason: OWNER, disclose: true, requestAccessUrl: "https://ask.example/" } }';
    expect(policyOf(withRules(rule)).decide(anonymous, now).record('Report', clear)).toEqual({
      kind: 'WITHHOLD',
      withheld: { reason: 'OWNER', requestAccessUrl: 'https://ask.example/' },
    });
  });

  test('that cannot be decided hides', () => {
    const rule =
      '{ records: Report, when: has(record.publishedAt) && record.publishedAt > now, deny: { reason: EMBARGO } }';
    expect(decide(withRules(rule), ours, { ...clear, publishedAt: 'soon' })).toBe('HIDDEN');
  });
});

test('a type that the member does not keep has no records', () => {
  const decisions = policyOf().decide(ours, now);
  expect(decisions.records('Ledger')).toEqual({ op: 'or', of: [] });
  expect(decisions.record('Ledger', {})).toEqual({ kind: 'HIDE' });
});

test('the owner finds everything, without a filter', () => {
  expect(policyOf().decide(ours, now).records('Report')).toEqual({ op: 'and', of: [] });
});

test('nothing is hidden from the owner, and there is nothing to look for', () => {
  expect(policyOf().decide(ours, now).hidden('Report')).toEqual([]);
});

test('what is hidden from others is of one label each, which an index holds', () => {
  const rule = `{ records: Report, when: 'record.handling.tlp in ["TLP:CLEAR", "TLP:RED"] && has(record.kind)', deny: { reason: OWNER } }`;
  const label = (value: string) => ({ op: 'eq', key: 'tlp', value });
  const clear = (part: object) => ({ op: 'and', of: [label('TLP:CLEAR'), part] });
  expect(policyOf(withRules(rule)).decide(anonymous, now).hidden('Report')).toEqual([
    ...tlpLabels.slice(0, 4).map(label),
    clear({ op: 'gte', key: 'embargoUntil', value: '2026-03-15T12:00:00.001Z' }),
    clear({ op: 'isNull', key: 'kind', value: false }),
    { op: 'isNull', key: 'tlp', value: true },
  ]);
});

test('others find what the label and the moment let them', () => {
  expect(policyOf().decide(anonymous, now).records('Report')).toEqual({
    op: 'and',
    of: [
      { op: 'in', key: 'tlp', values: ['TLP:CLEAR'] },
      {
        op: 'or',
        of: [
          { op: 'isNull', key: 'embargoUntil', value: true },
          { op: 'lte', key: 'embargoUntil', value: '2026-03-15T12:00:00.000Z' },
        ],
      },
    ],
  });
});

describe('one record and all records are decided alike', () => {
  const conditions = [
    undefined,
    'record.handling.tlp == "TLP:AMBER"',
    'record.handling.tlp in ["TLP:RED", "TLP:GREEN"]',
    'has(record.handling.embargoUntil) && record.handling.embargoUntil > now',
    'has(record.kind) && record.kind == "GRIM"',
    '!has(record.publishedAt) || record.publishedAt > now',
    '"secret" in record.tags || caller.kind == "anonymous"',
    'has(record.year) && record.year >= 2020 && has(caller.organization)',
  ];
  const grants = [
    '{ authenticated: true }',
    '{ org: [river-desk] }',
    '{ scopes: [[a], [b, c]] }',
    '{ purpose: [AUDIT] }',
    '{ proof: caller }',
  ];
  const outcome = fc.oneof(
    fc.constantFrom(...grants).map((grant) => `allow: ${grant}`),
    fc.constantFrom(...grants).map((grant) => `deny: { reason: OWNER, except: ${grant} }`),
    fc.constantFrom('TLP', 'EMBARGO', 'OWNER').map((reason) => `deny: { reason: ${reason}, disclose: true }`),
    fc.constant('deny: { reason: OWNER }'),
  );
  const rule = fc
    .tuple(fc.constantFrom('Report', '"*"', 'Memo'), fc.constantFrom(...conditions), outcome)
    .filter(([records, when]) => records === 'Report' || when === undefined || when.includes('handling'))
    .map(
      ([records, when, then]) =>
        `{ records: ${records}, ${when === undefined ? '' : `when: '${when}', `}${then} }`,
    );
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const body = fc.record({
    kind: maybe(fc.constantFrom('GRIM', 'CALM')),
    year: maybe(fc.constantFrom(2019, 2020)),
    publishedAt: maybe(fc.constantFrom('2025', '2026', '2026-03', '2026-03-15', '2026-03-14')),
    tags: maybe(fc.subarray(['secret', 'open'])),
    handling: fc.record({
      tlp: maybe(fc.constantFrom(...tlpLabels)),
      embargoUntil: maybe(
        fc.constantFrom('2026-03-15T12:00:00.000Z', '2026-03-15T12:00:00.001Z', '2020-01-01T00:00:00.000Z'),
      ),
    }),
  });
  const caller = fc.oneof(
    fc.constant(anonymous),
    fc
      .record({
        organization: fc.constantFrom(null, 'river-desk', owner, 'field-post'),
        scopes: fc.subarray(['a', 'b', 'c']),
        purpose: fc.constantFrom(null, 'AUDIT'),
        isProven: fc.boolean(),
        clearance: fc.constantFrom(...tlpLabels),
        isMember: fc.boolean(),
      })
      .map((given) => aCaller({ ...given, isMember: given.isMember && given.organization !== null })),
  );

  test('whatever the policy, the caller and the record', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 4 }),
        fc.array(body, { minLength: 1, maxLength: 10 }),
        caller,
        (rules, bodies, asking) => {
          const decisions = policyOf(rules.length === 0 ? undefined : withRules(...rules)).decide(
            asking,
            now,
          );
          const filter = decisions.records('Report');
          const hidden = decisions.hidden('Report');
          for (const each of bodies) {
            const isShown = decisions.record('Report', each).kind === 'SHOW';
            expect(isShown).toBe(matches(filter, reportType, stored(each)));
            expect(isShown).toBe(!hidden.some((part) => matches(part, reportType, stored(each))));
          }
        },
      ),
      seeded(400),
    );
  });
});

function stored(body: RecordBody): StoredRecord {
  const at = '2026-01-01T00:00:00.000Z';
  return { type: 'Report', local: 'r-1', body, createdAt: at, modifiedAt: at };
}
