import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMemberCursor } from '../../shared/domain/member-cursor.js';
import {
  expectNothingLeaks,
  expectWithoutBeta,
  secret,
  startFaultyCoalition,
  wanted,
} from '../fixtures/faulty-coalition.js';
import { altered, type Fault, rewritten } from '../fixtures/faulty-member.js';
import type { HubAnswer } from '../fixtures/test-hub.js';

interface Row {
  accord__cursor: unknown;
  accord__node: { accord__id: unknown };
  node: Record<string, unknown> & {
    id: unknown;
    member: Record<string, unknown>;
    declarant: { person: { id: unknown } };
    realEstate: { owner: { party: Record<string, unknown> } }[];
  };
}
interface Page {
  edges: Row[];
  totalCount: Record<string, unknown>;
  accord__page: Record<string, unknown>;
}
interface Answer {
  data: Record<string, unknown> & { answer: Page };
  errors?: unknown[];
}

const query = `
  query ($filter: DeclarationFilter, $after: String, $first: Int = 30) {
    declarations(filter: $filter, orderBy: [{ field: YEAR }], first: $first, after: $after) {
      edges {
        cursor
        node {
          __typename id title type year member { id } handling { tlp }
          declarant { person { __typename id name } }
          realEstate { owner { party { __typename ... on Person { id } ... on Organization { id } } } }
          total { amount currency }
        }
      }
      pageInfo { hasNextPage endCursor complete }
      totalCount { value relation }
    }
  }
`;
const filter = { not: { text: wanted } };

let coalition: Awaited<ReturnType<typeof startFaultyCoalition>>;

/** The rows of alpha and gamma in their order. */
let others: readonly string[];

beforeAll(async () => {
  coalition = await startFaultyCoalition();
  const well = await coalition.hub.ask(query, { variables: { filter, first: 36 } });
  expect(idsIn(well)).toHaveLength(36);
  expect(well.errors).toBeUndefined();
  others = idsIn(well).filter((id) => !id.startsWith('beta:'));
});
afterAll(async () => {
  await coalition.stop();
});

/** Changes the connection of the answer. */
function page(change: (page: Page) => void): Fault {
  return altered<Answer>(({ data }) => change(data.answer));
}

/** Changes the first row. */
function row(change: (row: Row, rows: Row[]) => void): Fault {
  return page(({ edges }) => {
    const [first] = edges;
    if (first === undefined) {
      throw new Error('Expected a row.');
    }
    change(first, edges);
  });
}

function idsIn({ data }: HubAnswer): string[] {
  const found: { declarations: { edges: { node: { id: string } }[] } } = JSON.parse(JSON.stringify(data));
  return found.declarations.edges.map(({ node }) => node.id);
}

