import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMemberId } from '../../../shared/domain/ids.js';
import { partyRecordTypes } from '../../../shared/kit/party-record-types.js';
import type { RecordStore } from '../../../shared/store/record-store.js';
import { declarationRecordTypes } from '../../../subgraphs/asset-declarations/domain/record-types.js';
import { assetDeclarationsModule } from '../../../subgraphs/asset-declarations/domain-module.js';
import { createInProcessCoalition, type InProcessCoalition } from '../../fixtures/in-process-coalition.js';
import { MemoryRecordStore } from '../../fixtures/memory-record-store.js';
import { dataSet, memberIds, type Question, question, type Row, totalQuestion } from './declaration-cases.js';
import { OneStore } from './one-store.js';

/** `npm run fuzz` sets these: another seed each time and as many runs as one has time for. */
const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_123);
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 160);

let stores: RecordStore[] = [];
let coalition: InProcessCoalition;
let compared = 0;

const declaration = declarationRecordTypes[0];

beforeAll(async () => {
  coalition = await createInProcessCoalition(assetDeclarationsModule, () => stores);
});

afterAll(async () => {
  await coalition.stop();
});

async function hold(rows: readonly Row[]): Promise<OneStore> {
  if (declaration === undefined) {
    throw new Error('Expected the record type of declarations.');
  }
  const members = memberIds.slice(0, Math.max(1, ...rows.map(({ member }) => memberIds.indexOf(member) + 1)));
  stores = await Promise.all(
    members.map(async (id) => {
      const store = new MemoryRecordStore({
        member: readMemberId(id),
        types: [...declarationRecordTypes, ...partyRecordTypes],
        now: () => new Date(0),
      });
      const run = await store.beginImport();
      await run.put(
        rows.flatMap(({ member, local, body }) =>
          member === id ? [{ type: 'Declaration', local, body }] : [],
        ),
      );
      await run.commit();
      return store;
    }),
  );
  return new OneStore(declaration, rows);
}

const pageQuery = `
  query ($filter: DeclarationFilter, $orderBy: [DeclarationOrder!], $first: Int, $after: String, $counted: Boolean!) {
    page: declarations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      rows: edges { cursor node { ...Shown } }
      pageInfo { hasNextPage endCursor complete }
      totalCount @include(if: $counted) { value relation }
    }
  }
  fragment Shown on Declaration { id year total { amount } }
`;

interface Page {
  readonly rows: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    readonly complete: boolean;
  };
  readonly totalCount?: { readonly value: number; readonly relation: string };
}

/** Walks all pages of a question and holds each against the oracle. */
async function walk(oracle: OneStore, asked: Question): Promise<void> {
  const expected = oracle.idsOf(asked);
  let after: string | null = null;
  for (let at = 0; at === 0 || at < expected.length; at += asked.first) {
    const answer = await coalition.query(pageQuery, { ...asked, after, counted: at === 0 });
    compared += 1;
    expect(answer.errors).toBeUndefined();
    const page = pageOf(answer.data);
    expect(page.rows.map(({ node }) => node.id)).toEqual(expected.slice(at, at + asked.first));
    expect(page.pageInfo.complete).toBe(true);
    expect(page.pageInfo.hasNextPage).toBe(at + asked.first < expected.length);
    if (at === 0) {
      expect(page.totalCount).toEqual({ value: expected.length, relation: 'EXACT' });
    }
    expect(page.pageInfo.endCursor === null).toBe(page.rows.length === 0);
    after = page.pageInfo.endCursor;
  }
  await fromTheMiddle(asked, expected);
}

/** Any edge's cursor, not the last one's alone, is a place to go on from. */
async function fromTheMiddle(asked: Question, expected: readonly string[]): Promise<void> {
  const first = pageOf((await coalition.query(pageQuery, { ...asked, after: null, counted: false })).data);
  const middle = Math.floor(first.rows.length / 2);
  const cursor = first.rows[middle]?.cursor;
  if (cursor !== undefined) {
    const next = pageOf((await coalition.query(pageQuery, { ...asked, after: cursor, counted: false })).data);
    compared += 1;
    expect(next.rows.map(({ node }) => node.id)).toEqual(
      expected.slice(middle + 1, middle + 1 + asked.first),
    );
  }
}

function pageOf(data: Record<string, unknown> | null | undefined): Page {
  const page: Page = JSON.parse(JSON.stringify(data?.['page'] ?? null));
  expect(page).not.toBeNull();
  return page;
}

describe('N members answer as one store that holds all rows', () => {
  it('for any data, split, filter, order and page size, walked to the end', async () => {
    const property = fc.asyncProperty(
      dataSet,
      fc.array(question, { minLength: 4, maxLength: 6 }),
      async (rows, questions) => {
        const oracle = await hold(rows);
        for (const asked of questions) {
          await walk(oracle, asked);
        }
      },
    );
    await fc.assert(property, { seed, numRuns });
    process.stdout.write(`oracle: ${compared} pages compared over ${numRuns} data sets, seed ${seed}\n`);
    expect(compared).toBeGreaterThanOrEqual(Math.min(2000, numRuns * 10));
  }, 600_000);

  it('for totals: counts and exact sums by group', async () => {
    const text = `
      query ($filter: DeclarationFilter!, $groupBy: [DeclarationDimension!]!) {
        declarationTotals(filter: $filter, groupBy: $groupBy) {
          key { dimension scheme code } count { value relation } sum complete
        }
      }`;
    const property = fc.asyncProperty(
      dataSet,
      fc.array(totalQuestion, { minLength: 3, maxLength: 3 }),
      async (rows, questions) => {
        const oracle = await hold(rows);
        for (const asked of questions) {
          const answer = await coalition.query(text, asked);
          expect(answer.data?.['declarationTotals']).toEqual(oracle.totalsOf(asked));
        }
      },
    );
    await fc.assert(property, { seed, numRuns });
  }, 600_000);

  it('for records by id and entities by representation', async () => {
    const text = `query ($id: ID!) { declaration(id: $id) { id year } }`;
    const entities = `
      query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Declaration { id year } } }`;
    const property = fc.asyncProperty(
      dataSet,
      fc.array(fc.nat(120), { maxLength: 8 }),
      async (rows, drawn) => {
        await hold(rows);
        const ids = [
          ...drawn.map((n) => `${memberIds[n % 8]}:d-${n}`),
          ...rows.slice(0, 8).map(idOf),
          'nobody:d-1',
        ];
        const expected = ids.map((id) => {
          const row = rows.find((candidate) => idOf(candidate) === id);
          return row === undefined ? null : { id, year: row.body['year'] ?? null };
        });
        for (const [i, id] of ids.entries()) {
          expect((await coalition.query(text, { id })).data).toEqual({ declaration: expected[i] });
        }
        const representations = ids.map((id) => ({ __typename: 'Declaration', id }));
        expect((await coalition.process(entities, { representations })).data).toEqual({
          _entities: expected,
        });
      },
    );
    await fc.assert(property, { seed, numRuns: Math.ceil(numRuns / 3) });
  }, 600_000);
});

function idOf({ member, local }: Row): string {
  return `${member}:${local}`;
}
