import { describe, expect, test } from 'vitest';
import { callerClasses } from '../../../../shared/policy/caller-classes.js';
import {
  comparePolicies,
  isWidening,
  type PolicyChange,
} from '../../../../shared/policy/compare-policies.js';
import { compiledOf, now, withRules } from './report-policy.js';

function changes(before: string | undefined, after: string | undefined): readonly PolicyChange[] {
  return comparePolicies(compiledOf(before), compiledOf(after), now);
}

/** `caller | place | before → after | change` */
function lines(before: string | undefined, after: string | undefined): string[] {
  return changes(before, after).map(
    ({ caller, place, before: was, after: is, change }) =>
      `${caller} | ${place} | ${was} → ${is} | ${change}`,
  );
}

describe('the classes of callers', () => {
  const names = (yaml?: string): string[] => callerClasses([compiledOf(yaml)]).map(({ name }) => name);
  const base = ['anonymous', 'signed in', 'of a member', 'of harbour-watch'];
  const byContract = ['reports:read', 'reports:all reports:extra', 'findings:read'].flatMap((scopes) =>
    ['signed in', 'of a member', 'of harbour-watch'].map((who) => `${who}, with scopes ${scopes}`),
  );

  test('are those that the contract tells apart', () => {
    expect(names()).toEqual([...base, ...byContract]);
  });

  test('and those that a rule does: each part and the whole', () => {
    const found = names(
      withRules(
        '{ field: Plain.a, read: { scopes: [[a]], org: [river-desk], purpose: [AUDIT], proof: caller } }',
      ),
    );
    expect(found.filter((name) => !base.includes(name) && !byContract.includes(name))).toEqual([
      'signed in, with scopes a',
      'of a member, with scopes a',
      'of harbour-watch, with scopes a',
      'of river-desk',
      'signed in, for AUDIT',
      'of a member, for AUDIT',
      'of harbour-watch, for AUDIT',
      'signed in, proven',
      'of a member, proven',
      'of harbour-watch, proven',
      'of river-desk, with scopes a, for AUDIT, proven',
    ]);
  });

  test.each([
    ['an aggregate', withRules('{ field: Plain.a, read: nobody, aggregate: { org: [river-desk] } }')],
    ['records', withRules('{ records: Report, allow: { org: [river-desk] } }')],
    [
      'an exception',
      withRules('{ records: Report, deny: { reason: OWNER, except: { org: [river-desk] } } }'),
    ],
    ['totals', 'aggregates: { allow: [{ records: Report, to: { org: [river-desk] }, dimensions: [] }] }\n'],
    ['sharing', 'sharing: { "TLP:AMBER+STRICT": [river-desk] }\n'],
  ])('and those of %s', (_, yaml) => {
    expect(names(yaml)).toContain('of river-desk');
  });

  test('are what their names say', () => {
    const classes = callerClasses([
      compiledOf(withRules('{ field: Plain.a, read: { scopes: [[a]], proof: caller } }')),
    ]);
    const callerOf = (name: string) => classes.find((one) => one.name === name)?.caller;
    expect(callerOf('signed in')).toMatchObject({
      kind: 'person',
      organization: null,
      isMember: false,
      isProven: false,
      scopes: [],
      clearance: 'TLP:GREEN',
      purpose: null,
    });
    expect(callerOf('of harbour-watch')).toMatchObject({
      organization: 'harbour-watch',
      isMember: true,
      clearance: 'TLP:RED',
    });
    expect(callerOf('of a member, with scopes a, proven')).toMatchObject({
      isMember: true,
      isProven: true,
      scopes: ['a'],
    });
  });
});

