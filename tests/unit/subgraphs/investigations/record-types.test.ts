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
});
