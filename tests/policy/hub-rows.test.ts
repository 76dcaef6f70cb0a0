import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { RecordInput } from '../../shared/store/record-store.js';
import { pageOf } from '../fixtures/contract-answer.js';
import { type HttpCoalition, startHttpCoalition } from '../fixtures/http-coalition.js';
import {
  callerHeaders,
  issuerOfTests,
  type PolicyCoalition,
  startPolicyCoalition,
} from '../fixtures/policy-coalition.js';
import { testNow } from '../fixtures/test-hub-keys.js';

const members = ['alder', 'birch'] as const;
const hidden = { RED: 'TLP:RED', AMBER: 'TLP:AMBER', GREEN: 'TLP:GREEN' } as const;

/** Three open declarations of 2020 and one of each label, each of a year and amount of its own. */
function recordsOf(): RecordInput[] {
  const provenance = { publisher: 'Register of Brackwater' };
  const declaration = (local: string, tlp: string, year: number): RecordInput => ({
    type: 'Declaration',
    local,
    body: {
      ...{ handling: { tlp }, provenance, title: `Of ${year}`, country: 'GB', year },
      total: { amount: `${year}.00`, currency: 'GBP' },
    },
  });
  return [
    ...[1, 2, 3].map((i) => declaration(`d-${i}`, 'TLP:CLEAR', 2020)),
    ...Object.entries(hidden).map(([name, tlp], i) => declaration(`d-0-${name}`, tlp, 2001 + i)),
    {
      type: 'Person',
      local: 'p-1',
      body: { handling: { tlp: 'TLP:CLEAR' }, provenance, name: 'Ada Invented' },
    },
  ];
}

const callers = {
  nobody: { claims: undefined, shown: [] },
  reader: { claims: { org: 'civic-charts' }, shown: ['GREEN'] },
  colleague: { claims: { org: 'birch', clearance: 'TLP:AMBER' }, shown: ['AMBER', 'GREEN'] },
} as const;
type Name = keyof typeof callers;
const names: readonly Name[] = ['nobody', 'reader', 'colleague'];

const idsOf = (name: Name) =>
  members.flatMap((member) =>
    [...callers[name].shown.map((label) => `d-0-${label}`), 'd-1', 'd-2', 'd-3'].map(
      (local) => `${member}:${local}`,
    ),
  );

let coalition: HttpCoalition;
/** What members were sent and what they sent back, since it was last forgotten. */
const sent: string[] = [];
const given: string[] = [];

beforeAll(async () => {
  coalition = await startHttpCoalition({
    domain: 'asset-declarations',
    records: { alder: recordsOf(), birch: recordsOf() },
    file: { identity: { issuers: [issuerOfTests] } },
  });
  for (const member of coalition.members.values()) {
    member.fault = async ({ response, body, real }) => {
      sent.push(body);
      const answer = await real();
      given.push(answer);
      response.end(answer);
    };
  }
});
afterAll(() => coalition.stop());
beforeEach(() => {
  sent.length = 0;
  given.length = 0;
});

async function ask(name: Name, query: string, variables: Record<string, unknown> = {}) {
  const { claims } = callers[name];
  const headers = claims === undefined ? {} : await callerHeaders(claims);
  const { data, errors, extensions } = await coalition.hub.ask(query, { headers, variables });
  return { data, errors, extensions };
}

const Listed = z.object({
  declarations: z.object({
    edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    totalCount: z.object({ value: z.number(), relation: z.string() }),
  }),
});

const list = `query($first: Int, $after: String, $filter: DeclarationFilter, $orderBy: [DeclarationOrder!]) {
  declarations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges { node { id } } pageInfo { hasNextPage endCursor } totalCount { value relation }
  }
}`;

async function page(name: Name, variables: Record<string, unknown>) {
  const { declarations } = Listed.parse((await ask(name, list, variables)).data);
  return { ...declarations, ids: declarations.edges.map(({ node }) => node.id) };
}

/** The labels that members spoke of to the hub. */
const labelsGiven = () => Object.keys(hidden).filter((label) => given.join('').includes(`d-0-${label}`));

