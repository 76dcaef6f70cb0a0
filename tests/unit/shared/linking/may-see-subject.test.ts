import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller, freezeCaller } from '../../../../shared/identity/caller.js';
import { effectiveJudgement } from '../../../../shared/linking/effective-judgement.js';
import type { JudgementEntry } from '../../../../shared/linking/link.js';
import { Audience } from '../../../../shared/linking/link-subject.js';
import { maySeeSubject } from '../../../../shared/linking/may-see-subject.js';

const now = new Date('2026-01-31T09:30:00.000Z');
const person = (organization: string, more: Partial<Caller> = {}): Caller =>
  freezeCaller({
    ...anonymousCaller,
    ...{ kind: 'person', organization, isMember: organization !== 'outsider', clearance: 'TLP:RED' },
    ...more,
  });
const callers = {
  anonymous: anonymousCaller,
  outsider: person('outsider'),
  member: person('birch'),
  owner: person('alder'),
  'owner of low clearance': person('alder', { clearance: 'TLP:GREEN' }),
  'one who says to be the owner': person('alder', { isMember: false }),
};
type Name = keyof typeof callers;
const all: readonly Name[] = [
  'anonymous',
  'outsider',
  'member',
  'owner',
  'owner of low clearance',
  'one who says to be the owner',
];

describe('who may know of a subject', () => {
  const later = '2026-01-31T09:30:00.001Z';
  test.each<[string, object, readonly Name[]]>([
    ['cleared for all', { tlp: 'TLP:CLEAR' }, all],
    ['for who signed in', { tlp: 'TLP:GREEN' }, all.slice(1)],
    ['for members', { tlp: 'TLP:AMBER' }, ['member', 'owner']],
    [
      'for whom the owner names',
      { tlp: 'TLP:AMBER+STRICT', sharedWith: ['outsider'] },
      ['outsider', 'owner'],
    ],
    ['for the owner', { tlp: 'TLP:RED', sharedWith: ['birch'] }, ['owner']],
    ['under an embargo', { tlp: 'TLP:CLEAR', embargoUntil: later }, ['owner', 'owner of low clearance']],
    ['whose embargo ends now', { tlp: 'TLP:CLEAR', embargoUntil: now.toISOString() }, all],
    ['for one organisation', { tlp: 'TLP:CLEAR', requires: [{ organizations: ['birch'] }] }, ['member']],
    ['for a scope that nobody has', { tlp: 'TLP:CLEAR', requires: [{ scopes: [[['s']]] }] }, []],
    [
      'by what only a record could decide',
      { tlp: 'TLP:CLEAR', requires: [{ policies: [[['published']]] }] },
      [],
    ],
    ['by a policy nobody knows', { tlp: 'TLP:CLEAR', requires: [{ policies: [[['no-such']]] }] }, []],
  ])('that is %s', (_, audience, expected) => {
    const subject = { member: 'alder', audience: Audience.parse(audience) };
    expect(all.filter((name) => maySeeSubject(subject, callers[name], now))).toEqual(expected);
  });

  test('that has an embargo nobody can read is its owner alone', () => {
    const audience = { ...Audience.parse({ tlp: 'TLP:CLEAR' }), embargoUntil: 'some day' };
    expect(all.filter((name) => maySeeSubject({ member: 'alder', audience }, callers[name], now))).toEqual([
      'owner',
      'owner of low clearance',
    ]);
  });
});

describe('what holds of a pair', () => {
  const pair = { candidate: 'alder:1', match: 'birch:2' };
  const entry = ([decidedBy = '', judgement]: readonly [
    string,
    JudgementEntry['judgement'],
  ]): JudgementEntry => ({
    ...{ ...pair, decidedBy, judgement },
    decidedAt: now.toISOString(),
  });
  test.each<
    [string, readonly [string, JudgementEntry['judgement']][], 'ACCEPT' | 'PROPOSE', string, string[]]
  >([
    ['what the matcher is sure of', [], 'ACCEPT', 'POSITIVE', []],
    ['nothing of what it proposes', [], 'PROPOSE', 'NO_JUDGEMENT', []],
    ['the word of one owner', [['alder', 'POSITIVE']], 'PROPOSE', 'POSITIVE', ['alder']],
    [
      'the word of both',
      [
        ['birch', 'POSITIVE'],
        ['alder', 'POSITIVE'],
      ],
      'PROPOSE',
      'POSITIVE',
      ['alder', 'birch'],
    ],
    [
      'a doubt before a yes',
      [
        ['alder', 'UNSURE'],
        ['birch', 'POSITIVE'],
      ],
      'ACCEPT',
      'UNSURE',
      ['alder'],
    ],
    [
      'a no before all',
      [
        ['alder', 'NEGATIVE'],
        ['birch', 'POSITIVE'],
      ],
      'ACCEPT',
      'NEGATIVE',
      ['alder'],
    ],
    [
      'the last word',
      [
        ['alder', 'NEGATIVE'],
        ['alder', 'POSITIVE'],
      ],
      'PROPOSE',
      'POSITIVE',
      ['alder'],
    ],
    [
      'the matcher’s where all is taken back',
      [
        ['alder', 'NEGATIVE'],
        ['alder', 'NO_JUDGEMENT'],
      ],
      'ACCEPT',
      'POSITIVE',
      [],
    ],
    ['nothing that others say', [['cedar', 'NEGATIVE']], 'ACCEPT', 'POSITIVE', []],
  ])('is %s', (_, history, verdict, judgement, decidedBy) => {
    const effective = effectiveJudgement(pair, { history: history.map(entry), computed: { verdict } });
    expect(effective).toMatchObject({ judgement, decidedBy });
  });
});
