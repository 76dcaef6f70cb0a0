import { expect } from 'vitest';
import type { Question } from './declaration-cases.js';
import type { OneStore } from './one-store.js';

/** Asks a hub and gives its answer. */
export type AskHub = (
  query: string,
  variables: Record<string, unknown>,
) => Promise<{ readonly data?: unknown; readonly errors?: unknown }>;

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

const totalsQuery = `
  query ($filter: DeclarationFilter!, $groupBy: [DeclarationDimension!]!) {
    declarationTotals(filter: $filter, groupBy: $groupBy) {
      key { dimension scheme code } count { value relation } sum complete
    }
  }
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

/** Walks all pages of a question and holds each against the oracle. Gives the number of pages compared. */
export async function walkPages(ask: AskHub, oracle: OneStore, asked: Question): Promise<number> {
  const expected = oracle.idsOf(asked);
  let compared = 0;
  let after: string | null = null;
  for (let at = 0; at === 0 || at < expected.length; at += asked.first) {
    const page = await readPage(ask, { ...asked, after, counted: at === 0 });
    compared += 1;
    expect(page.rows.map(({ node }) => node.id)).toEqual(expected.slice(at, at + asked.first));
    expect(page.pageInfo.complete).toBe(true);
    expect(page.pageInfo.hasNextPage).toBe(at + asked.first < expected.length);
    if (at === 0) {
      expect(page.totalCount).toEqual({ value: expected.length, relation: 'EXACT' });
    }
    expect(page.pageInfo.endCursor === null).toBe(page.rows.length === 0);
    after = page.pageInfo.endCursor;
  }
  return compared + (await fromTheMiddle(ask, asked, expected));
}

/** Any edge's cursor, not the last one's alone, is a place to go on from. */
async function fromTheMiddle(ask: AskHub, asked: Question, expected: readonly string[]): Promise<number> {
  const first = await readPage(ask, { ...asked, after: null, counted: false });
  const middle = Math.floor(first.rows.length / 2);
  const cursor = first.rows[middle]?.cursor;
  if (cursor === undefined) {
    return 0;
  }
  const next = await readPage(ask, { ...asked, after: cursor, counted: false });
  expect(next.rows.map(({ node }) => node.id)).toEqual(expected.slice(middle + 1, middle + 1 + asked.first));
  return 1;
}

async function readPage(ask: AskHub, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask(pageQuery, variables);
  expect(errors).toBeUndefined();
  const { page }: { page: Page } = JSON.parse(JSON.stringify(data));
  return page;
}

/** Asks for a total and holds it against the oracle. */
export async function askTotals(
  ask: AskHub,
  oracle: OneStore,
  asked: Parameters<OneStore['totalsOf']>[0],
): Promise<void> {
  const { data } = await ask(totalsQuery, { ...asked });
  expect(data).toEqual({ declarationTotals: oracle.totalsOf(asked) });
}
