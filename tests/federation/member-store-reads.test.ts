import { afterEach, expect, test } from 'vitest';
import { countingRecordStore } from '../fixtures/counting-record-store.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { ownCaller } from '../fixtures/own-caller.js';
import { memoryStore, startTestMember, type TestMember, testMember } from '../fixtures/start-test-member.js';

const nested = `query Nested($first: Int!) {
  declarations(first: $first, orderBy: [{ field: YEAR }]) {
    edges {
      node {
        id
        member { id }
        declarant { person { name member { id } } workPlace { name } }
        incomes { payer { ... on Organization { name } ... on Person { name } } }
        realEstate { owner { party { ... on Person { name } } } }
      }
    }
  }
}`;

let member: TestMember | undefined;
afterEach(() => member?.stop());

test.each([1, 10, 100, 200])(
  'a page of %i declarations with members and parties reads the store three times',
  async (first) => {
    const store = countingRecordStore(memoryStore());
    await fillStore(store, Array.from({ length: 200 }, (_, i) => inventedDeclaration(i)).flat());
    member = await startTestMember({ store, caller: ownCaller(testMember) });
    const { json } = await member.ask('asset-declarations', nested, { first });
    expect(json).toMatchObject({ data: { declarations: { edges: { length: first } } } });
    expect(JSON.stringify(json)).toContain('"name":"Spouse 0"');
    expect(json).not.toHaveProperty('errors');
    expect(store.reads).toEqual([
      { operation: 'page', type: 'Declaration' },
      { operation: 'getByIds', type: 'Person' },
      { operation: 'getByIds', type: 'Organization' },
    ]);
  },
);
