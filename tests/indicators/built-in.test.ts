import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IndicatorCoalition, startIndicatorCoalition } from '../fixtures/indicator-coalition.js';
import {
  auditRecord,
  budgetRecord,
  caseRecord,
  declarationRecord,
  tenderRecord,
} from '../fixtures/indicator-records.js';

const charged = { stage: 'CHARGED', date: '2024-01-10' };
const judged = (date: string, disposition: string) => ({ stage: 'JUDGMENT', date, disposition });

const records = {
  alpha: [
    declarationRecord('d1', { dueDate: '2025-03-31', submittedAt: '2025-03-30' }),
    declarationRecord('d2', { dueDate: '2025-03-31', submittedAt: '2025-04-10' }),
    declarationRecord('d3', { dueDate: '2025-03-31' }),
    declarationRecord('d4', { dueDate: '2025-03-31', submittedAt: '2025-04', version: 'CORRECTED' }),
    declarationRecord('d5', { submittedAt: '2025-04-10', country: 'GR' }),
    budgetRecord('b1', { phase: 'ADJUSTED', amount: '100' }),
    budgetRecord('b2', { phase: 'EXECUTED', amount: '33.333333' }),
    budgetRecord('b3', { phase: 'ADJUSTED', amount: '200', code: '01' }),
    budgetRecord('b4', { phase: 'EXECUTED', amount: '900', scheme: 'US-COA' }),
    budgetRecord('b5', { phase: 'ADJUSTED', amount: '5', currency: 'USD' }),
    budgetRecord('b6', { phase: 'EXECUTED', amount: '7' }, { direction: 'REVENUE' }),
    tenderRecord('t1', { numberOfTenderers: 1 }),
    tenderRecord('t2', { numberOfTenderers: 4 }),
    tenderRecord('t3', {}),
    auditRecord('a1', { deliveredDate: '2024-07-10' }),
    caseRecord('c1', [charged, judged('2024-02-09', 'convicted')]),
    caseRecord('c2', [judged('2024-03-10', 'convicted')]),
  ],
  beta: [
    budgetRecord('b1', { phase: 'EXECUTED', amount: '66.666667', code: '01.3.2' }),
    tenderRecord('t1', { numberOfTenderers: 2 }),
    auditRecord('a1', { deliveredDate: '2024-06-20' }),
    auditRecord('a2', { deliveredDate: '2024-06' }),
    auditRecord('a3', { deliveredDate: '2024-07-01' }),
    caseRecord('c1', [charged, judged('2024-01-20', 'acquitted')]),
    caseRecord('c2', [charged]),
    caseRecord('c3', [charged, judged('2024-01-31', 'acquitted')]),
  ],
};

interface Figure {
  readonly indicator: { readonly code: string };
  readonly [field: string]: unknown;
}

