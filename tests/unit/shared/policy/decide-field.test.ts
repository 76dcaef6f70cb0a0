import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { wordsOfField } from '../../../../shared/policy/policy-tests.js';
import type { RecordBody } from '../../../../shared/store/record-type.js';
import { aCaller, aColleague } from './callers.js';
import { now, owner, policyOf, withRules } from './report-policy.js';

const anonymous = anonymousCaller;
const signedIn = aCaller();
const colleague = aColleague('river-desk');
const ours = aColleague(owner);

interface Case {
  readonly rules?: readonly string[];
  readonly field: string;
  readonly caller: Caller;
  readonly object?: RecordBody;
}

function decide({ rules, field, caller, object }: Case): string {
  const policy = policyOf(rules === undefined ? undefined : withRules(...rules));
  const decision = policy.decide(caller, now).field(field);
  if (decision.kind !== 'BY_RECORD' || object === undefined) {
    return wordsOfField(decision);
  }
  return wordsOfField(decision.decide({ object, field: field.split('.')[1] ?? '', now }));
}

describe('without a file the contract decides', () => {
  test.each<[string, string, Caller, RecordBody | undefined]>([
    ['ALLOW', 'Report.title', anonymous, undefined],
    ['ALLOW', 'Report.id', anonymous, undefined],
    ['ALLOW', 'Report.member', anonymous, undefined],
    ['ALLOW', 'Report.__typename', anonymous, undefined],
    ['ALLOW', 'Query._entities', anonymous, undefined],
    ['ALLOW', 'Query._service', anonymous, undefined],
    ['DENY', 'Report.unknown', ours, undefined],
    ['DENY', 'Unknown.title', ours, undefined],
    ['DENY', 'title', ours, undefined],
    ['DENY', 'Report.notes', anonymous, undefined],
    ['ALLOW', 'Report.notes', signedIn, undefined],
    ['DENY', 'Report.summary', signedIn, undefined],
    ['ALLOW', 'Report.summary', aCaller({ scopes: ['reports:read'] }), undefined],
    ['DENY', 'Report.summary', aCaller({ scopes: ['reports:all'] }), undefined],
    ['ALLOW', 'Report.summary', aCaller({ scopes: ['reports:extra', 'reports:all'] }), undefined],
    ['DENY', 'Report.theory', colleague, undefined],
    ['ALLOW', 'Report.theory', ours, undefined],
    ['DENY', 'Report.leads', signedIn, undefined],
    ['ALLOW', 'Report.leads', colleague, undefined],
    ['ALLOW', 'Report.payer', colleague, undefined],
    ['BY_RECORD', 'Report.payer', anonymous, undefined],
    ['ALLOW', 'Report.payer', anonymous, { payer: { ref: 'Organization', id: 'o-1' } }],
    ['WITHHELD', 'Report.payer', anonymous, { payer: { ref: 'Person', id: 'p-1' } }],
    ['WITHHELD', 'Report.payer', anonymous, {}],
    ['DENY', 'Report.findings', colleague, undefined],
    ['ALLOW', 'Report.findings', aCaller({ scopes: ['findings:read'] }), undefined],
    ['DENY', 'Finding.mood', colleague, undefined],
    ['ALLOW', 'Finding.mood', aCaller({ scopes: ['findings:read'] }), undefined],
    ['DENY', 'Finding.text', ours, { publishedAt: '2020' }],
    ['ALLOW', 'Finding.text', aColleague(owner, { scopes: ['findings:read'] }), undefined],
    ['BY_RECORD', 'Finding.text', aCaller({ scopes: ['findings:read'] }), undefined],
    ['ALLOW', 'Finding.text', aCaller({ scopes: ['findings:read'] }), { publishedAt: '2026-03-14' }],
    ['WITHHELD', 'Finding.text', aCaller({ scopes: ['findings:read'] }), { publishedAt: '2026-03' }],
    ['WITHHELD', 'Finding.text', aCaller({ scopes: ['findings:read'] }), {}],
    ['DENY', 'Person.birthDate', signedIn, undefined],
    ['MASK(YEAR)', 'Person.birthDate', colleague, undefined],
    ['ALLOW', 'Person.birthDate', ours, undefined],
  ])('%s for %s', (expected, field, caller, object) => {
    expect(decide({ field, caller, ...(object !== undefined && { object }) })).toBe(expected);
  });
});

