import { afterEach, describe, expect, it } from 'vitest';
import { everyThird, memberMs } from '../fixtures/faulty-coalition.js';
import type { Fault, FaultyMember } from '../fixtures/faulty-member.js';
import { type HttpCoalition, startHttpCoalition } from '../fixtures/http-coalition.js';
import { startTestHub } from '../fixtures/test-hub.js';

const query = `
  query ($first: Int!, $after: String) {
    declarations(orderBy: [{ field: YEAR, direction: DESC }], first: $first, after: $after) {
      edges { node { id year } }
      pageInfo { hasNextPage endCursor complete }
      totalCount { value relation }
    }
  }
`;

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string; readonly year: number } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    readonly complete: boolean;
  };
  readonly totalCount: { readonly value: number; readonly relation: string };
}

let coalition: HttpCoalition;

afterEach(async () => {
  await coalition.stop();
});

async function start(): Promise<void> {
  coalition = await startHttpCoalition({
    domain: 'asset-declarations',
    records: { alpha: everyThird(0, 60), beta: everyThird(1, 60), gamma: everyThird(2, 60) },
    file: { deadlines: { memberMs, requestMs: 10_000 } },
  });
}

type Ask = typeof coalition.hub.ask;

/** Walks to the end; `before` is called before each page. */
async function walk(
  first: number,
  before: (page: number) => void | Promise<void>,
  ask?: () => Ask,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let after: string | null = null, more = true; more; ) {
    await before(pages.length);
    const given = await (ask?.() ?? coalition.hub.ask)(query, { variables: { first, after } });
    const { declarations }: { declarations: Page } = JSON.parse(JSON.stringify(given.data));
    pages.push(declarations);
    ({ hasNextPage: more, endCursor: after } = declarations.pageInfo);
    expect(pages.length).toBeLessThan(100);
  }
  return pages;
}

const idsOf = (pages: readonly Page[]) => pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
const of = (member: string, ids: readonly string[]) => ids.filter((id) => id.startsWith(`${member}:`));

function memberOf(id: string): FaultyMember {
  const member = coalition.members.get(id);
  if (member === undefined) {
    throw new Error(`Expected the member ${id}.`);
  }
  return member;
}

const rejects: Fault = ({ response }) => void response.writeHead(503).end();

/** Makes beta fail on some pages. */
function betaFails(on: (page: number) => boolean): (page: number) => void {
  return (page) => {
    memberOf('beta').fault = on(page) ? rejects : undefined;
  };
}

/** What holds of every walk: no row twice, the order kept, and each row of a member that was well. */
function expectStable(pages: readonly Page[], all: readonly string[], well: readonly string[]): void {
  const ids = idsOf(pages);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(all.filter((id) => ids.includes(id)));
  for (const member of well) {
    expect(of(member, ids)).toEqual(of(member, all));
  }
}

describe('pages of one walk stay as they are', () => {
  const troubles: [string, number, (page: number) => void | Promise<void>][] = [
    ['a member fails once', 7, betaFails((page) => page === 2)],
    ['a member fails on every second page', 5, betaFails((page) => page % 2 === 1)],
    ['a member is gone from the third page on', 7, betaFails((page) => page >= 2)],
    ['a member comes back after the third page', 4, betaFails((page) => page < 3)],
    [
      'a member is restarted',
      9,
      async (page) => {
        if (page === 1) {
          await memberOf('beta').refuse();
        } else if (page === 3) {
          await memberOf('beta').accept();
        }
      },
    ],
  ];
  it.each(troubles)('while %s', async (_what, first, before) => {
    await start();
    const all = idsOf(await walk(60, () => undefined));
    expect(all).toHaveLength(60);
    const pages = await walk(first, before);
    expectStable(pages, all, ['alpha', 'gamma']);
    expect(pages.some(({ pageInfo }) => !pageInfo.complete)).toBe(true);
    for (const { pageInfo, totalCount, edges } of pages) {
      expect(totalCount.relation).toBe(pageInfo.complete ? 'EXACT' : 'AT_LEAST');
      expect(edges.length === first || !pageInfo.hasNextPage).toBe(true);
    }
  });

  it('while all members fail for a page: the same cursor goes on when they are back', async () => {
    await start();
    const all = idsOf(await walk(60, () => undefined));
    const variables = { first: 10, after: null };
    const read = async (after: string | null) => {
      const given = await coalition.hub.ask(query, { variables: { ...variables, after } });
      const { declarations }: { declarations: Page } = JSON.parse(JSON.stringify(given.data));
      return declarations;
    };
    const first = await read(null);
    for (const member of coalition.members.values()) {
      member.fault = rejects;
    }
    const none = await read(first.pageInfo.endCursor);
    expect(none).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null, complete: false },
    });
    for (const member of coalition.members.values()) {
      member.fault = undefined;
    }
    const second = await read(first.pageInfo.endCursor);
    expect(idsOf([first, second])).toEqual(all.slice(0, 20));
  });

  it('while members join and leave, over two replicas that share their keys', async () => {
    await start();
    const all = idsOf(await walk(60, () => undefined));
    const entry = (id: string) => ({
      id,
      name: id,
      country: 'GB',
      licence: 'CC0-1.0',
      providers: [
        { domain: 'asset-declarations' as const, url: `${memberOf(id).url}/asset-declarations/graphql` },
      ],
    });
    const replica = (ids: readonly string[]) =>
      startTestHub({ allowAddresses: ['127.0.0.0/8'], members: ids.map(entry) });
    const hubs = [
      await replica(['alpha', 'beta']),
      await replica(['alpha', 'beta', 'gamma']),
      await replica(['alpha', 'gamma']),
    ];
    let page = 0;
    const pages = await walk(
      8,
      (at) => {
        page = at;
      },
      () => (hubs[page % hubs.length] ?? coalition.hub).ask,
    );
    expectStable(pages, all, ['alpha']);
    await Promise.all(hubs.map((hub) => hub.stop()));
  });
});