describe('the indicators that are built in', () => {
  let coalition: IndicatorCoalition;
  let figures: readonly Figure[];
  const of = (code: string) => figures.filter(({ indicator }) => indicator.code === code);

  beforeAll(async () => {
    coalition = await startIndicatorCoalition({ records });
    const answer = await coalition.hub.ask(
      `{ jurisdiction(code: "KZ") { code name kazakh: name(language: "kk") indicators(period: "2024") {
        indicator { code } country period dimensions { dimension scheme code label }
        numerator denominator value unit members { id } complete suppressedBecause label } } }`,
    );
    expect(answer.errors).toBeUndefined();
    const data: { jurisdiction: { indicators: Figure[] } } = JSON.parse(JSON.stringify(answer.data));
    expect(answer.data).toMatchObject({
      jurisdiction: { code: 'KZ', name: 'Kazakhstan', kazakh: 'Қазақстан' },
    });
    figures = data.jurisdiction.indicators;
  }, 60_000);

  afterAll(async () => {
    await coalition.stop();
  });

  it.each([
    ['declaration-submission-rate', '3', '4', '75', 'PERCENT', ['alpha']],
    ['declaration-on-time-rate', '1', '4', '25', 'PERCENT', ['alpha']],
    ['declaration-submission-delay', '9', '2', '4.5', 'DAYS', ['alpha']],
    ['declaration-correction-share', '1', '3', '33.333333', 'PERCENT', ['alpha']],
    ['single-bid-share', '1', '3', '33.333333', 'PERCENT', ['alpha', 'beta']],
    ['audit-delivery-delay', '1', '3', '0.333333', 'DAYS', ['alpha', 'beta']],
    ['filing-to-judgment-time', null, '4', '25.5', 'DAYS', ['alpha', 'beta']],
    ['prosecution-to-conviction-rate', '1', '4', '25', 'PERCENT', ['alpha', 'beta']],
  ])('compute %s', (code, numerator, denominator, value, unit, members) => {
    expect(of(code)).toEqual([
      {
        indicator: { code },
        country: 'KZ',
        period: '2024',
        dimensions: [],
        numerator,
        denominator,
        value,
        unit,
        members: members.map((id) => ({ id })),
        complete: true,
        suppressedBecause: null,
        label: 'TLP:CLEAR',
      },
    ]);
  });

  it('compute the execution of a budget by division of COFOG and currency', () => {
    const currency = (code: string) => ({ dimension: 'CURRENCY', scheme: null, code, label: null });
    const division = { dimension: 'FUNCTIONAL', scheme: 'COFOG', code: '01' };
    expect(of('budget-execution-rate')).toMatchObject([
      {
        dimensions: [{ ...division, label: 'Function 01' }, currency('KZT')],
        numerator: '100',
        denominator: '300',
        value: '33.333333',
        members: [{ id: 'alpha' }, { id: 'beta' }],
      },
      {
        dimensions: [{ ...division, label: null }, currency('USD')],
        numerator: null,
        denominator: '5',
        value: null,
        members: [{ id: 'alpha' }],
      },
    ]);
  });

  it('say in all languages what they are and how they are computed', async () => {
    const { data, errors } = await coalition.hub.ask(
      `{ indicatorDefinitions { code name french: name(language: "fra") names { language text } formula unit
         direction version scope dimensions source description } }`,
    );
    expect(errors).toBeUndefined();
    const { indicatorDefinitions }: { indicatorDefinitions: { code: string }[] } = JSON.parse(
      JSON.stringify(data),
    );
    expect(indicatorDefinitions).toHaveLength(9);
    expect(indicatorDefinitions.find(({ code }) => code === 'single-bid-share')).toMatchObject({
      name: 'Tenders with a single bid',
      french: 'Marchés avec une seule offre',
      formula:
        '100 × count(contractingProcessTotals where numberOfTenderers eq 1) / count(contractingProcessTotals where numberOfTenderers gte 1)',
      scope: null,
      direction: 'LOWER_IS_BETTER',
    });
  });

  it('say where a figure is from, in questions that give the same when they are asked', async () => {
    const { data } = await coalition.hub.ask(
      `{ indicators(filter: { code: { eq: "single-bid-share" }, country: { in: ["KZ"] }, year: { gte: 2024 } }) {
         value provenance { computedAt definitionVersion questions licences attribution } } }`,
    );
    const { indicators }: { indicators: { provenance: { questions: string[] } }[] } = JSON.parse(
      JSON.stringify(data),
    );
    expect(indicators).toMatchObject([
      {
        value: '33.333333',
        provenance: {
          definitionVersion: '1.0.0',
          licences: ['CC-BY-4.0', 'ODbL-1.0'],
          attribution: ['Desk alpha', 'Desk beta'],
        },
      },
    ]);
    const [first = ''] = indicators[0]?.provenance.questions ?? [];
    expect((await coalition.hub.ask(first)).data).toEqual({
      contractingProcessTotals: [{ key: [{ code: 'KZ' }, { code: '2024' }], count: { value: 1 } }],
    });
  });
});
