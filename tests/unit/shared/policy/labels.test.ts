import { describe, expect, test } from 'vitest';
import type { Label } from '../../../../shared/policy/ceiling.js';
import { isAmong, labelFilter, labelsUpTo, readableLabels } from '../../../../shared/policy/labels.js';
import { everything } from '../../../../shared/store/filter.js';
import { aCaller, aColleague } from './callers.js';

const all = labelsUpTo('TLP:RED');
const nothing = { op: 'or', of: [] };
const open = new Set<Label>(['TLP:GREEN', 'TLP:CLEAR']);
const unlabelled = new Set<Label>(['TLP:AMBER']);

describe('records of some labels are found', () => {
  test.each<[string, ReadonlySet<Label>, string | undefined, unknown]>([
    ['all, by all labels', all, 'tlp', everything],
    ['all, by all labels and without a key', all, undefined, everything],
    ['by their key', open, 'tlp', { op: 'in', key: 'tlp', values: ['TLP:GREEN', 'TLP:CLEAR'] }],
    ['none, where there is no key and they count as amber', open, undefined, nothing],
    ['all, where there is no key and amber is among them', unlabelled, undefined, everything],
    ['none, by no label', new Set(), 'tlp', nothing],
    [
      'by their key or without a label',
      unlabelled,
      'tlp',
      {
        op: 'or',
        of: [
          { op: 'in', key: 'tlp', values: ['TLP:AMBER'] },
          { op: 'isNull', key: 'tlp', value: true },
        ],
      },
    ],
  ])('%s', (_what, labels, key, filter) => {
    expect(labelFilter(labels, key)).toEqual(filter);
  });
});

describe('one record is among some labels', () => {
  test.each<[unknown, ReadonlySet<Label>, boolean]>([
    ['TLP:GREEN', open, true],
    ['TLP:AMBER', open, false],
    [undefined, open, false],
    [null, open, false],
    [undefined, unlabelled, true],
    [null, unlabelled, true],
    ['TLP:PINK', open, false],
    ['TLP:PINK', unlabelled, false],
    ['TLP:PINK', all, true],
  ])('%j', (label, labels, expected) => {
    expect(isAmong(labels, label)).toBe(expected);
  });
});

describe('the labels that a caller reads', () => {
  const owner = { member: 'harbour-watch', sharesStrict: new Set(['river-desk', 'field-post']) };
  test.each([
    ['of nobody', aCaller({ clearance: 'TLP:RED' }), ['TLP:GREEN', 'TLP:CLEAR']],
    [
      'of no member, with whom strict ones are shared',
      aCaller({ clearance: 'TLP:RED', organization: 'field-post' }),
      ['TLP:AMBER+STRICT', 'TLP:GREEN', 'TLP:CLEAR'],
    ],
    ['of the owner', aColleague('harbour-watch'), [...all]],
    [
      'of the owner, cleared for less',
      aColleague('harbour-watch', { clearance: 'TLP:AMBER' }),
      ['TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'],
    ],
    [
      'of the owner by name alone',
      aCaller({ clearance: 'TLP:RED', organization: 'harbour-watch' }),
      ['TLP:GREEN', 'TLP:CLEAR'],
    ],
  ])('%s', (_what, caller, labels) => {
    expect([...readableLabels(caller, owner)]).toEqual(labels);
  });
});