const faults: [string, Fault][] = [
  ['a missing key', row(({ node }) => delete node['title'])],
  ['a key nobody asked for', row(({ node }) => (node['extra'] = secret))],
  ['another root field beside', altered<Answer>(({ data }) => ({ data: { ...data, extra: { secret } } }))],
  ['no root field', altered<Answer>(() => ({ data: {} }))],
  ['another root field instead', altered<Answer>(({ data }) => ({ data: { declarations: data.answer } }))],
  ['a number as text', row(({ node }) => (node['year'] = '2001'))],
  ['a fraction as an integer', row(({ node }) => (node['year'] = 2001.5))],
  ['an integer past 32 bits', row(({ node }) => (node['year'] = 2 ** 31))],
  ['a text as an object', row(({ node }) => (node['title'] = { secret }))],
  ['a decimal that is none', row(({ node }) => (node['total'] = { amount: '1e5', currency: 'GBP' }))],
  [
    'a decimal with too many digits',
    row(({ node }) => (node['total'] = { amount: '1'.repeat(19), currency: 'GBP' })),
  ],
  ['a label that is none', row(({ node }) => (node['handling'] = { tlp: 'TLP:MAUVE' }))],
  ['a list as an object', row(({ node }) => Object.assign(node, { realEstate: {} }))],
  ['an object as a list', row(({ node }) => Object.assign(node, { declarant: [] }))],
  ['null where a value must be', row(({ node }) => (node.id = null))],
  ['null as a row', page(({ edges }) => edges.splice(0, 1, JSON.parse('null')))],
  ['null as the rows', page((connection) => (connection.edges = JSON.parse('null')))],
  ['an unknown value of an enum', row(({ node }) => (node['type'] = 'OTHERWISE'))],
  ['an unknown type', row(({ node }) => (node['__typename'] = 'Ghost'))],
  ['another known type', row(({ node }) => (node['__typename'] = 'Member'))],
  ['an unknown type in a union', row(({ node }) => (party(node)['__typename'] = 'Ghost'))],
  ['no type in a union', row(({ node }) => delete party(node)['__typename'])],
  [
    'a type of the contract outside the union',
    row(({ node }) => (party(node)['__typename'] = 'Declaration')),
  ],
  [
    'the key __proto__',
    rewritten((text) => text.replace('"title":', '"__proto__":{"polluted":true},"title":')),
  ],
  [
    'the key constructor',
    rewritten((text) => text.replace('"title":', '"constructor":{"prototype":{"polluted":true}},"title":')),
  ],
  [
    'the key __proto__ at the root',
    rewritten((text) => text.replace('"data":{', '"data":{"__proto__":{"answer":null},')),
  ],
  ['rows in the wrong order', page(({ edges }) => edges.reverse())],
  ['two rows exchanged', page(({ edges }) => edges.splice(3, 2, ...edges.slice(3, 5).reverse()))],
  ['a row twice', row((first, rows) => rows.splice(1, 1, first))],
  ['an id of another member', row(({ node }) => (node.id = 'alpha:d-0'))],
  ['an id without a member', row(({ node }) => (node.id = 'd-1'))],
  ['an id of a member whose id starts like its own', row(({ node }) => (node.id = 'beta-two:d-1'))],
  ['a party of another member', row(({ node }) => (node.declarant.person.id = 'alpha:p-0'))],
  ['a party of another member in a union', row(({ node }) => (party(node)['id'] = 'gamma:s-2'))],
  ['another member as the owner', row(({ node }) => (node.member['id'] = 'alpha'))],
  ['the cursor of another row', row((first, [, second]) => (first.accord__cursor = second?.accord__cursor))],
  [
    'a cursor of another member',
    row((first) => (first.accord__cursor = writeMemberCursor({ k: [2001], member: 'alpha', local: 'd-1' }))),
  ],
  [
    'a cursor with a key of another kind',
    row((first) => (first.accord__cursor = writeMemberCursor({ k: ['2001'], member: 'beta', local: 'd-1' }))),
  ],
  [
    'a cursor with keys too many',
    row(
      (first) => (first.accord__cursor = writeMemberCursor({ k: [2001, 1], member: 'beta', local: 'd-1' })),
    ),
  ],
  ['a cursor that is none', row((first) => (first.accord__cursor = secret))],
  ['one row more than asked for', tooMany(1)],
  ['ten times the rows asked for', tooMany(10)],
  [
    'more rows promised and none given',
    page((connection) => {
      connection.edges = [];
      connection.accord__page['accord__more'] = true;
    }),
  ],
  ['a negative count', page(({ totalCount }) => (totalCount['accord__value'] = -1))],
  ['an exact count below the rows it gave', page(({ totalCount }) => (totalCount['accord__value'] = 3))],
  ['a count that is a text', page(({ totalCount }) => (totalCount['accord__value'] = '12'))],
  ['a count of another relation', page(({ totalCount }) => (totalCount['accord__relation'] = 'ABOUT'))],
];

function party(node: Row['node']): Record<string, unknown> {
  const [first] = node.realEstate;
  if (first === undefined) {
    throw new Error('Expected real estate.');
  }
  return first.owner.party;
}

/** One row more than asked for, or a multiple of the rows asked for. */
function tooMany(times: number): Fault {
  return altered<Answer>(({ data }, { variables }) => {
    const asked = Number(variables['accord__first']);
    const { edges } = data.answer;
    const length = times === 1 ? asked + 1 : asked * times;
    data.answer.edges = Array.from({ length }, (_, i) => edges[i % edges.length]).filter(
      (edge) => edge !== undefined,
    );
  });
}

describe('a member that gives rows with', () => {
  it.each(faults)('%s loses its rows and costs nobody else anything', async (_what, fault) => {
    const { hub, beta } = coalition;
    beta.fault = fault;
    const given = await hub.ask(query, { variables: { filter } });
    expect(idsIn(given)).toEqual(others);
    expect(given.data).toMatchObject({
      declarations: {
        pageInfo: { hasNextPage: false, complete: false },
        totalCount: { value: 24, relation: 'AT_LEAST' },
      },
    });
    expectWithoutBeta(given, 'INVALID', { alpha: 12, gamma: 12 });
    expectNothingLeaks(given, hub.log);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a member that breaks the contract in a later round', () => {
  interface Asked {
    variables: Record<string, unknown>;
  }
  /** Once it is asked for rows after its own first ones. */
  const later = (change: (page: Page) => void): Fault =>
    altered<Answer>(({ data }, { variables }: Asked) => {
      if (variables['accord__after'] !== null) {
        change(data.answer);
      }
    });

  it.each([
    ['rows of before', (connection: Page) => connection.edges.reverse()],
    [
      'rows of another',
      ({ edges }: Page) => edges.map(({ node }) => Object.assign(node, { id: 'alpha:d-0' })),
    ],
  ])('%s is not believed in what it gave before either', async (_what, change) => {
    const { hub, beta } = coalition;
    // All rows after the year 2016 are beta's first, so that the page takes more of beta than it was asked for.
    const variables = { first: 10, filter: { year: { in: [2001, 2004, 2007, 2010, 2013, 2016, 2019] } } };
    beta.fault = undefined;
    const before = beta.asked();
    const well = await hub.ask(query, { variables });
    expect(well.errors).toBeUndefined();
    expect(beta.asked() - before).toBeGreaterThan(1);
    beta.fault = later(change);
    const given = await hub.ask(query, { variables });
    expect(idsIn(given).filter((id) => id.startsWith('beta:'))).toEqual([]);
    expectNothingLeaks(given, hub.log);
  });
});
