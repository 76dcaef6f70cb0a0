import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../../shared/identity/caller.js';
import { type AccessRule, openRule } from '../../../../shared/policy/access-rule.js';
import type { CompiledField, CompiledFieldRule } from '../../../../shared/policy/compiled-policy.js';
import { decideField, isGuarded, together } from '../../../../shared/policy/decide-field.js';
import type { ValueDecision } from '../../../../shared/policy/member-policy.js';
import { aCaller, aColleague } from './callers.js';

const owner = 'harbour-watch';
const published = { publishedAt: '2026-01-01', text: { ref: 'Organization' } };
const unpublished = { text: { ref: 'Person' } };

function decided(
  field: Partial<CompiledField>,
  object: Readonly<Record<string, unknown>>,
  caller: Caller = aCaller(),
) {
  const whole = { coordinate: 'Report.text', access: openRule, masks: [], rules: [], ...field };
  const setting = {
    caller,
    owner,
    now: Date.parse('2026-06-01'),
    maskOf: (name: string) => (value: unknown) => `${name} of ${value}`,
  };
  const decision = decideField(whole, setting);
  const value =
    decision.kind === 'BY_RECORD'
      ? decision.decide({ object, field: 'text', now: new Date('2026-06-01') })
      : decision;
  return { kind: decision.kind, byOwnRule: 'byOwnRule' in decision && decision.byOwnRule, value };
}

const policies = (...asked: string[][][]): AccessRule => ({ ...openRule, policies: asked });
const rule = (
  given: Partial<CompiledFieldRule['rule']>,
  applies?: CompiledFieldRule['applies'],
): CompiledFieldRule => ({
  index: 0,
  rule: { field: 'Report.text', ...given },
  applies,
});
const reason = (of: 'OWNER' | 'PURPOSE') => ({ withhold: { reason: of } }) as const;
const whenRecord = (answer: boolean): CompiledFieldRule['applies'] => ({
  condition: { kind: 'constant', value: answer },
  evaluate: () => answer,
  needsRecord: true,
});

describe('a contract that asks two policies of the object', () => {
  const both = policies([['published']], [['legal-entity']]);
  test.each([
    [published, 'ALLOW'],
    [{ ...published, ...unpublished }, 'WITHHOLD'],
    [unpublished, 'WITHHOLD'],
  ])('for %j gives %s', (object, kind) => {
    expect(decided({ access: both }, object)).toMatchObject({
      kind: 'BY_RECORD',
      value: { kind },
      byOwnRule: false,
    });
  });

  test.each<[string, CompiledFieldRule[], unknown]>([
    ['nothing, where no rule tells', [], undefined],
    [
      'nothing, where a rule that tells asks something itself',
      [rule({ read: {}, otherwise: reason('OWNER') })],
      undefined,
    ],
    [
      'what a rule tells that asks nothing',
      [rule({}), rule({ otherwise: { mask: 'YEAR' } }), rule({ otherwise: reason('PURPOSE') })],
      { reason: 'PURPOSE' },
    ],
  ])('tells %s', (_what, rules, withheld) => {
    expect(decided({ access: both, rules }, unpublished).value).toEqual({ kind: 'WITHHOLD', withheld });
  });
});

describe('a mask of a contract', () => {
  const masks = [{ to: 'YEAR', unless: [['published'], ['owner']] }] as const;
  test.each([
    ['is put on what is not published', aCaller(), unpublished, 'MASK'],
    ['is not put on what is', aCaller(), published, 'ALLOW'],
    ['is not put on for the owner', aColleague(owner), unpublished, 'ALLOW'],
  ])('%s', (_what, caller, object, kind) => {
    expect(decided({ masks }, object, caller).value.kind).toBe(kind);
  });

  test('is of every object where its policies are of the caller', () => {
    expect(decided({ masks: [{ to: 'YEAR', unless: [['owner']] }] }, published)).toMatchObject({
      kind: 'MASK',
      value: { masks: ['YEAR'] },
    });
    expect(decided({ masks: [{ to: 'YEAR', unless: [] }] }, published).kind).toBe('MASK');
  });
});

describe('a rule of the file', () => {
  test('that needs the record is told from a contract that does', () => {
    const own = rule({ read: { authenticated: true, org: ['river-desk'] } }, whenRecord(true));
    expect(decided({ rules: [own] }, published)).toEqual({
      kind: 'BY_RECORD',
      byOwnRule: true,
      value: { kind: 'WITHHOLD', withheld: undefined },
    });
    const met = rule({ read: { authenticated: true } });
    expect(decided({ rules: [own, met] }, published).byOwnRule).toBe(true);
    expect(decided({ access: policies([['published']]), rules: [met] }, published).byOwnRule).toBe(false);
    expect(decided({ rules: [rule({ read: 'nobody' }, whenRecord(false))] }, published).value.kind).toBe(
      'ALLOW',
    );
  });

  test('that denies leaves nothing to the record', () => {
    const denying = rule({ read: 'nobody' });
    expect(decided({ access: policies([['published']]), rules: [denying] }, published).kind).toBe('DENY');
  });
});

test.each<[string, Partial<CompiledField>, boolean]>([
  ['nothing', {}, false],
  ['a rule that asks nothing', { rules: [rule({})] }, false],
  ['a rule that asks something', { rules: [rule({}), rule({ read: {} })] }, true],
  ['a mask', { masks: [{ to: 'YEAR', unless: [] }] }, true],
  ['a contract', { access: { ...openRule, authenticated: true } }, true],
])('a field with %s is guarded: %s %s', (_what, field, expected) => {
  expect(isGuarded({ coordinate: 'Report.text', access: openRule, masks: [], rules: [], ...field })).toBe(
    expected,
  );
});

describe('of several decisions', () => {
  const told = (of: 'OWNER' | 'PURPOSE'): ValueDecision => ({ kind: 'WITHHOLD', withheld: { reason: of } });
  const silent: ValueDecision = { kind: 'WITHHOLD', withheld: undefined };
  const mask: ValueDecision = { kind: 'MASK', mask: (value) => `masked ${value}` };
  test.each<[string, ValueDecision[], ValueDecision]>([
    ['the first reason', [told('OWNER'), told('PURPOSE')], told('OWNER')],
    ['no reason where one is silent', [told('OWNER'), silent], silent],
    ['no reason where the first is silent', [silent, told('OWNER')], silent],
    ['a reason before a mask', [mask, told('OWNER')], told('OWNER')],
    ['a denial before a reason', [told('OWNER'), { kind: 'DENY' }], { kind: 'DENY' }],
    ['leave without any', [], { kind: 'ALLOW' }],
  ])('there is %s', (_what, decisions, expected) => {
    expect(together(decisions)).toEqual(expected);
  });

  test('masks are put on one after the other, whether they have names or not', () => {
    const named: ValueDecision = { kind: 'MASK', mask: (value) => `named ${value}`, masks: ['YEAR'] };
    const result = together([mask, named, mask]);
    expect(result).toMatchObject({ kind: 'MASK', masks: ['YEAR'] });
    expect(result.kind === 'MASK' && result.mask('x')).toBe('masked named masked x');
  });
});
