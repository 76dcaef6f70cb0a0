import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import type { Filter } from '../../shared/store/filter.js';
import type { RecordStore } from '../../shared/store/record-store.js';
import { type FakeRules, fakePolicy } from '../fixtures/fake-policy.js';
import {
  fillStore,
  inventedDeclaration,
  inventedOrganization,
  inventedPerson,
} from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';
import { testNow } from '../fixtures/test-hub-keys.js';

const red = { handling: { tlp: 'TLP:RED' } };
const lead = freezeCaller({
  ...anonymousCaller,
  kind: 'person',
  subject: 'lead',
  organization: 'harbour-watch',
});
const isOwn = ({ organization }: Caller) => organization === 'harbour-watch';

/** Red records are there for their owner alone; what is under embargo, for nobody, and asked for by id that is said. */
const rules: FakeRules = {
  records: (type, caller, now) => ({ op: 'and', of: [ofLabel(caller), ...freeOf(type, now)] }),
  record(_, body, caller, now) {
    const { handling } = Body.parse(body);
    if (!isOwn(caller) && handling.tlp === 'TLP:RED') {
      return { kind: 'HIDE' };
    }
    return (handling.embargoUntil ?? '') > now.toISOString()
      ? { kind: 'WITHHOLD', withheld: { reason: 'EMBARGO', requestAccessUrl: 'https://desk.example/ask' } }
      : { kind: 'SHOW' };
  },
};
const Body = z.object({ handling: z.object({ tlp: z.string(), embargoUntil: z.string().optional() }) });

function ofLabel(caller: Caller): Filter {
  return isOwn(caller) ? { op: 'and', of: [] } : { op: 'ne', key: 'tlp', value: 'TLP:RED' };
}

function freeOf(type: string, now: Date): Filter[] {
  return type === 'Declaration'
    ? [{ op: 'not', of: { op: 'gte', key: 'embargoUntil', value: now.toISOString() } }]
    : [];
}

/** Notes the local ids of all rows that a store gives out. */
function notingRows(store: RecordStore, rows: string[]): RecordStore {
  const page = store.page.bind(store);
  store.page = async (query) => {
    const found = await page(query);
    rows.push(...found.rows.map(({ position }) => position.local));
    return found;
  };
  return store;
}

const given: string[] = [];
let member: TestMember;

beforeAll(async () => {
  const store = notingRows(memoryStore(), given);
  const embargo = (embargoUntil: string) => ({ handling: { tlp: 'TLP:CLEAR', embargoUntil } });
  await fillStore(
    store,
    [
      ...[0, 2, 4, 6].flatMap((i) => inventedDeclaration(i)),
      ...[1, 3, 5].flatMap((i) => inventedDeclaration(i, red).slice(0, 1)),
      ...inventedDeclaration(7, embargo('2026-01-31T09:30:00.001Z')).slice(0, 1),
      ...inventedDeclaration(8, embargo('2026-01-31T09:29:59.999Z')).slice(0, 1),
      { ...inventedPerson('p-2', 'Person 2'), body: { ...inventedPerson('p-2', 'Person 2').body, ...red } },
      {
        ...inventedOrganization('o-4', 'Works 4'),
        body: { ...inventedOrganization('o-4', 'Works 4').body, ...red },
      },
    ].filter(
      ({ type, local }, i, all) => all.findLastIndex((r) => r.type === type && r.local === local) === i,
    ),
  );
  member = await startTestMember({ store, policy: fakePolicy(rules) });
});
afterAll(() => member.stop());
beforeEach(() => {
  given.length = 0;
});

const Page = z.object({
  data: z.object({
    declarations: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      totalCount: z.object({ value: z.number(), relation: z.string() }),
    }),
  }),
});

const list = `query($filter: DeclarationFilter, $first: Int, $after: String) {
  declarations(filter: $filter, first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } totalCount { value relation }
  }
}`;

async function page(variables: Readonly<Record<string, unknown>>, caller: Caller = anonymousCaller) {
  const { json } = await member.ask('asset-declarations', list, variables, { caller });
  const { edges, ...rest } = Page.parse(json).data.declarations;
  return { ids: edges.map(({ node }) => node.id.replace('harbour-watch:', '')), ...rest };
}

