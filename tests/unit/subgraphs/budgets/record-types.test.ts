import { describe, expect, it } from 'vitest';
import { scalarKeysOf, termsOf } from '../../../../shared/store/keys-of.js';
import type { BudgetLineBody } from '../../../../subgraphs/budgets/domain/budget-line-body.js';
import { budgetRecordTypes } from '../../../../subgraphs/budgets/domain/record-types.js';
import { describeRecordTypes } from '../../../fixtures/expect-record-types.js';

describe('budget record types', () => {
  describeRecordTypes('budgets', budgetRecordTypes);

  const body: BudgetLineBody = {
    handling: { tlp: 'TLP:CLEAR' },
    provenance: { dataset: 'invented' },
    title: 'Bridges of Orlenz',
    country: 'GB',
    fiscalYear: 2020,
    direction: 'EXPENDITURE',
    phase: 'EXECUTED',
    amount: { amount: '-1234.5', currency: 'GBP' },
    functional: { scheme: 'COFOG', code: '04.5', label: 'Transport' },
    administrator: {
      ref: 'Organization',
      id: 'o1',
      name: 'Orlenz Works',
      identifiers: [{ scheme: 'GB-COH', id: '1' }],
    },
  };
  const [budgetLine] = budgetRecordTypes;

  it('reads the keys of a budget line from its body, null where a field is absent', () => {
    expect(budgetLine && scalarKeysOf(budgetLine, body)).toMatchObject({
      country: 'GB',
      fiscalYear: 2020,
      amount: [-2, 765_500_000],
      currency: 'GBP',
      functional: '04.5',
      functionalScheme: 'COFOG',
      functionalLabel: 'Transport',
      economic: null,
      dataset: 'invented',
    });
  });

  it('finds a budget line by its words, its parties and their identifiers', () => {
    const terms = budgetLine ? termsOf(budgetLine, body) : [];
    expect(terms).toEqual(
      expect.arrayContaining(['~bridges', '~transport', '~works', 'party=o1', 'identifier=GB-COH:1']),
    );
  });
});
