import { describe, expect, it } from 'vitest';
import { scalarKeysOf, termsOf } from '../../../../shared/store/keys-of.js';
import type { InvestigationBody } from '../../../../subgraphs/investigations/domain/investigation-body.js';
import { investigationRecordTypes } from '../../../../subgraphs/investigations/domain/record-types.js';
import { describeRecordTypes } from '../../../fixtures/expect-record-types.js';

describe('investigation record types', () => {
  describeRecordTypes('investigations', investigationRecordTypes);

  const body: InvestigationBody = {
    handling: {},
    provenance: {},
    title: 'Éclair  Affair',
    countries: ['FR', 'GB'],
    startDate: '2019-05',
    workingHypothesis: 'A zeppelin was bought twice.',
    amountConcerned: { minimum: '10', currency: 'EUR' },
    subjects: [{ party: { ref: 'Person', id: 'p1', name: 'Tamo Verrin' } }],
    findings: [{ text: 'A submarine was sold.', subject: { ref: 'Organization', id: 'o1' } }],
  };
  const [investigation] = investigationRecordTypes;

  it('sorts titles folded, groups by the year begun and gives a range of money no amount', () => {
    expect(investigation && scalarKeysOf(investigation, body)).toMatchObject({
      title: 'eclair affair',
      startDate: '2019-05',
      startYear: 2019,
      amount: null,
      currency: 'EUR',
    });
  });

  it('finds an investigation by title and, protected, by its parties, not by its hypothesis or its findings', () => {
    const terms = investigation ? termsOf(investigation, body) : [];
    expect(terms).toEqual(
      expect.arrayContaining([
        '~affair',
        'protectedParty=p1',
        'protectedParty=o1',
        'countries=FR',
        '^verrin',
      ]),
    );
    expect(terms).not.toContain('~verrin');
    expect(terms).not.toContain('~zeppelin');
    expect(terms).not.toContain('~submarine');
  });

  it.each([
    ['2020-01-10', [{ stage: 'CHARGED', date: '2020-01-10' }], null],
    [
      '2020-01-10',
      [
        { stage: 'JUDGMENT', date: '2021-01-09' },
        { stage: 'JUDGMENT', date: '2020-02-09' },
      ],
      30,
    ],
    [
      '2020-01-10',
      [
        { stage: 'JUDGMENT', date: '2020-02' },
        { stage: 'JUDGMENT', date: '2020-02-09' },
      ],
      null,
    ],
    ['2020-01', [{ stage: 'JUDGMENT', date: '2020-02-09' }], null],
    ['2020-01-10', [{ stage: 'SETTLED', date: '2020-02-09' }], null],
    ['2020-01-10', [], null],
  ])('counts the days from the filing on %s to the first judgment of %j', (fileDate, events, days) => {
    const courtCase = investigationRecordTypes.find(({ name }) => name === 'CourtCase');
    expect(courtCase && scalarKeysOf(courtCase, { fileDate, events })['daysToJudgment']).toBe(days);
  });

  it('finds a court case by its steps and how they ended, each once', () => {
    const courtCase = investigationRecordTypes.find(({ name }) => name === 'CourtCase');
    const events = [
      { stage: 'CHARGED' },
      { stage: 'JUDGMENT', disposition: 'convicted' },
      { stage: 'CHARGED' },
    ];
    const terms = courtCase ? termsOf(courtCase, { events }) : [];
    expect(terms.filter((term) => /^(stages|dispositions)=./.test(term))).toEqual([
      'stages=CHARGED',
      'stages=JUDGMENT',
      'dispositions=convicted',
    ]);
  });
});
