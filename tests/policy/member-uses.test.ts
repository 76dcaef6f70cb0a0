import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller } from '../../shared/identity/caller.js';
import type { FieldDecision } from '../../shared/policy/member-policy.js';
import type { RecordInput } from '../../shared/store/record-store.js';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { countingRecordStore } from '../fixtures/counting-record-store.js';
import { fakePolicy } from '../fixtures/fake-policy.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { ownCaller } from '../fixtures/own-caller.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

/** One field is denied, one masked, one readable on some records only; the rest is for everybody. */
const fields: Readonly<Record<string, FieldDecision>> = {
  'Declaration.year': { kind: 'DENY' },
  'Declaration.submittedAt': { kind: 'MASK', mask: () => '2019' },
  'Declarant.person': { kind: 'BY_RECORD', decide: () => ({ kind: 'ALLOW' }) },
  'Money.currency': { kind: 'WITHHOLD', withheld: undefined },
};

const store = countingRecordStore(memoryStore());
let member: TestMember;
beforeAll(async () => {
  await fillStore(store, inventedDeclaration(1));
  member = await startTestMember({ store, policy: fakePolicy({ fields }) });
});
afterAll(() => member.stop());
beforeEach(() => {
  store.reads.length = 0;
});

const list = `query($filter: DeclarationFilter, $orderBy: [DeclarationOrder!]) {
  answer: declarations(filter: $filter, orderBy: $orderBy) { edges { node { id } } }
}`;
const totals = `query($filter: DeclarationFilter!, $groupBy: [DeclarationDimension!]!) {
  answer: declarationTotals(filter: $filter, groupBy: $groupBy) { count { value } }
}`;
const sums = `query { answer: declarationTotals(filter: {}, groupBy: [CURRENCY]) { sum } }`;

describe('by what the caller may not read of every record nothing is found, sorted or added up', () => {
  const denied = {
    data: { answer: null },
    errors: [
      expect.objectContaining({
        message: 'Unauthorized field or type',
        path: ['answer'],
        extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
      }),
    ],
  };
  const year = { year: { eq: 2001 } };
  test.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['a filter by a denied field', list, { filter: year }],
    ['one within "and"', list, { filter: { and: [{ country: { eq: 'GB' } }, year] } }],
    ['one within "or"', list, { filter: { or: [{ country: { eq: 'GB' } }, year] } }],
    ['one within "not"', list, { filter: { not: { not: { or: [{ and: [year] }] } } } }],
    ['one that asks whether it is there', list, { filter: { year: { isNull: true } } }],
    ['one that asks nothing of it', list, { filter: { year: {} } }],
    ['an order by it', list, { orderBy: [{ field: 'PUBLISHED_AT' }, { field: 'YEAR' }] }],
    ['a filter by a masked field', list, { filter: { submittedAt: { gte: '2020' } } }],
    ['an order by a masked field', list, { orderBy: [{ field: 'SUBMITTED_AT' }] }],
    ['a filter by a field of some records', list, { filter: { declarant: { eq: 'harbour-watch:p-1' } } }],
    ['a search through it', list, { filter: { text: 'person' } }],
    ['a filter by the parties of a record', list, { filter: { party: { eq: 'harbour-watch:p-1' } } }],
    ['an order by a party', list, { orderBy: [{ field: 'DECLARANT_NAME' }] }],
    ['a total filtered by a denied field', totals, { filter: year, groupBy: [] }],
    ['a total grouped by it', totals, { filter: {}, groupBy: ['YEAR'] }],
    ['a total grouped by a withheld field', totals, { filter: {}, groupBy: ['CURRENCY'] }],
    ['a sum over it', sums, {}],
  ])('%s', async (_, query, variables) => {
    expect((await member.ask('asset-declarations', query, variables)).json).toEqual(denied);
    expect(store.reads).toEqual([]);
  });
});

