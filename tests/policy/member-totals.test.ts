import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TotalsDecision } from '../../shared/policy/member-policy.js';
import type { RecordInput } from '../../shared/store/record-store.js';
import { countingRecordStore } from '../fixtures/counting-record-store.js';
import { fakePolicy } from '../fixtures/fake-policy.js';
import { fillStore, inventedDeclaration, inventedLine } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

const domain = 'asset-declarations';
const query = `query($filter: DeclarationFilter!, $groupBy: [DeclarationDimension!]!) {
  answer: declarationTotals(filter: $filter, groupBy: $groupBy) {
    key { code } count { value relation } sum complete suppressedBecause
  }
}`;
const gbp = { currency: { eq: 'GBP' } };

/** Declarations of a year by so many people, of 10 each; the last person makes them all once more. */
function declarations(country: string, year: number, people: number): RecordInput[] {
  return Array.from({ length: people + 1 }, (_, i): RecordInput => {
    const person = `p-${country}-${year}-${Math.min(i, people - 1)}`;
    const [first] = inventedDeclaration(1, {
      country,
      year,
      total: { amount: '10', currency: 'GBP' },
      declarant: { person: { ref: 'Person', id: person } },
    });
    return { type: 'Declaration', local: `d-${country}-${year}-${i}`, body: first?.body ?? {} };
  });
}

function aggregateOnly(dimensions: readonly string[], minimumGroup = 5): TotalsDecision {
  const filter = { op: 'ne', key: 'tlp', value: 'TLP:RED' } as const;
  return { kind: 'AGGREGATE_ONLY', filter, dimensions, minimumGroup };
}

const store = countingRecordStore(memoryStore());
let decision: TotalsDecision = { kind: 'NONE' };
const asked: (readonly string[])[] = [];
let member: TestMember;

beforeAll(async () => {
  const [hidden] = inventedDeclaration(99, { handling: { tlp: 'TLP:RED' }, country: 'GB', year: 2020 });
  await fillStore(store, [
    ...declarations('GB', 2020, 6),
    ...declarations('GB', 2021, 5),
    ...declarations('FR', 2020, 4),
    ...declarations('DE', 2020, 9),
    ...declarations('DE', 2021, 2),
    ...declarations('DE', 2022, 2),
    ...declarations('ES', 2020, 3),
    ...declarations('ES', 2021, 3),
    ...(hidden === undefined ? [] : [hidden]),
    ...Array.from({ length: 4 }, (_, i) =>
      inventedLine(`b-${i}`, { phase: 'APPROVED', direction: 'REVENUE', currency: 'EUR', amount: '1' }),
    ),
  ]);
  const policy = fakePolicy({
    // Nobody may read one.
    records: () => ({ op: 'or', of: [] }),
    fields: { 'Declaration.country': { kind: 'DENY' } },
    totals(_, uses) {
      asked.push(uses);
      return decision;
    },
  });
  member = await startTestMember({ store, policy });
});
afterAll(() => member.stop());
beforeEach(() => {
  store.reads.length = 0;
  asked.length = 0;
});

interface Row {
  readonly key: readonly { readonly code: string | null }[];
  readonly count: { readonly value: number };
  readonly sum: string | null;
  readonly suppressedBecause: string | null;
}

/** `code…: count sum` of each group, or why it is not told. */
async function totals(filter: object, groupBy: readonly string[]): Promise<string[]> {
  const { json } = await member.ask(domain, query, { filter, groupBy });
  const { data }: { data: { answer: Row[] } } = JSON.parse(JSON.stringify(json));
  return data.answer.map(({ key, count, sum, suppressedBecause }) => {
    const code = key.map((value) => value.code).join(' ');
    return `${code}: ${suppressedBecause ?? `${count.value} ${sum}`}`;
  });
}