describe('what is different', () => {
  test('nothing between a policy and itself', () => {
    const yaml = withRules(
      '{ field: Report.title, read: nobody, until: record.publishedAt }',
      '{ records: Report, deny: { reason: TLP } }',
    );
    expect(lines(yaml, yaml)).toEqual([]);
    expect(lines(undefined, '')).toEqual([]);
  });

  test('a field that is closed to all but some', () => {
    const found = lines(undefined, withRules('{ field: Plain.a, read: { org: [river-desk] } }'));
    expect(found).toContain('anonymous | Plain.a | ALLOW → DENY | NARROWED');
    expect(found).toContain('of harbour-watch | Plain.a | ALLOW → DENY | NARROWED');
    expect(found.filter((line) => line.startsWith('of river-desk |'))).toEqual([]);
    expect(found.filter((line) => !line.includes('Plain.a'))).toEqual([]);
  });

  test('a field that is opened again', () => {
    const found = changes(withRules('{ field: Plain.a, read: { org: [river-desk] } }'), undefined);
    expect(found.every(isWidening)).toBe(true);
    expect(found.map(({ caller }) => caller)).not.toContain('of river-desk');
    expect(found.map(({ caller }) => caller)).toContain('anonymous');
  });

  const denied = '{ field: Plain.a, read: nobody }';
  const withheld = '{ field: Plain.a, read: nobody, otherwise: { withhold: { reason: TLP } } }';
  const masked = '{ field: Plain.a, read: nobody, otherwise: { mask: TOKEN } }';
  const ending = '{ field: Plain.a, read: nobody, when: has(record.b) }';
  test.each<[string, string, string, boolean, string]>([
    ['a denial and a mask', denied, masked, true, 'DENY → MASK(TOKEN) | WIDENED'],
    ['a denial and a reason', denied, withheld, true, 'DENY → WITHHELD(TLP) | WIDENED'],
    ['a reason and a mask', withheld, masked, true, 'WITHHELD(TLP) → MASK(TOKEN) | WIDENED'],
    ['a mask and a condition', masked, ending, true, 'MASK(TOKEN) → BY_RECORD | WIDENED'],
    ['a condition and a mask', ending, masked, false, 'BY_RECORD → MASK(TOKEN) | NARROWED'],
    [
      'a mask and another',
      masked,
      masked.replace('TOKEN', 'PARTIAL'),
      true,
      'MASK(TOKEN) → MASK(PARTIAL) | CHANGED',
    ],
    [
      'a reason and another',
      withheld,
      withheld.replace('TLP', 'OWNER'),
      true,
      'WITHHELD(TLP) → WITHHELD(OWNER) | CHANGED',
    ],
    [
      'a condition and another',
      ending,
      ending.replace('has', 'caller.isProven || has'),
      true,
      'BY_RECORD → BY_RECORD | CHANGED',
    ],
    ['a mask and a denial', masked, denied, false, 'MASK(TOKEN) → DENY | NARROWED'],
  ])('between %s', (_, before, after, widens, words) => {
    const found = changes(withRules(before), withRules(after)).filter(
      ({ caller }) => caller === 'of harbour-watch',
    );
    expect(
      found.map(({ place, before: was, after: is, change }) => `${place} | ${was} → ${is} | ${change}`),
    ).toEqual([`Plain.a | ${words}`]);
    expect(found.some(isWidening)).toBe(widens);
  });

  test('labels that are shared', () => {
    expect(lines(undefined, 'sharing: { "TLP:AMBER+STRICT": [river-desk] }\n')).toEqual([
      'of river-desk | Report records of TLP:AMBER+STRICT | HIDDEN → SHOWN | WIDENED',
      'of river-desk | Memo records of TLP:AMBER+STRICT | HIDDEN → SHOWN | WIDENED',
    ]);
  });

  test('records that are told of', () => {
    const tells = withRules(
      '{ records: Memo, when: has(record.handling.embargoUntil) && record.handling.embargoUntil > now, deny: { reason: EMBARGO, disclose: true, except: { org: [harbour-watch] } } }',
    );
    const found = lines(undefined, tells);
    expect(found).toContain(
      'anonymous | Memo records of TLP:CLEAR under embargo | HIDDEN → WITHHELD(EMBARGO) | WIDENED',
    );
    expect(found.filter((line) => line.startsWith('of harbour-watch |'))).toEqual([]);
  });

  test('records by something else than their label', () => {
    const some = (year: number) =>
      withRules(
        `{ records: Report, when: 'has(record.year) && record.year == ${year}', deny: { reason: OWNER } }`,
      );
    expect(lines(some(1999), some(2000)).filter((line) => line.startsWith('anonymous |'))).toEqual([
      'anonymous | Report records | some → others | CHANGED',
    ]);
  });

  test('totals', () => {
    const grant = (minimumGroup: number) =>
      `aggregates: { minimumGroup: ${minimumGroup}, allow: [{ records: Memo, to: { authenticated: true }, dimensions: [YEAR] }] }\n`;
    expect(lines(grant(5), grant(3)).filter((line) => line.startsWith('signed in |'))).toEqual([
      'signed in | Memo totals | AGGREGATE_ONLY(YEAR, at least 5) → AGGREGATE_ONLY(YEAR, at least 3) | CHANGED',
    ]);
    expect(lines(undefined, grant(5)).filter((line) => line.startsWith('signed in |'))).toEqual([
      'signed in | Memo totals | OF_READABLE → AGGREGATE_ONLY(YEAR, at least 5) | CHANGED',
    ]);
    expect(lines(undefined, grant(5)).filter((line) => line.startsWith('anonymous |'))).toEqual([]);
  });
});