describe('a rule of the file asks more', () => {
  const personal = '{ field: Report.title, read: { scopes: [[personal]], purpose: [AUDIT, RESEARCH] } }';
  const full = { scopes: ['personal'], purpose: 'RESEARCH' };
  test.each<[string, string, string[], string, Caller]>([
    ['of nobody known', 'DENY', [personal], 'Report.title', anonymous],
    ['without the purpose', 'DENY', [personal], 'Report.title', aCaller({ scopes: ['personal'] })],
    ['for another purpose', 'DENY', [personal], 'Report.title', aCaller({ ...full, purpose: 'OTHER' })],
    ['without the scope', 'DENY', [personal], 'Report.title', aCaller({ purpose: 'AUDIT' })],
    ['with all of it', 'ALLOW', [personal], 'Report.title', aCaller(full)],
    ['of the owner too', 'DENY', [personal], 'Report.title', ours],
    ['of another field nothing', 'ALLOW', [personal], 'Report.year', anonymous],
    ['of the same field of another type nothing', 'ALLOW', [personal], 'Memo.title', anonymous],
    ['nobody may', 'DENY', ['{ field: Report.title, read: nobody }'], 'Report.title', ours],
    [
      'a mask instead',
      'MASK(PARTIAL)',
      ['{ field: Report.title, read: nobody, otherwise: { mask: PARTIAL } }'],
      'Report.title',
      ours,
    ],
    [
      'a reason instead',
      'WITHHELD(OWNER)',
      ['{ field: Report.title, read: nobody, otherwise: { withhold: { reason: OWNER } } }'],
      'Report.title',
      ours,
    ],
    [
      'an organisation: in it',
      'ALLOW',
      ['{ field: Report.title, read: { org: [river-desk] } }'],
      'Report.title',
      colleague,
    ],
    [
      'an organisation: in another',
      'DENY',
      ['{ field: Report.title, read: { org: [river-desk] } }'],
      'Report.title',
      ours,
    ],
    ['a proof: without', 'DENY', ['{ field: Report.title, read: { proof: caller } }'], 'Report.title', ours],
    [
      'a proof: with',
      'ALLOW',
      ['{ field: Report.title, read: { proof: caller } }'],
      'Report.title',
      aCaller({ isProven: true }),
    ],
    [
      'two rules: one holds',
      'DENY',
      ['{ field: Report.title, read: { org: [river-desk] } }', personal],
      'Report.title',
      colleague,
    ],
    [
      'two rules: both hold',
      'ALLOW',
      ['{ field: Report.title, read: { org: [river-desk] } }', personal],
      'Report.title',
      aColleague('river-desk', full),
    ],
    [
      'a mask and a denial',
      'DENY',
      [
        '{ field: Report.title, read: nobody, otherwise: { mask: PARTIAL } }',
        '{ field: Report.title, read: nobody }',
      ],
      'Report.title',
      ours,
    ],
    [
      'a denial and a mask',
      'DENY',
      [
        '{ field: Report.title, read: nobody }',
        '{ field: Report.title, read: nobody, otherwise: { mask: PARTIAL } }',
      ],
      'Report.title',
      ours,
    ],
    [
      'a mask and a reason',
      'WITHHELD(TLP)',
      [
        '{ field: Report.title, read: nobody, otherwise: { mask: PARTIAL } }',
        '{ field: Report.title, read: nobody, otherwise: { withhold: { reason: TLP } } }',
      ],
      'Report.title',
      ours,
    ],
    [
      'two masks',
      'MASK(PARTIAL, TOKEN)',
      [
        '{ field: Report.title, read: nobody, otherwise: { mask: PARTIAL } }',
        '{ field: Report.title, read: nobody, otherwise: { mask: TOKEN } }',
      ],
      'Report.title',
      ours,
    ],
    [
      'two reasons',
      'WITHHELD(TLP)',
      [
        '{ field: Report.title, read: nobody, otherwise: { withhold: { reason: TLP } } }',
        '{ field: Report.title, read: nobody, otherwise: { withhold: { reason: OWNER } } }',
      ],
      'Report.title',
      ours,
    ],
    [
      'the contract denies all the same',
      'DENY',
      ['{ field: Report.theory, read: { org: [river-desk] } }'],
      'Report.theory',
      colleague,
    ],
    [
      'the contract masks all the same',
      'MASK(YEAR)',
      ['{ field: Person.birthDate, read: { org: [river-desk] } }'],
      'Person.birthDate',
      colleague,
    ],
    [
      'after the mask of the contract its own',
      'MASK(YEAR, NULL)',
      ['{ field: Person.birthDate, read: nobody, otherwise: { mask: "NULL" } }'],
      'Person.birthDate',
      colleague,
    ],
    ['on a type: of its fields', 'DENY', ['{ field: Plain, read: nobody }'], 'Plain.a', ours],
    ['on a type: of what gives it', 'DENY', ['{ field: Money, read: nobody }'], 'Report.value', ours],
    ['on a type: not of its id', 'ALLOW', ['{ field: Person, read: nobody }'], 'Person.id', anonymous],
    [
      'on a type: not of its member',
      'ALLOW',
      ['{ field: Person, read: nobody }'],
      'Person.member',
      anonymous,
    ],
    ['on a union: of its types', 'DENY', ['{ field: Party, read: nobody }'], 'Firm.name', ours],
    ['on a union: of what gives it', 'DENY', ['{ field: Party, read: nobody }'], 'Report.payer', ours],
    [
      'on a union: of what gives one of its types',
      'DENY',
      ['{ field: Party, read: nobody }'],
      'Report.leads',
      ours,
    ],
    ['on an enum: of what gives it', 'DENY', ['{ field: Mood, read: nobody }'], 'Report.kind', ours],
    ['on an enum: of nothing else', 'ALLOW', ['{ field: Mood, read: nobody }'], 'Report.year', ours],
    ['on a scalar: of what gives it', 'DENY', ['{ field: Tlp, read: nobody }'], 'Handling.tlp', ours],
    [
      'on an interface: of every type that is one',
      'DENY',
      ['{ field: Record.handling, read: nobody }'],
      'Memo.handling',
      ours,
    ],
    [
      'on an interface: of itself',
      'DENY',
      ['{ field: Record.handling, read: nobody }'],
      'Record.handling',
      ours,
    ],
    ['on an interface as a whole', 'DENY', ['{ field: Record, read: nobody }'], 'Memo.text', ours],
    [
      'only what is not to be known of',
      'ALLOW',
      ['{ field: Plain.a, visibility: PROTECTED }'],
      'Plain.a',
      anonymous,
    ],
    [
      'with a condition of the caller',
      'ALLOW',
      ['{ field: Plain.a, read: nobody, when: caller.kind == "service" }'],
      'Plain.a',
      anonymous,
    ],
    [
      'with a condition of the caller that is true',
      'WITHHELD',
      ['{ field: Plain.a, read: nobody, when: caller.kind == "service" }'],
      'Plain.a',
      aCaller({ kind: 'service' }),
    ],
    [
      'until a date without the object',
      'BY_RECORD',
      ['{ field: Report.title, read: nobody, until: record.publishedAt }'],
      'Report.title',
      ours,
    ],
  ])('%s: %s', (_, expected, rules, field, caller) => {
    expect(decide({ rules, field, caller })).toBe(expected);
  });
});

