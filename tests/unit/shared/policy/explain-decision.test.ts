import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { explainField, explainRecord } from '../../../../shared/policy/explain-decision.js';
import { aCaller, aColleague } from './callers.js';
import { compiledOf, now, owner, withRules } from './report-policy.js';

const colleague = aColleague('river-desk');

describe('why a field is decided as it is', () => {
  const policy = compiledOf(
    withRules(
      '{ field: Report.title, read: { scopes: [[a]] }, otherwise: { mask: PARTIAL } }',
      '{ field: Report.title, read: nobody, until: record.publishedAt }',
      '{ field: Person.birthDate, read: { scopes: [[a]] } }',
    ),
  );

  test('nothing is asked', () => {
    expect(explainField(policy, 'Report.kind', { caller: anonymousCaller, now })).toEqual({
      place: 'Report.kind',
      owner,
      decision: 'ALLOW',
      reasons: [],
      caller: anonymousCaller,
    });
  });

  test('nothing is asked of an object either', () => {
    const asked = { caller: anonymousCaller, now, object: {} };
    expect(explainField(policy, 'Report.kind', asked)).toMatchObject({ decision: 'ALLOW', reasons: [] });
  });

  test('by the contract alone, without a file', () => {
    const asked = { caller: anonymousCaller, now };
    expect(explainField(compiledOf(undefined), 'Report.notes', asked)).toMatchObject({
      decision: 'DENY',
      reasons: [{ source: 'contract', text: '@authenticated', says: 'DENY' }],
    });
  });

  test('a field that is not there', () => {
    const { decision, reasons } = explainField(policy, 'Report.unknown', { caller: colleague, now });
    expect({ decision, reasons }).toEqual({ decision: 'DENY', reasons: [] });
  });

  test('every rule that has a say, with what it says alone', () => {
    const asked = { caller: anonymousCaller, now };
    expect(explainField(policy, 'Report.title', asked)).toMatchObject({
      decision: 'BY_RECORD',
      reasons: [
        {
          source: 'rules[0]',
          text: '{"field":"Report.title","read":{"scopes":[["a"]]},"otherwise":{"mask":"PARTIAL"}}',
          says: 'MASK(PARTIAL)',
        },
        {
          source: 'rules[1]',
          text: '{"field":"Report.title","read":"nobody","until":"record.publishedAt"}',
          says: 'BY_RECORD',
        },
      ],
    });
    expect(explainField(policy, 'Report.title', { ...asked, object: { publishedAt: '2020' } })).toMatchObject(
      {
        decision: 'MASK(PARTIAL)',
        reasons: [{ says: 'MASK(PARTIAL)' }, { says: 'ALLOW' }],
      },
    );
    expect(explainField(policy, 'Report.title', { ...asked, object: {} })).toMatchObject({
      decision: 'WITHHELD',
      reasons: [{ says: 'MASK(PARTIAL)' }, { says: 'WITHHELD' }],
    });
  });

  test('the contract beside the file', () => {
    expect(explainField(policy, 'Person.birthDate', { caller: colleague, now })).toMatchObject({
      decision: 'DENY',
      reasons: [
        { source: 'contract', text: '@policy(policies: [["member"]])', says: 'ALLOW' },
        { source: 'contract', text: '@mask(to: "YEAR", unless: [["owner"]])', says: 'MASK(YEAR)' },
        { source: 'rules[2]', says: 'DENY' },
      ],
    });
    expect(explainField(policy, 'Report.notes', { caller: anonymousCaller, now }).reasons).toEqual([
      { source: 'contract', text: '@authenticated', says: 'DENY' },
    ]);
    expect(explainField(policy, 'Finding.text', { caller: anonymousCaller, now }).reasons).toEqual([
      {
        source: 'contract',
        text: '@requiresScopes(scopes: [["findings:read"]]) @policy(policies: [["owner"],["published"]])',
        says: 'DENY',
      },
    ]);
  });

  test('by the object', () => {
    const asked = { caller: anonymousCaller, now, object: { payer: { ref: 'Organization', id: 'o-1' } } };
    expect(explainField(policy, 'Report.payer', asked)).toMatchObject({
      decision: 'ALLOW',
      reasons: [{ says: 'ALLOW' }],
    });
  });

  test('for the caller as the member believes its hub', () => {
    const held = compiledOf(
      `hub: { ceiling: { scopes: [] } }\n${withRules('{ field: Plain.a, read: { scopes: [[a]] } }')}`,
    );
    const explained = explainField(held, 'Plain.a', { caller: aCaller({ scopes: ['a'] }), now });
    expect(explained).toMatchObject({
      decision: 'DENY',
      reasons: [{ says: 'DENY' }],
      caller: { scopes: [] },
    });
  });
});

