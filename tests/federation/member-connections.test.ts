import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { countingRecordStore } from '../fixtures/counting-record-store.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

const store = countingRecordStore(memoryStore());
let member: TestMember;

beforeAll(async () => {
  await fillStore(store, [
    ...Array.from({ length: 25 }, (_, i) => inventedDeclaration(i)).flat(),
    ...inventedDeclaration(30, { total: { amount: '9', currency: 'EUR' }, year: undefined }),
  ]);
  member = await startTestMember({ store });
});
afterAll(() => member.stop());

const Page = z.object({
  data: z.object({
    declarations: z.object({
      edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
      pageInfo: z.object({
        hasNextPage: z.boolean(),
        endCursor: z.string().nullable(),
        complete: z.boolean(),
      }),
    }),
  }),
});

const query = `query($filter: DeclarationFilter, $orderBy: [DeclarationOrder!], $first: Int, $after: String) {
  declarations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor complete }
  }
}`;

async function page(variables: Readonly<Record<string, unknown>>) {
  const { json } = await member.ask('asset-declarations', query, variables);
  return Page.parse(json).data.declarations;
}

async function fault(variables: Readonly<Record<string, unknown>>) {
  const { json } = await member.ask('asset-declarations', query, variables);
  return json;
}

describe('pages one after the other are all records once, in the order of one large page', () => {
  const gbp = { currency: { eq: 'GBP' } };
  test.each([
    ['by id', {}, 26],
    ['by year, one without', { orderBy: [{ field: 'YEAR' }] }, 26],
    ['by year, last first', { orderBy: [{ field: 'YEAR', direction: 'DESC' }] }, 26],
    ['by name', { orderBy: [{ field: 'DECLARANT_NAME' }] }, 26],
    ['by two keys', { orderBy: [{ field: 'YEAR' }, { field: 'DECLARANT_NAME', direction: 'DESC' }] }, 26],
    ['by amounts of one currency', { filter: gbp, orderBy: [{ field: 'TOTAL' }] }, 25],
  ])('%s', async (_, variables, count) => {
    const whole = await page({ ...variables, first: 200 });
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const part: Awaited<ReturnType<typeof page>> = await page({ ...variables, first: 7, after });
      ids.push(...part.edges.map(({ node }) => node.id));
      after = part.pageInfo.endCursor;
      if (!part.pageInfo.hasNextPage) {
        break;
      }
    }
    expect(ids).toEqual(whole.edges.map(({ node }) => node.id));
    expect(new Set(ids).size).toBe(count);
    expect(whole.pageInfo).toEqual({
      hasNextPage: false,
      endCursor: whole.edges.at(-1)?.cursor,
      complete: true,
    });
  });
});

test('twenty records come unless another number is asked for, and none where none match', async () => {
  expect((await page({})).edges).toHaveLength(20);
  expect(await page({ filter: { year: { eq: 1900 } } })).toEqual({
    edges: [],
    pageInfo: { hasNextPage: false, endCursor: null, complete: true },
  });
});

test('a filter is held against the records', async () => {
  const ids = async (filter: unknown) => (await page({ filter })).edges.map(({ node }) => node.id);
  expect(await ids({ party: { eq: 'harbour-watch:p-3' } })).toEqual(['harbour-watch:d-3']);
  // The spouse who owns the house is for members to know.
  expect(await ids({ party: { eq: 'harbour-watch:s-3' } })).toEqual([]);
  expect(await ids({ declarant: { in: ['harbour-watch:p-4', 'open-ledger:p-5'] } })).toEqual([
    'harbour-watch:d-4',
  ]);
  expect(await ids({ text: 'declaration 17' })).toEqual(['harbour-watch:d-17']);
  expect(await ids({ member: { eq: 'open-ledger' } })).toEqual([]);
  expect(await ids({ total: { eq: '3.5' }, country: { eq: 'GB' } })).toEqual(['harbour-watch:d-3']);
  expect(await ids({ year: { isNull: true } })).toEqual(['harbour-watch:d-30']);
});

test('records are counted only when the count is selected', async () => {
  store.reads.length = 0;
  await page({});
  expect(store.reads).toEqual([{ operation: 'page', type: 'Declaration' }]);
  const { json } = await member.ask(
    'asset-declarations',
    '{ declarations(filter: { currency: { eq: "GBP" } }, first: 1) { totalCount { value relation } } }',
  );
  expect(json).toEqual({ data: { declarations: { totalCount: { value: 25, relation: 'EXACT' } } } });
});

describe('what cannot be answered is refused', () => {
  const cursor = (k: readonly unknown[]) =>
    Buffer.from(JSON.stringify({ k, member: 'harbour-watch', local: 'd-1' })).toString('base64url');
  test.each([
    ['no record', { first: 0 }, 'BAD_INPUT', 'Expected "first" to be 1 to 200, got 0.'],
    ['too many records', { first: 201 }, 'BAD_INPUT', 'Expected "first" to be 1 to 200, got 201.'],
    [
      'no cursor',
      { after: 'nonsense' },
      'BAD_CURSOR',
      'Expected a cursor that this field gave for the same order.',
    ],
    [
      'a cursor of another order',
      { after: cursor([]), orderBy: [{ field: 'YEAR' }] },
      'BAD_CURSOR',
      'Expected a cursor that this field gave for the same order.',
    ],
    [
      'amounts of any currency',
      { orderBy: [{ field: 'TOTAL' }] },
      'BAD_INPUT',
      'Expected "currency" to be pinned by a top-level eq in the filter to sort by "TOTAL".',
    ],
    [
      'a search for no word',
      { filter: { text: '!' } },
      'BAD_FILTER',
      'Expected at least one word to search for in "text", got none.',
    ],
  ])('%s', async (_, variables, code, message) => {
    expect(await fault(variables)).toMatchObject({
      data: { declarations: null },
      errors: [{ message, path: ['declarations'], extensions: { code } }],
    });
  });
});
