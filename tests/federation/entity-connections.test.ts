import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { RecordInput } from '../../shared/store/record-store.js';
import { type EntityCoalition, startEntityCoalition } from '../fixtures/entity-coalition.js';
import { altered, type Fault } from '../fixtures/faulty-member.js';
import { inventedDeclaration, inventedPerson } from '../fixtures/invented-records.js';
import type { AskOptions, HubAnswer } from '../fixtures/test-hub.js';

const six = ['alpha', 'beta', 'delta', 'gamma', 'kappa', 'omega'] as const;
const memberMs = 2000;
const common = {
  handling: { tlp: 'TLP:CLEAR' },
  provenance: { publisher: 'Register of Brackwater' },
  country: 'GB',
};

const personOf = (id: string) => ({ ref: 'Person', id, name: `Person ${id}` });
const declaredBy = (id: string) => ({ declarant: { person: personOf(id) }, incomes: [], realEstate: [] });

/**
 * Records of the member at a place: of person `p-1` declarations `d-<at>`, `d-<at + 6>` and `d-<at + 12>`, a sanction
 * and a contract; of `w-<i>` declaration `d-<100 + i>`, at two members; a budget line of an organisation.
 */
function recordsOf(at: number): RecordInput[] {
  const crowd = at < 2 ? Array.from({ length: 20 }, (_, i) => i) : [];
  return [
    inventedPerson('p-1', 'Person 1'),
    ...[0, 6, 12].flatMap((more) => inventedDeclaration(at + more, declaredBy('p-1'))),
    ...crowd.flatMap((i) => inventedDeclaration(100 + i, declaredBy(`w-${i}`))),
    { type: 'Sanction', local: `s-${at}`, body: { ...common, entity: personOf('p-1') } },
    { type: 'ContractingProcess', local: `c-${at}`, body: { ...common, suppliers: [personOf('p-1')] } },
    {
      type: 'BudgetLine',
      local: `b-${at}`,
      body: { ...common, recipient: { ref: 'Organization', id: 'o-1' } },
    },
  ];
}

const wide = `
  query ($id: ID!) {
    entity(id: $id) {
      subjects
      declarations(orderBy: [{ field: YEAR }], first: 4) {
        edges { node { id year } } pageInfo { hasNextPage complete } totalCount { value relation }
      }
      newest: declarations(orderBy: [{ field: YEAR, direction: DESC }], first: 1) { edges { cursor node { id } } }
      contractingProcesses { edges { node { id member { id name } } } pageInfo { complete } }
      budgetLines { edges { node { id } } pageInfo { complete } totalCount { value relation } }
      sanctions { edges { node { id entity { ... on Person { id name } } } } }
      courtCases { totalCount { value relation } }
    }
  }
`;

const everything = `
  query ($id: ID!, $filter: DeclarationFilter) {
    entity(id: $id) {
      declarations(orderBy: [{ field: YEAR }], first: 200, filter: $filter) {
        edges { node { id } } pageInfo { complete hasNextPage } totalCount { value relation }
      }
      back: declarations(orderBy: [{ field: YEAR, direction: DESC }], first: 200, filter: $filter) { edges { node { id } } }
    }
  }
`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly complete: boolean;
    readonly hasNextPage: boolean;
    readonly endCursor: string;
  };
  readonly totalCount: object;
}
type Connections = Readonly<Record<string, Page>>;

/** The connections of the entity asked for, as they came. */
function entityOf({ data }: HubAnswer): Connections {
  const { entity: found }: { entity: Connections } = JSON.parse(JSON.stringify(data));
  return found;
}

const idsOf = (page: Page | undefined) => page?.edges.map(({ node }) => node.id);
const inOrder = (members: readonly string[]) =>
  Array.from({ length: 18 }, (_, i) => `${six[i % 6]}:d-${i}`).filter((id) =>
    members.includes(id.split(':')[0] ?? ''),
  );

let coalition: EntityCoalition;
let entity: string;
const list: string[] = [];

async function ask(
  query: string,
  variables: object = { id: entity },
  more: AskOptions = {},
): Promise<HubAnswer> {
  return await coalition.hub.ask(query, { ...more, variables: { ...variables } });
}

beforeAll(async () => {
  coalition = await startEntityCoalition({
    domains: ['asset-declarations', 'budgets', 'investigations'],
    records: Object.fromEntries(six.map((id, at) => [id, recordsOf(at)])),
    file: { deadlines: { memberMs, requestMs: 10_000 } },
  });
  entity = await coalition.join(six.map((id) => `${id}:p-1`));
  for (let i = 0; i < 20; i += 1) {
    list.push(await coalition.join([`alpha:w-${i}`, `beta:w-${i}`], `Wren ${'abcdefghijklmnopqrst'[i]}sson`));
  }
  // A first question compiles code and makes plans, on a busy machine for longer than a member has time.
  for (let left = 10; left > 0 && (await ask(wide)).errors !== undefined; left -= 1) {}
}, 120_000);