describe('who may count what they may not read', () => {
  test('gets groups of enough people, with all their records', async () => {
    decision = aggregateOnly(['COUNTRY', 'YEAR', 'CURRENCY']);
    expect(await totals(gbp, ['COUNTRY', 'YEAR'])).toEqual([
      'DE 2020: 10 100',
      'DE 2021: SMALL_GROUP',
      'DE 2022: SMALL_GROUP',
      'ES 2020: SMALL_GROUP',
      'ES 2021: SMALL_GROUP',
      'FR 2020: SMALL_GROUP',
      'GB 2020: 7 70',
      'GB 2021: 6 60',
    ]);
    expect(asked[0]).toEqual(
      expect.arrayContaining(['Declaration.country', 'Declaration.year', 'Money.amount']),
    );
  });

  test('gets no group from which the small ones could be told', async () => {
    decision = aggregateOnly(['COUNTRY', 'YEAR', 'CURRENCY']);
    expect(await totals(gbp, ['COUNTRY'])).toEqual([
      'DE: DERIVABLE',
      'ES: 8 80',
      'FR: SMALL_GROUP',
      'GB: 13 130',
    ]);
    // Beside 2020 and 2021, which are shown, two people of 2022 remain.
    expect(await totals(gbp, ['YEAR'])).toEqual(['2020: 26 260', '2021: 13 130', '2022: SMALL_GROUP']);
    expect(await totals(gbp, [])).toEqual([': DERIVABLE']);
  });

  test('gets them where nothing finer can be asked', async () => {
    decision = aggregateOnly(['COUNTRY', 'CURRENCY']);
    expect(await totals(gbp, ['COUNTRY'])).toEqual([
      'DE: 16 160',
      'ES: 8 80',
      'FR: SMALL_GROUP',
      'GB: 13 130',
    ]);
    expect(await totals(gbp, [])).toEqual([': DERIVABLE']);
  });

  test('is not told how much a suppressed group holds', async () => {
    decision = aggregateOnly(['COUNTRY', 'CURRENCY'], 100);
    const { json } = await member.ask(domain, query, { filter: gbp, groupBy: [] });
    expect(json).toEqual({
      data: {
        answer: [
          {
            key: [],
            count: { value: 0, relation: 'AT_LEAST' },
            sum: null,
            complete: false,
            suppressedBecause: 'SMALL_GROUP',
          },
        ],
      },
    });
  });

  test('may hold listed dimensions to one value', async () => {
    decision = aggregateOnly(['COUNTRY', 'YEAR', 'CURRENCY']);
    const filter = { and: [gbp, { country: { eq: 'GB' } }], member: { eq: 'harbour-watch' } };
    expect(await totals(filter, ['YEAR'])).toEqual(['2020: 7 70', '2021: 6 60']);
  });

  test.each<[string, object, readonly string[]]>([
    ['words', { ...gbp, text: 'house' }, []],
    ['a stretch', { ...gbp, year: { gte: 2020 } }, []],
    ['one of several values', { ...gbp, year: { in: [2020, 2021] } }, []],
    ['an absent value', { ...gbp, year: { isNull: false } }, []],
    ['all but one', { ...gbp, not: { country: { eq: 'FR' } } }, []],
    ['one or another', { ...gbp, or: [{ country: { eq: 'FR' } }] }, []],
    ['a test within "and"', { and: [gbp, { year: { lte: 2020 } }] }, []],
    ['a person', { ...gbp, declarant: { eq: 'harbour-watch:p-1' } }, []],
    ['a dimension that is not listed', { ...gbp, regime: { eq: 'XX-TEST' } }, []],
    ['a group that is not listed', gbp, ['REGIME']],
  ])('may not ask for %s', async (_, filter, groupBy) => {
    decision = aggregateOnly(['COUNTRY', 'YEAR', 'CURRENCY']);
    const { json } = await member.ask(domain, query, { filter, groupBy });
    expect(json).toMatchObject({
      data: { answer: null },
      errors: [{ path: ['answer'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
    expect(store.reads).toEqual([]);
  });

  test('counts each record as of its own where none says whom it is about', async () => {
    const lines = `query($k: [BudgetDimension!]!) { answer: budgetTotals(
      filter: { phase: { eq: APPROVED }, direction: { eq: REVENUE }, currency: { eq: "EUR" } }, groupBy: $k
    ) { count { value } sum suppressedBecause } }`;
    const dimensions = ['PHASE', 'DIRECTION', 'CURRENCY'];
    decision = aggregateOnly(dimensions, 4);
    expect((await member.ask('budgets', lines, { k: [] })).json).toEqual({
      data: { answer: [{ count: { value: 4 }, sum: '4', suppressedBecause: null }] },
    });
    decision = aggregateOnly(dimensions, 5);
    expect((await member.ask('budgets', lines, { k: [] })).json).toEqual({
      data: { answer: [{ count: { value: 0 }, sum: null, suppressedBecause: 'SMALL_GROUP' }] },
    });
  });
});

describe('who may not count', () => {
  test('is told so, and nothing is read', async () => {
    decision = { kind: 'NONE' };
    const { json } = await member.ask(domain, query, { filter: gbp, groupBy: [] });
    expect(json).toMatchObject({
      data: { answer: null },
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
    expect(store.reads).toEqual([]);
  });

  test('but may read counts what may be read, however few', async () => {
    decision = { kind: 'OF_READABLE' };
    expect(await totals(gbp, [])).toEqual([]);
  });
});
