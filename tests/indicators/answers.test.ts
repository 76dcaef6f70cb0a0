import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { type IndicatorCoalition, startIndicatorCoalition } from '../fixtures/indicator-coalition.js';
import { budgetRecord, declarationRecord, tenderRecord } from '../fixtures/indicator-records.js';
import { callerHeaders } from '../fixtures/policy-coalition.js';

const label = (tlp: string) => ({ handling: { tlp } });
const many = (count: number, make: (i: number) => ReturnType<typeof budgetRecord>) =>
  Array.from({ length: count }, (_, i) => make(i));
/** Lines for members alone, of which a civic organisation may count groups that are large enough. */
const lines = (phase: string, of: { count: number; code: string; amount: string }) =>
  many(of.count, (i) =>
    budgetRecord(
      `${phase}-${of.code}-${i}`,
      { phase, code: of.code, amount: of.amount },
      { ...label('TLP:AMBER'), country: 'GE' },
    ),
  );

const records = {
  alpha: [
    tenderRecord('t1', { numberOfTenderers: 1 }),
    tenderRecord('t2', { numberOfTenderers: 2, ...label('TLP:AMBER') }),
    tenderRecord('t3', { numberOfTenderers: 2, ...label('TLP:RED') }),
    tenderRecord('t4', { numberOfTenderers: 1, country: 'GR' }),
    ...lines('ADJUSTED', { count: 6, code: '01', amount: '10' }),
    ...lines('EXECUTED', { count: 6, code: '01', amount: '5' }),
    ...lines('ADJUSTED', { count: 6, code: '07', amount: '10' }),
    ...lines('EXECUTED', { count: 2, code: '07', amount: '5' }),
  ],
  beta: [
    tenderRecord('t1', { numberOfTenderers: 3 }),
    tenderRecord('t2', { numberOfTenderers: 1, ...label('TLP:GREEN') }),
    declarationRecord('d1', { version: 'NORMAL' }),
    declarationRecord('d2', { version: 'CORRECTED' }),
  ],
  gamma: [declarationRecord('d1', { version: 'NORMAL' }), declarationRecord('d2', { version: 'NORMAL' })],
};

/** What alpha lets a civic organisation count; gamma lets nobody filter by the version of a declaration. */
const policies: Readonly<Record<string, string>> = {
  alpha: `version: 1
member: alpha
tests: ./policy.tests.yaml
rules: []
aggregates:
  allow:
    - records: BudgetLine
      to: { org: [civic-charts] }
      dimensions: [COUNTRY, FISCAL_YEAR, DIRECTION, PHASE, CURRENCY, FUNCTIONAL]
`,
  gamma: `version: 1
member: gamma
tests: ./policy.tests.yaml
rules:
  - field: Declaration.version
    read: { scopes: [["declarations:versions"]] }
`,
};

const ours = `code: kz-single-bids
version: 2.1.0
names: { kaz: Жалғыз өтінім, rus: Одна заявка }
description: { rus: Закупки с одной заявкой. }
unit: RATIO
direction: LOWER_IS_BETTER
countries: [KZ]
numerator: { count: contractingProcessTotals, period: awardYear, filter: { numberOfTenderers: { eq: 1 } } }
denominator: { count: contractingProcessTotals, period: awardYear }
`;

interface Figure {
  readonly indicator: { readonly code: string };
  readonly country: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
  readonly complete: boolean;
  readonly suppressedBecause: string | null;
  readonly members: readonly { readonly id: string }[];
  readonly label: string;
}