afterAll(async () => {
  await coalition.stop();
});

describe('an entity over six members', () => {
  it('is asked for with one request per member and domain, and merged as root connections are', async () => {
    coalition.asked();
    const answer = await ask(wide);
    const asked = coalition.asked();
    expect(answer.errors).toBeUndefined();
    expect(Object.keys(asked)).toHaveLength(18);
    expect(new Set(Object.values(asked))).toEqual(new Set([1]));
    expect(entityOf(answer)).toEqual({
      subjects: six.map((id) => `${id}:p-1`),
      declarations: {
        edges: [0, 1, 2, 3].map((i) => ({ node: { id: `${six[i]}:d-${i}`, year: 2000 + i } })),
        pageInfo: { hasNextPage: true, complete: true },
        totalCount: { value: 18, relation: 'EXACT' },
      },
      newest: { edges: [{ cursor: expect.any(String), node: { id: 'omega:d-17' } }] },
      contractingProcesses: {
        edges: six.map((id, at) => ({ node: { id: `${id}:c-${at}`, member: { id, name: `Desk ${id}` } } })),
        pageInfo: { complete: true },
      },
      budgetLines: { edges: [], pageInfo: { complete: true }, totalCount: { value: 0, relation: 'EXACT' } },
      sanctions: {
        edges: six.map((id, at) => ({
          node: { id: `${id}:s-${at}`, entity: { id: `${id}:p-1`, name: 'Person 1' } },
        })),
      },
      courtCases: { totalCount: { value: 0, relation: 'EXACT' } },
    });
  });

  it('says what came of each member', async () => {
    const { extensions } = await ask(everything);
    const domain = 'asset-declarations';
    expect(extensions).toEqual({
      members: six.map((member) => ({ member, domain, state: 'ANSWERED', rows: 6 })),
    });
  });

  it('is walked a page at a time, by cursors that are good for it alone', async () => {
    const page = `query ($id: ID!, $after: String) {
      entity(id: $id) { declarations(orderBy: [{ field: YEAR }], first: 4, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }
    }`;
    const found: string[] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const { declarations } = entityOf(await ask(page, { id: entity, after }));
      found.push(...(idsOf(declarations) ?? []));
      after = declarations?.pageInfo.endCursor;
      more = declarations?.pageInfo.hasNextPage === true;
    }
    expect(found).toEqual(inOrder(six));
    const refused = { code: 'BAD_CURSOR' };
    const elsewhere = await ask(page, { id: list[0], after });
    expect(elsewhere.errors).toMatchObject([{ path: ['entity', 'declarations'], extensions: refused }]);
    const atRoot = `query ($after: String) { declarations(orderBy: [{ field: YEAR }], after: $after) { edges { node { id } } } }`;
    expect((await ask(atRoot, { after })).errors).toMatchObject([{ extensions: refused }]);
  });

  it('asks only those who can have what is filtered for, and whom the caller lets ask', async () => {
    coalition.asked();
    const filter = { member: { in: ['kappa', 'alpha'] } };
    const filtered = await ask(everything, { id: entity, filter });
    expect(idsOf(entityOf(filtered)['declarations'])).toEqual(inOrder(['alpha', 'kappa']));
    expect(Object.keys(coalition.asked())).toHaveLength(2);
    const chosen = await ask(everything, { id: entity }, { headers: { 'x-accord-ask': 'beta,gamma' } });
    expect(idsOf(entityOf(chosen)['back'])).toEqual(inOrder(['beta', 'gamma']).toReversed());
    expect(Object.keys(coalition.asked())).toHaveLength(2);
    for (const { errors, data } of [filtered, chosen]) {
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ entity: { declarations: { pageInfo: { complete: true } } } });
    }
  });

  it.each([
    ['too many rows', 'declarations(first: 201) { pageInfo { complete } }', 'BAD_INPUT'],
    ['no cursor', 'declarations(after: "x") { pageInfo { complete } }', 'BAD_CURSOR'],
    [
      'a filter without an operator',
      'declarations(filter: { year: {} }) { pageInfo { complete } }',
      'BAD_FILTER',
    ],
    [
      'amounts of many currencies',
      'declarations(orderBy: [{ field: TOTAL }]) { pageInfo { complete } }',
      'BAD_INPUT',
    ],
  ])('is refused what a root connection is: %s', async (_, field, code) => {
    const { data, errors } = await ask(`query ($id: ID!) { entity(id: $id) { id x: ${field} } }`);
    expect(data).toEqual({ entity: { id: entity, x: null } });
    expect(errors).toMatchObject([{ path: ['entity', 'x'], extensions: { code } }]);
  });
});

