import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  fillStore,
  inventedDeclaration,
  inventedOrganization,
  inventedPerson,
} from '../fixtures/invented-records.js';
import { ownCaller } from '../fixtures/own-caller.js';
import { memoryStore, startTestMember, type TestMember, testMember } from '../fixtures/start-test-member.js';

const common = { handling: { tlp: 'TLP:GREEN' }, provenance: { publisher: 'Court of Brackwater' } };
let member: TestMember;

beforeAll(async () => {
  const store = memoryStore();
  await fillStore(store, [
    ...inventedDeclaration(1, { supersedes: 'd-0', parent: 'd-9' }),
    ...['d-0', 'd-9'].map((local) => ({ type: 'Declaration', local, body: common })),
    { type: 'CourtCase', local: 'c-0', body: common },
    { type: 'BudgetLine', local: 'b-1', body: common },
    inventedOrganization('o-child', 'Pier Works', 'o-1'),
    inventedPerson('p-judge', 'Person Judge'),
    {
      type: 'CourtCase',
      local: 'c-1',
      body: {
        ...common,
        title: 'Brackwater v. Pier Works',
        appealOf: 'c-0',
        parties: [
          { party: { ref: 'Organization', id: 'o-child' }, role: 'defendant' },
          { party: { ref: 'Person', id: 'p-gone', name: 'Person Gone' }, role: 'witness' },
        ],
      },
    },
    {
      type: 'Sanction',
      local: 's-1',
      body: { ...common, courtCase: 'c-1', entity: { ref: 'Person', id: 'p-judge' } },
    },
    { type: 'Sanction', local: 's-2', body: { ...common, courtCase: 'c-gone' } },
    {
      type: 'ContractingProcess',
      local: 'ocds-1',
      body: {
        ...common,
        budgetLine: 'b-1',
        suppliers: [
          { ref: 'Person', id: 'p-judge' },
          { ref: 'Person', id: 'p-gone' },
          { ref: 'Organization', id: 'o-child' },
        ],
      },
    },
  ]);
  member = await startTestMember({ store, caller: ownCaller(testMember) });
});
afterAll(() => member.stop());

describe('a record by its id', () => {
  test('is there with what every record carries', async () => {
    const { json } = await member.ask(
      'asset-declarations',
      `{ declaration(id: "harbour-watch:d-1") {
        __typename id member { id } handling { tlp } provenance { publisher } createdAt modifiedAt
        title supersedes parent total { amount currency }
        declarant { post person { __typename id member { id } name names { full language } } }
      } }`,
    );
    expect(json).toEqual({
      data: {
        declaration: {
          __typename: 'Declaration',
          id: 'harbour-watch:d-1',
          member: { id: 'harbour-watch' },
          handling: { tlp: 'TLP:CLEAR' },
          provenance: { publisher: 'Register of Brackwater' },
          createdAt: '2026-01-31T09:30:00.000Z',
          modifiedAt: '2026-01-31T09:30:00.000Z',
          title: 'Declaration 1',
          supersedes: 'harbour-watch:d-0',
          parent: 'harbour-watch:d-9',
          total: { amount: '1.50', currency: 'GBP' },
          declarant: {
            post: 'Harbour master',
            person: {
              __typename: 'Person',
              id: 'harbour-watch:p-1',
              member: { id: 'harbour-watch' },
              name: 'Person 1',
              names: [{ full: 'Person 1', language: 'eng' }],
            },
          },
        },
      },
    });
  });

  test.each([
    ['absent', 'harbour-watch:d-77'],
    ["another member's", 'open-ledger:d-1'],
    ['of another type', 'harbour-watch:p-1'],
  ])('that is %s is null', async (_, id) => {
    const { json } = await member.ask('asset-declarations', `{ declaration(id: "${id}") { id } }`);
    expect(json).toEqual({ data: { declaration: null } });
  });

  test.each(['', 'd-1', ':d-1', 'Harbour:d-1', 'harbour-watch:', 'harbour-watch:a b'])(
    'that is malformed (%j) is BAD_ID',
    async (id) => {
      const { json } = await member.ask(
        'asset-declarations',
        'query($id: ID!) { declaration(id: $id) { id } }',
        {
          id,
        },
      );
      expect(json).toMatchObject({
        data: { declaration: null },
        errors: [
          {
            message: 'Expected an id of the form "<member>:<local>", such as "harbour-watch:d-17".',
            path: ['declaration'],
            extensions: { code: 'BAD_ID' },
          },
        ],
      });
    },
  );
});

test('parties are read from their own records; one that is gone is null, or left out of a list', async () => {
  const party = '... on Person { name } ... on Organization { name parent { id name parent { id } } }';
  const cases = await member.ask(
    'investigations',
    `{ courtCase(id: "harbour-watch:c-1") { appealOf parties { role party { __typename ${party} } } } }`,
  );
  expect(cases.json).toEqual({
    data: {
      courtCase: {
        appealOf: 'harbour-watch:c-0',
        parties: [
          {
            role: 'defendant',
            party: {
              __typename: 'Organization',
              name: 'Pier Works',
              parent: { id: 'harbour-watch:o-1', name: 'Works 1', parent: null },
            },
          },
          { role: 'witness', party: null },
        ],
      },
    },
  });
  const processes = await member.ask(
    'budgets',
    '{ contractingProcesses { edges { node { budgetLine buyer { id } suppliers { __typename } } } } }',
  );
  expect(processes.json).toEqual({
    data: {
      contractingProcesses: {
        edges: [
          {
            node: {
              budgetLine: 'harbour-watch:b-1',
              buyer: null,
              suppliers: [{ __typename: 'Person' }, { __typename: 'Organization' }],
            },
          },
        ],
      },
    },
  });
});

test("a sanction's court case is the record itself", async () => {
  const { json } = await member.ask(
    'investigations',
    '{ sanctions { edges { node { id courtCase { id title } entity { ... on Person { id } } } } } }',
  );
  expect(json).toEqual({
    data: {
      sanctions: {
        edges: [
          {
            node: {
              id: 'harbour-watch:s-1',
              courtCase: { id: 'harbour-watch:c-1', title: 'Brackwater v. Pier Works' },
              entity: { id: 'harbour-watch:p-judge' },
            },
          },
          { node: { id: 'harbour-watch:s-2', courtCase: null, entity: null } },
        ],
      },
    },
  });
});

test('entities are found by their representations; foreign and absent ones are null, malformed ones BAD_ID', async () => {
  const { json } = await member.ask(
    'asset-declarations',
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Declaration { id title } } }',
    {
      r: ['harbour-watch:d-1', 'open-ledger:d-1', 'harbour-watch:d-77', 'nonsense'].map((id) => ({
        __typename: 'Declaration',
        id,
      })),
    },
  );
  expect(json).toMatchObject({
    data: { _entities: [{ id: 'harbour-watch:d-1', title: 'Declaration 1' }, null, null, null] },
    errors: [{ path: ['_entities', 3], extensions: { code: 'BAD_ID' } }],
  });
});
