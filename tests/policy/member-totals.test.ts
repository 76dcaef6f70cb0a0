import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TotalsDecision } from '../../shared/policy/member-policy.js';
import { everything, type Filter, nothing } from '../../shared/store/filter.js';
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

function declaration(local: string, person: string, body: object): RecordInput {
  const declarant = { person: { ref: 'Person', id: person } };
  const [first] = inventedDeclaration(1, { declarant, ...body });
  return { type: 'Declaration', local, body: first?.body ?? {} };
}

/** Declarations of a year by so many people, of 10 each; the last person makes them all once more. */
function declarations(country: string, year: number, people: number): RecordInput[] {
  const total = { amount: '10', currency: 'GBP' };
  return Array.from({ length: people + 1 }, (_, i) => {
    const person = `p-${country}-${year}-${Math.min(i, people - 1)}`;
    return declaration(`d-${country}-${year}-${i}`, person, { country, year, total });
  });
}

/** Declarations in another currency: 14 that can be read, and some that so many people made twice, to be counted only. */
function partlyReadable(country: string, year: number, people: number): RecordInput[] {
  const total = { amount: '10', currency: 'SEK' };
  return Array.from({ length: 14 + 2 * people }, (_, i) => {
    const [tlp, person] = i < 14 ? ['TLP:GREEN', i] : ['TLP:AMBER', 14 + ((i - 14) % people)];
    const body = { country, year, total, handling: { tlp } };
    return declaration(`s-${country}-${year}-${i}`, `s-${country}-${year}-${person}`, body);
  });
}

function aggregateOnly(dimensions: readonly string[], minimumGroup = 5): TotalsDecision {
  const filter = { op: 'ne', key: 'tlp', value: 'TLP:RED' } as const;
  return { kind: 'AGGREGATE_ONLY', filter, dimensions, minimumGroup };
}

const store = countingRecordStore(memoryStore());
let decision: TotalsDecision = { kind: 'NONE' };
/** Nobody may read one, where a test does not say otherwise. */
let readable: Filter = nothing;
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
    ...partlyReadable('AT', 2020, 1),
    ...partlyReadable('BE', 2020, 0),
    ...partlyReadable('CZ', 2020, 10),
    ...partlyReadable('DK', 2020, 9),
    ...partlyReadable('EE', 2020, 6),
    ...partlyReadable('EE', 2021, 10),
    ...partlyReadable('FI', 2020, 6),
    ...partlyReadable('FI', 2021, 5),
    ...Array.from({ length: 4 }, (_, i) =>
      inventedLine(`b-${i}`, {
        phase: 'APPROVED',
        direction: 'REVENUE',
        currency: 'EUR',
        amount: '1',
        fiscalYear: 2020 + i,
      }),
    ),
  ]);
  const policy = fakePolicy({
    records: () => readable,
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
  readable = nothing;
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

describe('who may read some of what they may count', () => {
  const sek = { currency: { eq: 'SEK' } };

  beforeEach(() => {
    decision = aggregateOnly(['COUNTRY', 'YEAR', 'CURRENCY'], 10);
    readable = { op: 'eq', key: 'tlp', value: 'TLP:GREEN' };
  });

  test('gets no group of which too few people are left when these are taken away', async () => {
    expect(await totals(sek, ['COUNTRY', 'YEAR'])).toEqual([
      'AT 2020: DERIVABLE',
      'BE 2020: 14 140',
      'CZ 2020: 34 340',
      'DK 2020: DERIVABLE',
      'EE 2020: DERIVABLE',
      'EE 2021: 34 340',
      'FI 2020: DERIVABLE',
      'FI 2021: DERIVABLE',
    ]);
  });

  test('gets no group of which the others are left when the shown ones are taken away as well', async () => {
    expect(await totals(sek, ['COUNTRY'])).toEqual([
      'AT: DERIVABLE',
      'BE: 14 140',
      'CZ: 34 340',
      'DK: DERIVABLE',
      'EE: DERIVABLE',
      'FI: 50 500',
    ]);
  });

  test('gets all groups that are large enough where nothing is hidden, or nothing to be read', async () => {
    readable = everything;
    const large = (await totals(sek, ['COUNTRY', 'YEAR'])).filter((row) => row.startsWith('AT'));
    expect(large).toEqual(['AT 2020: 16 160']);
    readable = nothing;
    expect(await totals(sek, ['COUNTRY', 'YEAR'])).toEqual(expect.arrayContaining(large));
    expect(store.reads).toHaveLength(2);
  });

  test('counts what is hidden one by one where none says whom it is about', async () => {
    const lines = `{ answer: budgetTotals(
      filter: { phase: { eq: APPROVED }, direction: { eq: REVENUE }, currency: { eq: "EUR" } }, groupBy: []
    ) { count { value } suppressedBecause } }`;
    readable = { op: 'lte', key: 'fiscalYear', value: 2021 };
    decision = aggregateOnly(['PHASE', 'DIRECTION', 'CURRENCY'], 2);
    expect((await member.ask('budgets', lines, {})).json).toEqual({
      data: { answer: [{ count: { value: 4 }, suppressedBecause: null }] },
    });
    decision = aggregateOnly(['PHASE', 'DIRECTION', 'CURRENCY'], 3);
    expect((await member.ask('budgets', lines, {})).json).toEqual({
      data: { answer: [{ count: { value: 0 }, suppressedBecause: 'DERIVABLE' }] },
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