describe('a list', () => {
  test('holds and counts what is there for the caller, and reads nothing else', async () => {
    const nobody = await page({});
    expect([nobody.ids, nobody.totalCount.value]).toEqual([['d-0', 'd-2', 'd-4', 'd-6', 'd-8'], 5]);
    expect(given).toEqual(nobody.ids);
    const own = await page({}, lead);
    expect([own.ids.length, own.totalCount]).toEqual([8, { value: 8, relation: 'EXACT' }]);
  });

  test('has full pages, and one after it only where the caller would find it', async () => {
    const pages: { readonly ids: readonly string[]; readonly hasNextPage: boolean }[] = [];
    let after: string | null = null;
    do {
      const { ids, pageInfo } = await page({ first: 2, after });
      pages.push({ ids, hasNextPage: pageInfo.hasNextPage });
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(pages).toEqual([
      { ids: ['d-0', 'd-2'], hasNextPage: true },
      { ids: ['d-4', 'd-6'], hasNextPage: true },
      { ids: ['d-8'], hasNextPage: false },
    ]);
    expect(given).not.toContain('d-1');
  });

  test.each([
    ['or', { or: [{ year: { eq: 2001 } }, { year: { eq: 2002 } }] }, ['d-2']],
    ['not', { not: { year: { eq: 2000 } } }, ['d-2', 'd-4', 'd-6', 'd-8']],
    ['all', { and: [] }, ['d-0', 'd-2', 'd-4', 'd-6', 'd-8']],
  ])('is not widened by a filter with %s', async (_, filter, ids) => {
    expect((await page({ filter })).ids).toEqual(ids);
  });
});

describe('a record by its id', () => {
  const ask = async (id: string, caller: Caller = anonymousCaller) =>
    (
      await member.ask(
        'asset-declarations',
        'query($id: ID!) { declaration(id: $id) { id } }',
        { id },
        { caller },
      )
    ).json;

  test.each([
    ['hidden', 'harbour-watch:d-1'],
    ['of another type', 'harbour-watch:p-1'],
    ['of nobody', 'harbour-watch:d-404'],
    ["another member's", 'alpha:d-1'],
  ])('that is %s is not there', async (_, id) => {
    expect(await ask(id)).toEqual({ data: { declaration: null } });
  });

  test('is there for its owner', async () => {
    expect(await ask('harbour-watch:d-1', lead)).toEqual({
      data: { declaration: { id: 'harbour-watch:d-1' } },
    });
  });

  test('that its owner withholds and says so is null with the reason', async () => {
    expect(await ask('harbour-watch:d-7')).toEqual({
      data: { declaration: null },
      errors: [
        {
          message: 'The owner withholds this value.',
          path: ['declaration'],
          locations: [{ line: 1, column: 19 }],
          extensions: { code: 'WITHHELD', reason: 'EMBARGO', requestAccessUrl: 'https://desk.example/ask' },
        },
      ],
    });
  });

  test('as an entity is null where it is hidden, withheld or not there, and nothing is said', async () => {
    const of = ['d-0', 'd-1', 'd-7', 'd-404'].map((local) => ({
      __typename: 'Declaration',
      id: `harbour-watch:${local}`,
    }));
    const { json } = await member.ask(
      'asset-declarations',
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Declaration { id } } }',
      { of },
    );
    expect(json).toEqual({ data: { _entities: [{ id: 'harbour-watch:d-0' }, null, null, null] } });
  });
});

test('a party that is hidden is null wherever a record names it', async () => {
  const parties = `{
    two: declaration(id: "harbour-watch:d-2") { declarant { person { name } workPlace { name } } }
    four: declaration(id: "harbour-watch:d-4") {
      declarant { person { name } workPlace { name } } incomes { payer { ... on Organization { name } } }
    }
  }`;
  const { json } = await member.ask('asset-declarations', parties);
  expect(json).toEqual({
    data: {
      two: { declarant: { person: null, workPlace: { name: 'Works 2' } } },
      four: { declarant: { person: { name: 'Person 4' }, workPlace: null }, incomes: [{ payer: null }] },
    },
  });
});

test('an id of a record that another one names is given where that record is there for the caller', async () => {
  const store = memoryStore();
  const embargo = { handling: { tlp: 'TLP:CLEAR', embargoUntil: '2040-01-01T00:00:00.000Z' } };
  await fillStore(store, [
    ...inventedDeclaration(1, { supersedes: 'd-2', parent: 'd-3' }),
    ...inventedDeclaration(2, { supersedes: 'd-404', parent: 'd-4' }),
    ...inventedDeclaration(3, red).slice(0, 1),
    ...inventedDeclaration(4, embargo).slice(0, 1),
  ]);
  const naming = await startTestMember({ store, policy: fakePolicy(rules) });
  try {
    const query = '{ declarations { edges { node { supersedes parent } } } }';
    const ask = async (caller: Caller) =>
      (await naming.ask('asset-declarations', query, {}, { caller })).json;
    const hidden = { supersedes: null, parent: null };
    const edges = [{ node: { supersedes: 'harbour-watch:d-2', parent: null } }, { node: hidden }];
    expect(await ask(anonymousCaller)).toEqual({ data: { declarations: { edges } } });
    expect(await ask(lead)).toMatchObject({
      data: {
        declarations: {
          edges: [{ node: { supersedes: 'harbour-watch:d-2', parent: 'harbour-watch:d-3' } }, {}, {}],
        },
      },
    });
  } finally {
    await naming.stop();
  }
});