describe('a rule with a condition of the object', () => {
  const ends = '{ field: Report.title, read: { scopes: [[early]] }, until: record.publishedAt }';
  const grim =
    '{ field: Report.title, read: { scopes: [[grim]] }, when: record.kind == "GRIM", otherwise: { withhold: { reason: OWNER, requestAccessUrl: "https://ask.example/" } } }';
  const masks =
    '{ field: Report.title, read: { scopes: [[grim]] }, when: record.kind == "GRIM", otherwise: { mask: TOKEN } }';
  test.each<[string, string, string[], Caller, RecordBody]>([
    ['that has ended', 'ALLOW', [ends], anonymous, { publishedAt: '2026-03-14' }],
    ['that may not have ended', 'WITHHELD', [ends], anonymous, { publishedAt: '2026-03' }],
    ['that has not ended', 'WITHHELD', [ends], anonymous, { publishedAt: '2026-04-01' }],
    ['that has no end', 'WITHHELD', [ends], anonymous, {}],
    ['whose end cannot be read', 'WITHHELD', [ends], anonymous, { publishedAt: 'soon' }],
    ['that the caller passes', 'ALLOW', [ends], aCaller({ scopes: ['early'] }), {}],
    ['of which it is true', 'WITHHELD(OWNER)', [grim], anonymous, { kind: 'GRIM' }],
    ['of which it is not', 'ALLOW', [grim], anonymous, { kind: 'CALM' }],
    ['that cannot be decided', 'WITHHELD(OWNER)', [grim], anonymous, {}],
    ['with a mask', 'MASK(TOKEN)', [masks], anonymous, { kind: 'GRIM' }],
    ['with a mask that cannot be decided', 'MASK(TOKEN)', [masks], anonymous, { kind: 7 }],
    ['two, one of which says nothing', 'WITHHELD', [grim, ends], anonymous, { kind: 'GRIM' }],
    ['two in the other order', 'WITHHELD', [ends, grim], anonymous, { kind: 'GRIM' }],
    [
      'two, one of which has ended',
      'WITHHELD(OWNER)',
      [ends, grim],
      anonymous,
      { kind: 'GRIM', publishedAt: '2025' },
    ],
  ])('%s', (_, expected, rules, caller, object) => {
    expect(decide({ rules, field: 'Report.title', caller, object })).toBe(expected);
  });

  test('of both, when and until', () => {
    const both =
      '{ field: Report.title, read: nobody, when: record.kind == "GRIM" || record.kind == "CALM" && false, until: record.publishedAt }';
    const at = (object: RecordBody) => decide({ rules: [both], field: 'Report.title', caller: ours, object });
    expect(at({ kind: 'GRIM' })).toBe('WITHHELD');
    expect(at({ kind: 'GRIM', publishedAt: '2025' })).toBe('ALLOW');
    expect(at({ kind: 'CALM' })).toBe('ALLOW');
  });

  test('on a type it holds for its fields and not for what gives it', () => {
    const rules = ['{ field: Finding, read: nobody, when: has(record.mood) && record.mood == "GRIM" }'];
    const caller = aCaller({ scopes: ['findings:read'] });
    expect(decide({ rules, field: 'Finding.publishedAt', caller, object: { mood: 'GRIM' } })).toBe(
      'WITHHELD',
    );
    expect(decide({ rules, field: 'Finding.publishedAt', caller, object: { mood: 'CALM' } })).toBe('ALLOW');
    expect(decide({ rules, field: 'Report.findings', caller })).toBe('ALLOW');
  });

  test('the owner lets be known why the contract withholds', () => {
    const rules = ['{ field: Finding.text, otherwise: { withhold: { reason: OWNER } } }'];
    const caller = aCaller({ scopes: ['findings:read'] });
    expect(decide({ rules, field: 'Finding.text', caller, object: {} })).toBe('WITHHELD(OWNER)');
    expect(decide({ rules, field: 'Finding.text', caller, object: { publishedAt: '2020' } })).toBe('ALLOW');
    expect(decide({ rules, field: 'Finding.text', caller: anonymous })).toBe('DENY');
  });
});