describe('indicators as they are answered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-indicators-'));
  let coalition: IndicatorCoalition;

  beforeAll(async () => {
    const file = join(folder, 'kz.yaml');
    writeFileSync(file, ours);
    coalition = await startIndicatorCoalition({
      records,
      indicators: [file],
      policyOf: (member) => {
        const text = policies[member];
        return text === undefined ? undefined : contractPolicy(member, text);
      },
    });
  }, 60_000);

  afterAll(async () => {
    await coalition.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = async (filter: string, headers: Record<string, string> = {}) => {
    const answer = await coalition.hub.ask(
      `{ indicators(filter: { ${filter} }) { indicator { code } country numerator denominator value complete
         suppressedBecause members { id } label } }`,
      { headers },
    );
    const { indicators }: { indicators: Figure[] | null } = JSON.parse(
      JSON.stringify(answer.data ?? { indicators: null }),
    );
    return { ...answer, indicators: indicators ?? [] };
  };
  const single = 'code: { eq: "single-bid-share" }, country: { eq: "KZ" }';

  it.each([
    ['nobody', null, {}, '1', '2', 'TLP:CLEAR'],
    ['somebody of no member', { org: 'civic-charts', clearance: 'TLP:RED' }, {}, '2', '3', 'TLP:GREEN'],
    ['somebody of another member', { org: 'gamma', clearance: 'TLP:RED' }, {}, '2', '4', 'TLP:AMBER'],
    ['somebody of the owner', { org: 'alpha', clearance: 'TLP:RED' }, {}, '2', '5', 'TLP:RED'],
    [
      'somebody of the owner with less clearance',
      { org: 'alpha', clearance: 'TLP:GREEN' },
      {},
      '2',
      '3',
      'TLP:GREEN',
    ],
    [
      'somebody who asks one member',
      { org: 'gamma', clearance: 'TLP:RED' },
      { 'x-accord-ask': 'beta' },
      '1',
      '2',
      'TLP:AMBER',
    ],
  ])('count for %s what they may read', async (_, claims, headers, numerator, denominator, strictest) => {
    const signedIn = claims === null ? {} : await callerHeaders(claims);
    const { indicators, errors } = await ask(single, { ...signedIn, ...headers });
    expect(errors).toBeUndefined();
    expect(indicators).toMatchObject([{ numerator, denominator, complete: true, label: strictest }]);
  });

  it('keep back every number of a figure of which an owner keeps back a group', async () => {
    const { indicators } = await ask(
      'code: { eq: "budget-execution-rate" }, country: { eq: "GE" }',
      await callerHeaders({ org: 'civic-charts' }),
    );
    expect(indicators).toMatchObject([
      { numerator: '30', denominator: '60', value: '50', suppressedBecause: null },
      {
        numerator: null,
        denominator: null,
        value: null,
        complete: false,
        suppressedBecause: 'SMALL_GROUP',
      },
    ]);
  });

  it.each([
    ['of a text that no record can have', String.raw`country: { eq: "\u0000" }`],
    ['of a list that is too long', `year: { in: [${Array.from({ length: 2000 }, (_, i) => i)}] }`],
  ])('refuse a filter %s', async (_, filter) => {
    const { data, errors } = await ask(filter);
    expect(data).toEqual({ indicators: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_FILTER' } }]);
  });

  it('say of a member that is down that the figure is not whole, and give the rest', async () => {
    const beta = coalition.members.get('beta');
    await beta?.refuse();
    const { indicators, errors, extensions } = await ask(single);
    await beta?.accept();
    expect(indicators).toMatchObject([
      { numerator: '1', denominator: '1', value: '100', complete: false, members: [{ id: 'alpha' }] },
    ]);
    expect(errors?.map(({ extensions: { code, member } }) => [code, member])).toEqual([
      ['MEMBER_UNAVAILABLE', 'beta'],
    ]);
    expect(extensions?.['members']).toContainEqual({
      ...{ member: 'beta', domain: 'budgets', state: 'UNREACHABLE', rows: 0 },
    });
  });

  it('give nothing where all is wanted and a member is down', async () => {
    const beta = coalition.members.get('beta');
    await beta?.refuse();
    const { data, errors } = await ask(single, { 'x-accord-completeness': 'ALL' });
    await beta?.accept();
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions['code']).toBe('INCOMPLETE');
  });

  it('leave a member that gives one part of a fraction out of the other', async () => {
    const { indicators } = await ask(
      'code: { in: ["declaration-correction-share"] }, country: { eq: "KZ" }',
      await callerHeaders({ org: 'beta' }),
    );
    expect(indicators).toMatchObject([
      { numerator: '1', denominator: '1', value: '100', complete: false, members: [{ id: 'beta' }] },
    ]);
    const cut = await ask(
      'code: { in: ["declaration-correction-share"] }, country: { eq: "KZ" }',
      await callerHeaders({ org: 'beta', scope: 'declarations:versions' }),
    );
    expect(cut.indicators).toMatchObject([{ numerator: '1', denominator: '3', complete: true }]);
  });

  it('are computed for their own countries alone where the coalition says so', async () => {
    const { indicators } = await ask('code: { eq: "kz-single-bids" }');
    expect(indicators).toMatchObject([{ country: 'KZ', numerator: '1', denominator: '2', value: '0.5' }]);
    const elsewhere = await ask('code: { eq: "kz-single-bids" }, country: { eq: "GR" }');
    expect(elsewhere).toMatchObject({ indicators: [], extensions: { members: [] } });
    const { data } = await coalition.hub.ask(
      '{ indicatorDefinitions { code name rus: name(language: "rus") scope version } }',
    );
    expect(data).toMatchObject({
      indicatorDefinitions: expect.arrayContaining([
        {
          ...{ code: 'kz-single-bids', name: 'Жалғыз өтінім', rus: 'Одна заявка' },
          ...{ scope: ['KZ'], version: '2.1.0' },
        },
      ]),
    });
  });

  it.each([
    ['code: { prefix: "single" }, year: { in: [2024] }', 2],
    ['code: { prefix: "single" }, year: { lte: 2023 }', 0],
    ['code: { prefix: "single" }, country: { ne: "KZ" }', 1],
    ['code: { eq: "no-such" }', 0],
    ['code: { isNull: true }', 0],
  ])('pass the tests of %s', async (filter, count) => {
    const { indicators, errors } = await ask(filter);
    expect(errors).toBeUndefined();
    expect(indicators).toHaveLength(count);
  });

  it.each([
    ['{ jurisdiction(code: "XQ") { name } }', { jurisdiction: null }, undefined],
    ['{ jurisdiction(code: "kz") { name } }', { jurisdiction: null }, undefined],
    [
      '{ jurisdiction(code: "GR") { name(language: "!") indicators(codes: []) { value } } }',
      { jurisdiction: { name: 'Greece', indicators: [] } },
      undefined,
    ],
    [
      '{ jurisdiction(code: "GR") { indicators(period: "2024-05") { value } } }',
      { jurisdiction: { indicators: null } },
      'BAD_INPUT',
    ],
  ])('answer %s', async (query, data, code) => {
    const answer = await coalition.hub.ask(query);
    expect(answer.data).toEqual(data);
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
  });

  it('ask a member the same question once in a request', async () => {
    const before = coalition.members.get('alpha')?.asked() ?? 0;
    const { errors } = await coalition.hub.ask(
      `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: indicators(filter: { ${single} }) { value }`).join(' ')} }`,
    );
    expect(errors).toBeUndefined();
    expect((coalition.members.get('alpha')?.asked() ?? 0) - before).toBe(2);
  });

  it('ask no more than so many questions in a request', { timeout: 60_000 }, async () => {
    const fields = Array.from(
      { length: 30 },
      (_, i) => `a${i}: indicators(filter: { year: { eq: ${1990 + i} } }) { suppressedBecause }`,
    );
    const { data, errors } = await coalition.hub.ask(`{ ${fields.join(' ')} }`);
    expect(new Set(errors?.map(({ extensions }) => extensions['code']))).toEqual(
      new Set(['MEMBER_UNAVAILABLE']),
    );
    const figures: Record<string, { suppressedBecause: string | null }[]> = JSON.parse(JSON.stringify(data));
    expect(
      Object.values(figures)
        .flat()
        .filter(({ suppressedBecause }) => suppressedBecause === 'TOO_BROAD').length,
    ).toBeGreaterThan(100);
  });
});