describe('what finds records by their parties', () => {
  test.each([
    ['the id of a hidden person', { party: { eq: 'harbour-watch:p-2' } }, []],
    ['the absence of a hidden person', { party: { ne: 'harbour-watch:p-4' } }, ['d-0', 'd-6', 'd-8']],
    ['a hidden declarant', { declarant: { eq: 'harbour-watch:p-2' } }, []],
    ['words', { text: 'harbour master' }, ['d-0', 'd-6', 'd-8']],
    ['the name of a hidden person', { text: 'Person 2' }, []],
    ['no party', { year: { gte: 2000 } }, ['d-0', 'd-2', 'd-4', 'd-6', 'd-8']],
  ])('finds by %s none that names one who is hidden', async (_, filter, ids) => {
    expect((await page({ filter })).ids).toEqual(ids);
  });

  test('finds all for whom nobody is hidden', async () => {
    expect((await page({ filter: { text: 'Person 2' } }, lead)).ids).toEqual(['d-2']);
  });

  test('finds by what a caller may search what names one who is hidden in a place they may not', async () => {
    const store = memoryStore();
    const spouse = { ...inventedPerson('s-1', 'Spouse 1').body, ...red };
    await fillStore(store, [
      ...inventedDeclaration(1).filter(({ local }) => local !== 's-1'),
      { type: 'Person', local: 's-1', body: spouse },
      ...inventedDeclaration(2),
    ]);
    const denied = { 'AssetOwner.party': { kind: 'DENY' } } as const;
    const guarded = await startTestMember({ store, policy: fakePolicy({ ...rules, fields: denied }) });
    try {
      for (const filter of [{ text: 'harbour master' }, { party: { ne: 'harbour-watch:s-1' } }]) {
        const { json } = await guarded.ask('asset-declarations', list, { filter });
        const { edges } = Page.parse(json).data.declarations;
        expect(edges.map(({ node }) => node.id)).toEqual(['harbour-watch:d-1', 'harbour-watch:d-2']);
      }
    } finally {
      await guarded.stop();
    }
  });

  test('is denied where more than a thousand are hidden', async () => {
    const store = memoryStore();
    await fillStore(store, [
      ...inventedDeclaration(1),
      ...Array.from({ length: 1001 }, (_, i) => ({
        type: 'Person',
        local: `x-${i}`,
        body: { ...red, name: 'X' },
      })),
    ]);
    const crowded = await startTestMember({ store, policy: fakePolicy(rules) });
    try {
      const { json } = await crowded.ask('asset-declarations', list, { filter: { text: 'Person' } });
      expect(json).toMatchObject({
        data: { declarations: null },
        errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
      });
      expect((await crowded.ask('asset-declarations', list)).json).toMatchObject({
        data: { declarations: { totalCount: { value: 1 } } },
      });
    } finally {
      await crowded.stop();
    }
  });
});

test('a request is decided at one moment, however long it takes', async () => {
  let at = testNow().getTime();
  const moments: Date[] = [];
  const policy = fakePolicy(rules);
  const store = memoryStore();
  await fillStore(
    store,
    inventedDeclaration(7, { handling: { tlp: 'TLP:CLEAR', embargoUntil: '2026-01-31T09:30:00.500Z' } }),
  );
  const late = await startTestMember({
    store,
    now: () => new Date(at),
    policy: {
      ...policy,
      decide(caller, now) {
        moments.push(now);
        // Time goes on while the store is read.
        at += 1000;
        return policy.decide(caller, now);
      },
    },
  });
  try {
    const query = `{ declarations { edges { node { id } } totalCount { value } } declaration(id: "harbour-watch:d-7") { id } }`;
    const { json } = await late.ask('asset-declarations', query);
    expect(json).toMatchObject({
      data: { declarations: { edges: [], totalCount: { value: 0 } }, declaration: null },
      errors: [{ extensions: { code: 'WITHHELD' } }],
    });
    expect(moments).toHaveLength(1);
  } finally {
    await late.stop();
  }
});