describe('what is used is read as a whole', () => {
  const policy = policyOf(
    withRules(
      '{ field: Report.title, read: nobody, otherwise: { mask: PARTIAL } }',
      '{ field: Report.year, read: nobody, until: record.publishedAt }',
    ),
  );
  test.each<[string[], Caller, boolean]>([
    [[], anonymous, true],
    [['Report.kind'], anonymous, true],
    [['Report.kind', 'Report.notes'], anonymous, false],
    [['Report.kind', 'Report.notes'], signedIn, true],
    [['Report.title'], ours, false],
    [['Report.year'], ours, false],
    [['Report.payer'], signedIn, false],
    [['Report.payer'], colleague, true],
    [['Person.birthDate'], colleague, false],
    [['Person.birthDate'], ours, true],
    [['Report.unknown'], ours, false],
  ])('%j', (coordinates, caller, mayUse) => {
    expect(policy.decide(caller, now).mayUse(coordinates)).toBe(mayUse);
  });

  test.each([
    ['Report.kind', false],
    ['Report.id', false],
    ['Report.__typename', false],
    ['Query._entities', false],
    ['Report.title', true],
    ['Report.notes', true],
    ['Person.birthDate', true],
    ['Report.findings', true],
    ['Report.unknown', true],
  ])('nobody has to ask of what is open to all: %s is guarded: %s', (coordinate, isGuarded) => {
    expect(policy.isGuarded(coordinate)).toBe(isGuarded);
  });

  test('a field not to be known of, and one whose reason is told, are as guarded as the contract says', () => {
    const open = policyOf(
      withRules(
        '{ field: Plain.a, visibility: PROTECTED }',
        '{ field: Plain.b, otherwise: { withhold: { reason: TLP } } }',
      ),
    );
    expect(open.isGuarded('Plain.a')).toBe(false);
    expect(open.isGuarded('Plain.b')).toBe(false);
  });
});

describe('a mask that is put on', () => {
  const masked = (rules: readonly string[], caller: Caller, value: unknown): unknown => {
    const decision = policyOf(withRules(...rules))
      .decide(caller, now)
      .field('Report.title');
    return decision.kind === 'MASK' ? decision.mask(value) : decision.kind;
  };
  const token = '{ field: Report.title, read: nobody, otherwise: { mask: TOKEN } }';
  const partial = '{ field: Report.title, read: nobody, otherwise: { mask: PARTIAL } }';

  test('shows its form of the value', () => {
    expect(masked([partial], ours, 'Harbour')).toBe('H…');
  });

  test('comes after the one before', () => {
    expect(masked([token, partial], ours, 'Harbour')).toMatch(/^[\w-]…$/);
    expect(masked([partial, token], ours, 'Harbour')).toBe(masked([token], ours, 'H…'));
  });

  test('stands for a value for one caller alone', () => {
    const other = aColleague(owner, { subject: 'p-2' });
    expect(masked([token], ours, 'Harbour')).toBe(masked([token], ours, 'Harbour'));
    expect(masked([token], ours, 'Harbour')).not.toBe(masked([token], other, 'Harbour'));
  });
});

test('a request is decided once: the same decision each time, at one moment, for the caller as believed', () => {
  const decisions = policyOf().decide(colleague, now);
  expect(decisions.field('Report.payer')).toBe(decisions.field('Report.payer'));
  expect(decisions.now).toBe(now);
  expect(decisions.caller).toBe(colleague);
});