describe('why a record is there or not', () => {
  const grim = `{ records: Report, when: 'has(record.kind) && record.kind == "GRIM"', deny: { reason: OWNER, disclose: true, except: { org: [river-desk] } } }`;
  const early =
    '{ records: Report, when: has(record.publishedAt) && record.publishedAt > now, allow: { org: [harbour-watch] } }';
  const policy = compiledOf(withRules(grim, early));
  const clear = { handling: { tlp: 'TLP:CLEAR' } };
  const explain = (body: Record<string, unknown>, caller: Caller) => {
    const { decision, reasons } = explainRecord(policy, { type: 'Report', body }, { caller, now });
    return [decision, ...reasons.map(({ source, says }) => `${source} ${says}`)];
  };

  test.each<[string, Record<string, unknown>, Caller, string[]]>([
    ['shown', clear, anonymousCaller, ['SHOWN', 'label SHOWN', 'rules[0] SHOWN', 'rules[1] SHOWN']],
    [
      'shown, since its day is past',
      { ...clear, publishedAt: '2025' },
      anonymousCaller,
      ['SHOWN', 'label SHOWN', 'rules[0] SHOWN', 'rules[1] SHOWN'],
    ],
    [
      'hidden by its label',
      { handling: {} },
      anonymousCaller,
      ['HIDDEN', 'label HIDDEN', 'rules[0] SHOWN', 'rules[1] SHOWN'],
    ],
    [
      'withheld by a rule',
      { ...clear, kind: 'GRIM' },
      anonymousCaller,
      ['WITHHELD(OWNER)', 'label SHOWN', 'rules[0] WITHHELD(OWNER)', 'rules[1] SHOWN'],
    ],
    [
      'spared by a rule',
      { ...clear, kind: 'GRIM' },
      colleague,
      ['SHOWN', 'label SHOWN', 'rules[0] SHOWN', 'rules[1] SHOWN'],
    ],
    [
      'hidden by another',
      { ...clear, publishedAt: '2027' },
      anonymousCaller,
      ['HIDDEN', 'label SHOWN', 'rules[0] SHOWN', 'rules[1] HIDDEN'],
    ],
    [
      'not decided',
      { ...clear, publishedAt: 'soon' },
      anonymousCaller,
      ['HIDDEN', 'label SHOWN', 'rules[0] SHOWN', 'rules[1] HIDDEN'],
    ],
  ])('%s', (_, body, caller, expected) => {
    expect(explain(body, caller)).toEqual(expected);
  });

  test('names the rule, the type and the owner', () => {
    expect(explainRecord(policy, { type: 'Report', body: clear }, { caller: colleague, now })).toMatchObject({
      place: 'Report',
      owner,
      caller: colleague,
      reasons: [
        { text: 'label and embargo' },
        { text: expect.stringContaining('"deny":{"reason":"OWNER"') },
        {},
      ],
    });
  });

  test('of a type that the member does not keep', () => {
    const explained = explainRecord(policy, { type: 'Ledger', body: {} }, { caller: colleague, now });
    expect(explained).toMatchObject({ decision: 'HIDDEN', reasons: [{ says: 'HIDDEN' }] });
  });
});