describe.each(names)('rows through a hub for %s', (name) => {
  const { shown } = callers[name];

  test('are listed, counted and sorted as if there were no others, which never leave their member', async () => {
    const ofOneCurrency = {
      filter: { currency: { eq: 'GBP' } },
      orderBy: [{ field: 'TOTAL', direction: 'DESC' }],
    };
    for (const more of [{}, { orderBy: [{ field: 'YEAR' }] }, ofOneCurrency]) {
      const { ids, totalCount, pageInfo } = await page(name, { first: 50, ...more });
      expect(ids.sort()).toEqual(idsOf(name).sort());
      expect(totalCount).toEqual({ value: idsOf(name).length, relation: 'EXACT' });
      expect(pageInfo.hasNextPage).toBe(false);
    }
    expect(labelsGiven().sort()).toEqual([...shown].sort());
    expect(sent).toHaveLength(6);
  });

  test('come in full pages, the last of which has none after it', async () => {
    const sizes: [number, boolean][] = [];
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { ids, pageInfo } = await page(name, { first: 2, after });
      sizes.push([ids.length, pageInfo.hasNextPage]);
      found.push(...ids);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(found.sort()).toEqual(idsOf(name).sort());
    expect(sizes).toEqual(sizes.map((_, i) => [2, i < sizes.length - 1]));
    expect(labelsGiven().sort()).toEqual([...shown].sort());
  });

  test.each([
    ['filtered by', { year: { eq: 2001 } }, { year: { eq: 1066 } }],
    ['filtered by the amount of', { total: { lte: '2001' } }, { total: { lte: '1' } }],
    ['searched for by words of', { text: 'Of 2001' }, { text: 'Of 1066' }],
  ])('%s one that is hidden are none, as by one that is not there', async (_, filter, absent) => {
    const [one, other] = [await ask(name, list, { filter }), await ask(name, list, { filter: absent })];
    expect(one).toEqual(other);
    expect(one.data).toMatchObject({ declarations: { edges: [], totalCount: { value: 0 } } });
    expect(sent).toHaveLength(4);
    expect(labelsGiven()).toEqual([]);
  });

  test('are added up alone', async () => {
    const query =
      '{ declarationTotals(filter: {}, groupBy: [YEAR]) { key { code } count { value relation } } }';
    const { data } = await ask(name, query);
    const years = { GREEN: '2003', AMBER: '2002' };
    const groups = [...shown.map((label) => [years[label], 2]), ['2020', 6]];
    const totals = groups.map(([code, value]) => ({ key: [{ code }], count: { value, relation: 'EXACT' } }));
    expect(data).toEqual({ declarationTotals: expect.toSatisfy((found) => sameGroups(found, totals)) });
    expect(sent).toHaveLength(2);
  });

  test('by an id that is hidden, of another type or of nobody are the same answer', async () => {
    const query = 'query($id: ID!) { declaration(id: $id) { id title } }';
    const answers = await Promise.all(
      ['d-0-RED', 'p-1', 'd-404'].map((local) => ask(name, query, { id: `alder:${local}` })),
    );
    expect(answers[0]?.data).toEqual({ declaration: null });
    expect(answers.map((answer) => JSON.stringify(answer))).toEqual(
      Array(3).fill(JSON.stringify(answers[0])),
    );
    expect(sent).toHaveLength(3);
    expect(given.join('')).not.toMatch(/d-0-RED|Of 2001/);
  });
});

function sameGroups(found: unknown, expected: readonly object[]): boolean {
  const texts = (groups: readonly unknown[]) => groups.map((group) => JSON.stringify(group)).sort();
  return Array.isArray(found) && JSON.stringify(texts(found)) === JSON.stringify(texts(expected));
}

describe('a member that publishes less than the contracts say', () => {
  let loose: PolicyCoalition;
  beforeAll(async () => {
    const person = { __typename: 'Person', id: 'alder:p-1', name: 'Ada Invented', birthDate: '1913-07-11' };
    loose = await startPolicyCoalition({
      domain: 'asset-declarations',
      fields: { alder: { 'Person.birthDate': { read: {} }, 'FamilyMember.person': { read: {} } } },
      roots: (member) => ({
        declarations: () => {
          const { edges, ...rest } = pageOf(member, ['d-1']);
          const more = { declarant: { person }, family: [{ relation: 'spouse', person }] };
          return {
            ...rest,
            edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, ...more } })),
          };
        },
      }),
    });
  });
  afterAll(() => loose.stop());

  test('opens nothing: it is not asked for what the contract shuts', async () => {
    const query =
      '{ declarations { edges { node { id declarant { person { name birthDate } } family { relation person { name } } } } } }';
    const { data } = await loose.hub.ask(query);
    expect(data).toMatchObject({
      declarations: {
        edges: [
          {
            node: {
              declarant: { person: { name: 'Ada Invented', birthDate: null } },
              family: [{ relation: 'spouse', person: null }],
            },
          },
        ],
      },
    });
    const texts = loose.members['alder']?.asked.map(({ query: text }) => text) ?? [];
    expect(texts).toHaveLength(1);
    expect(texts.join('')).not.toMatch(/birthDate|family\s*\{[^}]*person/);
  });
});

describe('an embargo that ends between two questions of one request', () => {
  const start = testNow().getTime();
  const query = `{
    first: declarations { edges { node { id } } }
    second: declarations(filter: { year: { eq: 2020 } }) { edges { node { id } } }
  }`;
  const both = (edges: readonly unknown[]) => ({ first: { edges }, second: { edges } });

  test.each<[string, number, Record<string, unknown>]>([
    ['is in force in both', 30_000, both([])],
    ['is over in both where it ended before them', 0, both([{ node: { id: 'alder:d-1' } }])],
  ])('%s', async (_, endsIn, data) => {
    let passed = 0;
    const embargoUntil = new Date(start + endsIn).toISOString();
    const body = { ...recordsOf()[0]?.body, handling: { tlp: 'TLP:CLEAR', embargoUntil } };
    const late = await startHttpCoalition({
      domain: 'asset-declarations',
      records: { alder: [{ type: 'Declaration', local: 'd-1', body }] },
      now: () => new Date(start + passed),
    });
    try {
      const bodies: string[] = [];
      let before: Promise<unknown> = Promise.resolve();
      for (const member of late.members.values()) {
        member.fault = async ({ response, body: question, real }) => {
          bodies.push(question);
          // One after the other, with time going on between them.
          const answer = before.then(real);
          before = answer.then(() => {
            passed = 31_000;
          });
          response.end(await answer);
        };
      }
      expect((await late.hub.ask(query)).data).toEqual(data);
      expect(bodies).toHaveLength(2);
      expect(passed).toBe(31_000);
    } finally {
      await late.stop();
    }
  });
});
