import { describe, expect, test } from 'vitest';
import { tlpLabels } from '../../../../shared/domain/record-body.js';
import type { Caller } from '../../../../shared/identity/caller.js';
import { hiddenParts } from '../../../../shared/policy/hidden-parts.js';
import { readableLabels } from '../../../../shared/policy/labels.js';
import type { Filter } from '../../../../shared/store/filter.js';
import { aColleague } from './callers.js';
import { compiledOf, now, owner, withRules } from './report-policy.js';

const ours = aColleague(owner);

/** The parts of reports that a rule with this condition hides from everybody. */
function parts(condition: string, caller: Caller = ours, keys = {}): readonly Filter[] {
  const policy = compiledOf(withRules(`{ records: Report, when: '${condition}', deny: { reason: OWNER } }`));
  const records = policy.records.get('Report');
  const labels = readableLabels(caller, { member: owner, sharesStrict: new Set() });
  return records === undefined
    ? []
    : hiddenParts({ ...records, ...keys }, { caller, owner, now: now.getTime(), labels });
}

const tlp = (value: string | null): Filter =>
  value === null ? { op: 'isNull', key: 'tlp', value: true } : { op: 'eq', key: 'tlp', value };
const grim: Filter[] = [
  { op: 'isNull', key: 'kind', value: false },
  { op: 'eq', key: 'kind', value: 'GRIM' },
];
const early: Filter[] = [
  { op: 'isNull', key: 'year', value: false },
  { op: 'lte', key: 'year', value: 5 },
];
const both = (label: string | null, rest: readonly Filter[]): Filter => ({
  op: 'and',
  of: [tlp(label), ...rest],
});
const all = [...tlpLabels, null];

describe('what a rule hides is of one label in each part, with what the label says already left out', () => {
  test.each<[string, readonly Filter[]]>([
    ['record.handling.tlp == "TLP:GREEN"', [tlp('TLP:GREEN')]],
    ['record.handling.tlp == "TLP:AMBER"', [tlp('TLP:AMBER'), tlp(null)]],
    ['record.handling.tlp in ["TLP:RED", "TLP:GREEN"]', [tlp('TLP:RED'), tlp('TLP:GREEN')]],
    ['record.handling.tlp != "TLP:CLEAR"', all.filter((label) => label !== 'TLP:CLEAR').map(tlp)],
    ['true', all.map(tlp)],
    ['false', []],
    ['has(record.kind) && record.kind == "GRIM"', all.map((label) => both(label, grim))],
    [
      'has(record.kind) && record.kind in ["GRIM", "CALM"]',
      all.map((label) =>
        both(label, [grim[0] ?? tlp(null), { op: 'in', key: 'kind', values: ['GRIM', 'CALM'] }]),
      ),
    ],
    [
      'record.handling.tlp == "TLP:RED" || (has(record.year) && record.year <= 5)',
      all.map((label) => (label === 'TLP:RED' ? tlp(label) : both(label, early))),
    ],
    [
      'record.handling.tlp == "TLP:RED" && has(record.kind) && record.kind == "GRIM"',
      [both('TLP:RED', grim)],
    ],
  ])('%s', (condition, expected) => {
    expect(parts(condition)).toEqual(expected);
  });

  test('beside the labels that are hidden whole, and what is under an embargo', () => {
    const embargo: Filter = { op: 'gte', key: 'embargoUntil', value: '2026-03-15T12:00:00.001Z' };
    expect(parts('record.handling.tlp == "TLP:GREEN"', aColleague('river-desk'))).toEqual([
      tlp('TLP:RED'),
      tlp('TLP:AMBER+STRICT'),
      both('TLP:AMBER', [embargo]),
      both('TLP:GREEN', [embargo]),
      tlp('TLP:GREEN'),
      both('TLP:CLEAR', [embargo]),
      both(null, [embargo]),
    ]);
  });

  test('is all in one part where records have no label, and nothing where they have no embargo', () => {
    const [kind, value] = grim;
    expect(parts('has(record.kind) && record.kind == "GRIM"', ours, { tlpKey: undefined })).toEqual([
      { op: 'and', of: [kind, value] },
    ]);
    expect(parts('false', aColleague('river-desk'), { embargoKey: undefined })).toEqual([
      tlp('TLP:RED'),
      tlp('TLP:AMBER+STRICT'),
    ]);
  });
});