describe('by the others it is', () => {
  const found = { data: { answer: [{ count: { value: 1 } }] } };
  const listed = { data: { answer: { edges: [{ node: { id: 'harbour-watch:d-1' } }] } } };
  test.each<[string, string, Readonly<Record<string, unknown>>, unknown]>([
    ['a filter', list, { filter: { or: [{ country: { eq: 'GB' } }] } }, listed],
    ['a filter by member', list, { filter: { member: { eq: 'harbour-watch' } } }, listed],
    ['an order', list, { orderBy: [{ field: 'PUBLISHED_AT' }] }, listed],
    ['a total', totals, { filter: { regime: { eq: 'XX-TEST' } }, groupBy: ['COUNTRY'] }, found],
  ])('%s', async (_, query, variables, answer) => {
    expect((await member.ask('asset-declarations', query, variables)).json).toEqual(answer);
  });
});

describe('parties in a place that the contract opens in part, such as organisations that are paid', () => {
  const byRecord: FieldDecision = { kind: 'BY_RECORD', decide: () => ({ kind: 'ALLOW' }) };
  const search = `query($filter: SpendingTransactionFilter) {
    answer: transactions(filter: $filter) { edges { node { id } } }
  }`;
  const listed = { answer: { edges: [] } };
  test.each<[string, FieldDecision, Readonly<Record<string, unknown>>, unknown]>([
    [
      'are searched where the contract alone decides',
      byRecord,
      { party: { eq: 'harbour-watch:o-1' } },
      listed,
    ],
    [
      'are not where the member shuts the place',
      { kind: 'DENY' },
      { party: { eq: 'harbour-watch:o-1' } },
      null,
    ],
    [
      'are not where the member shuts the place on some records',
      { ...byRecord, byOwnRule: true },
      { text: 'invented' },
      null,
    ],
    ['nor by identifier', { kind: 'DENY' }, { identifier: { eq: 'GB-COH:1' } }, null],
    ['nor by name', { kind: 'DENY' }, { or: [{ text: 'invented' }] }, null],
    ['nor where it shows a mask', { kind: 'MASK', mask: () => null }, { text: 'invented' }, null],
    ['while other fields are', { kind: 'DENY' }, { country: { eq: 'GB' } }, listed],
  ])('%s', async (_, decision, filter, data) => {
    const policy = fakePolicy({ fields: { 'SpendingTransaction.payee': decision } });
    const asked = await startTestMember({ store: memoryStore(), policy });
    const { json } = await asked.ask('budgets', search, { filter });
    await asked.stop();
    expect(json).toMatchObject({ data: data ?? { answer: null } });
  });

  test.each<[string, Caller, readonly string[] | null]>([
    ['whom it shuts out', anonymousCaller, null],
    ['whom it leaves the place', ownCaller('harbour-watch'), ['a', 'b']],
  ])('are not searched by a rule of the member for some records, by %s', async (_, caller, ids) => {
    const policy = contractPolicy('harbour-watch', sealedContracts);
    const paid = (local: string, contractId: string): RecordInput => ({
      ...{ type: 'SpendingTransaction', local },
      body: {
        ...{ contractId, handling: { tlp: 'TLP:CLEAR' } },
        payee: { ref: 'Organization', id: 'o-1', name: 'Quillfeather Ltd' },
      },
    });
    const payments = memoryStore();
    await fillStore(payments, [paid('a', 'sealed'), paid('b', 'open')]);
    const asked = await startTestMember({ store: payments, policy });
    const { json } = await asked.ask('budgets', search, { filter: { text: 'quillfeather' } }, { caller });
    await asked.stop();
    const edges = ids?.map((id) => ({ node: { id: `harbour-watch:${id}` } }));
    expect(json).toMatchObject({ data: { answer: edges === undefined ? null : { edges } } });
  });
});

const sealedContracts = `
version: 1
member: harbour-watch
tests: ./policy.tests.yaml
rules:
  - field: SpendingTransaction.payee
    when: has(record.contractId) && record.contractId == "sealed"
    read: { org: [harbour-watch] }
`;