describe('a list of twenty entities', () => {
  const query = `query ($first: Int) {
    entities(search: "wren", first: 20) {
      edges { node { id declarations(first: $first) { edges { node { id } } totalCount { value relation } } sanctions { totalCount { value } } } }
    }
  }`;

  it('takes one request per member and domain', async () => {
    coalition.asked();
    const { data, errors } = await ask(query, { first: 2 });
    expect(errors).toBeUndefined();
    expect(coalition.asked()).toEqual({
      'alpha /asset-declarations/graphql': 1,
      'alpha /investigations/graphql': 1,
      'beta /asset-declarations/graphql': 1,
      'beta /investigations/graphql': 1,
    });
    const { entities }: { entities: { edges: { node: Connections & { id: string } }[] } } = JSON.parse(
      JSON.stringify(data),
    );
    expect(entities.edges).toHaveLength(20);
    for (const { node } of entities.edges) {
      const i = list.indexOf(node.id);
      expect(idsOf(node['declarations'])).toEqual([`alpha:d-${100 + i}`, `beta:d-${100 + i}`]);
      expect(node).toMatchObject({ sanctions: { totalCount: { value: 0 } } });
    }
  });
});

interface Answer {
  readonly data: { readonly answer: { accord__id: string; declarations: { edges: Row[] } }[] };
}
interface Row {
  node: { id: string };
}

/** Changes the answer of a member to the one question about entities. */
function changed(
  change: (entity: Answer['data']['answer'][number], all: Answer['data']['answer']) => void,
): Fault {
  return altered<Answer>(({ data }) => {
    const [first] = data.answer;
    if (first === undefined) {
      throw new Error('Expected an entity.');
    }
    change(first, data.answer);
  });
}

const faults: [string, string, Fault][] = [
  ['is silent', 'TIMED_OUT', () => undefined],
  ['breaks off', 'UNREACHABLE', ({ socket }) => void socket.destroy()],
  ['gives rows in another order', 'INVALID', changed(({ declarations }) => declarations.edges.reverse())],
  [
    'gives a row twice',
    'INVALID',
    changed(({ declarations: { edges } }) => edges.splice(1, 1, ...edges.slice(0, 1))),
  ],
  [
    'gives a row of another member',
    'INVALID',
    changed(({ declarations: { edges } }) => Object.assign(edges[0]?.node ?? {}, { id: 'alpha:d-0' })),
  ],
  ['gives another entity', 'INVALID', changed((first) => (first.accord__id = '7'))],
  ['gives no entity', 'INVALID', changed((_, all) => all.splice(0, 1))],
  ['gives one too many', 'INVALID', changed((first, all) => all.push(first))],
  [
    'gives a connection that is none',
    'INVALID',
    changed((first) => Object.assign(first, { declarations: [] })),
  ],
  ['gives more than it was asked for', 'INVALID', changed((first) => Object.assign(first, { extra: {} }))],
  [
    'keeps the connection to itself',
    'DENIED',
    changed((first) => Object.assign(first, { declarations: null })),
  ],
  ['keeps the entity to itself', 'DENIED', changed((_, all) => all.splice(0, 1, JSON.parse('null')))],
];

describe('a member that', () => {
  const others = six.filter((id) => id !== 'beta');

  test.each(faults)('%s costs its own rows: %s', async (_, state, fault) => {
    const beta = coalition.members.get('beta');
    if (beta === undefined) {
      throw new Error('Expected the member beta.');
    }
    beta.fault = fault;
    try {
      const given = await ask(everything);
      const found = entityOf(given);
      expect(idsOf(found['declarations'])).toEqual(inOrder(others));
      expect(found['declarations']?.pageInfo.complete).toBe(false);
      expect(found['declarations']?.totalCount).toEqual({ value: 15, relation: 'AT_LEAST' });
      const isPart = state === 'DENIED' && fault === faults.at(-2)?.[2];
      expect(idsOf(found['back'])).toEqual(inOrder(isPart ? six : others).toReversed());
      expect(given.errors).toMatchObject([{ extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' } }]);
      expect(given.extensions).toMatchObject({
        members: six.map((member) => ({ member, state: member === 'beta' ? state : 'ANSWERED' })),
      });
      const all = await ask(everything, { id: entity }, { headers: { 'x-accord-completeness': 'ALL' } });
      expect(all.data).toBeNull();
    } finally {
      beta.fault = undefined;
    }
  });
});
