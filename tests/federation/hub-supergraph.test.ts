import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../gateway/plan/compose.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { startSignedInHub } from '../fixtures/signed-in-hub.js';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const productsSdl = `${link}
  type Query { products: [Product!] broken: Int }
  type Mutation { rename(id: ID!, name: String!): Product }
  type Product @key(fields: "id") { id: ID! name: String }`;
const reviewsSdl = `${link}
  type Review { body: String }
  type Product @key(fields: "id") { id: ID! reviews: [Review!] }`;

const products = [
  { id: '1', name: 'One' },
  { id: '2', name: 'Two' },
];
const productsSchema = buildSubgraphSchema({
  typeDefs: parse(productsSdl),
  resolvers: {
    Query: {
      products: () => products,
      broken: () => {
        throw new Error('at db.internal:5432');
      },
    },
    Mutation: { rename: (_root: unknown, { id, name }: { id: string; name: string }) => ({ id, name }) },
  },
});
const reviewsSchema = buildSubgraphSchema({
  typeDefs: parse(reviewsSdl),
  resolvers: {
    Product: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      reviews: ({ id }: { id: string }) => {
        if (id === '2') {
          throw new Error('secret');
        }
        return [{ body: `of ${id}` }];
      },
    },
  },
});

function serving(schema: typeof productsSchema): FakeMember['answer'] {
  return ({ query, variables }, response) => {
    void graphql({ schema, source: query, variableValues: variables }).then((result) =>
      response.end(JSON.stringify(result)),
    );
    return undefined;
  };
}

let one: FakeMember;
let two: FakeMember;
let supergraph: string;
let hub: TestHub;

beforeAll(async () => {
  one = await startFakeMember(serving(productsSchema));
  two = await startFakeMember(serving(reviewsSchema));
  supergraph = composeSupergraph(
    [
      { name: 'products', sdl: productsSdl },
      { name: 'reviews', sdl: reviewsSdl },
    ],
    (name) => (name === 'products' ? one.url : two.url),
  );
  hub = await startTestHub({ deadlines: { memberMs: 200 } }, { supergraph });
});
afterAll(async () => {
  await hub.stop();
  await one.close();
  await two.close();
});

describe('the hub over a foreign supergraph', () => {
  it('joins entities of its subgraphs, and tells of their errors where they were and nothing more', async () => {
    const answer = await hub.ask('query Q { products { id name reviews { body } } }');
    expect(answer.data).toEqual({
      products: [
        { id: '1', name: 'One', reviews: [{ body: 'of 1' }] },
        { id: '2', name: 'Two', reviews: null },
      ],
    });
    expect(answer.errors).toEqual([
      {
        message: 'Subgraph "reviews" reported an error.',
        path: ['products', 1, 'reviews'],
        extensions: { code: 'MEMBER_ERROR' },
      },
    ]);
    expect(answer.extensions).toBeUndefined();
    expect(answer.text).not.toContain('secret');
  });

  it('passes mutations with variables on', async () => {
    const answer = await hub.ask('mutation($n: String!) { rename(id: "1", name: $n) { name } }', {
      variables: { n: 'Uno' },
    });
    expect(answer.data).toEqual({ rename: { name: 'Uno' } });
  });

  it('keeps the words of a subgraph’s error', async () => {
    const answer = await hub.ask('{ broken }');
    expect(answer.data).toEqual({ broken: null });
    expect(answer.errors?.map(({ message }) => message)).toEqual(['Subgraph "products" reported an error.']);
    expect(answer.text).not.toContain('internal');
  });

  it('answers with what it has when a subgraph is late', async () => {
    two.answer = () => undefined;
    const answer = await hub.ask('{ products { id reviews { body } } }');
    two.answer = serving(reviewsSchema);
    expect(answer.data).toEqual({
      products: [
        { id: '1', reviews: null },
        { id: '2', reviews: null },
      ],
    });
    expect(answer.errors).toEqual([
      {
        message: 'Subgraph "reviews" gave no answer within 200 ms.',
        extensions: { code: 'MEMBER_UNAVAILABLE' },
      },
    ]);
  });

  const lockedSdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
      import: ["@authenticated", "@requiresScopes", { name: "@policy", as: "@needs" }])
    type Query {
      open: Int secret: Int @authenticated budget: Int @requiresScopes(scopes: [["budgets:read"]])
      shut: Int @requiresScopes(scopes: [["other"]]) named: Int @needs(policies: [["published"]])
    }`;
  const lockedSchema = buildSubgraphSchema({
    typeDefs: parse(lockedSdl),
    resolvers: { Query: { open: () => 1, secret: () => 2, budget: () => 3, shut: () => 4, named: () => 5 } },
  });

  it.each<[string, boolean, Record<string, number | null>]>([
    ['nobody', false, { open: 1, secret: null, budget: null, shut: null, named: null }],
    ['a caller with scopes', true, { open: 1, secret: 2, budget: 3, shut: null, named: null }],
  ])(
    'enforces its access directives for %s, and a policy it cannot decide for all',
    async (_, signedIn, data) => {
      const locked = await startFakeMember(serving(lockedSchema));
      const sdl = composeSupergraph([{ name: 'locked', sdl: lockedSdl }], () => locked.url);
      const asking = await startSignedInHub({}, { supergraph: sdl }, { scope: 'budgets:read' });
      const ask = signedIn ? asking.ask : asking.askAnonymously;
      const answer = await ask('{ open secret budget shut named }');
      expect(answer.data).toEqual(data);
      const denied = Object.keys(data).filter((field) => data[field] === null);
      expect(answer.errors).toEqual(
        denied.map((field) => ({
          message: 'Unauthorized field or type',
          path: [field],
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
        })),
      );
      expect(locked.asked.map(({ query }) => query).join()).not.toMatch(new RegExp(denied.join('|')));
      const shown = await ask('{ __schema { types { name } directives { name } } }');
      expect(shown.text).not.toMatch(/policy|needs|requiresScopes|authenticated|link__|join__/);
      await asking.stop();
      await locked.close();
    },
  );

  it('refuses one with access directives where nobody is asked who they are', async () => {
    const locked = composeSupergraph([{ name: 'locked', sdl: lockedSdl }], () => one.url);
    await expect(startTestHub({}, { supergraph: locked, open: true })).rejects.toMatchObject({
      code: 'BAD_CONTRACT',
      message: expect.stringContaining('without access directives'),
    });
  });

  it('asks who asks as a coalition does, unless it is open', async () => {
    const headers = { authorization: 'Bearer garbage' };
    expect((await hub.ask('{ products { id } }', { headers })).status).toBe(401);
    const open = await startTestHub({}, { supergraph, open: true });
    expect((await open.ask('{ products { id } }', { headers })).status).toBe(200);
    await open.stop();
  });

  it('loads one that links the access features and uses none', async () => {
    const linked = supergraph.replace(
      'schema\n',
      'schema\n  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)\n',
    );
    expect(linked).toContain('for: SECURITY');
    const open = await startTestHub({}, { supergraph: linked });
    expect((await open.ask('{ products { id } }')).data).toEqual({ products: [{ id: '1' }, { id: '2' }] });
    await open.stop();
  });

  it.each([
    [
      'links another security feature',
      () =>
        supergraph.replace(
          'schema\n',
          'schema\n  @link(url: "https://specs.example.org/lock/v0.1", for: SECURITY)\n',
        ),
    ],
    ['is no supergraph', () => 'type Query { a: Int }'],
    ['does not parse', () => 'type {'],
    ['is empty', () => ''],
  ])('refuses one that %s', async (_what, sdl) => {
    await expect(startTestHub({}, { supergraph: sdl() })).rejects.toMatchObject({ code: 'BAD_CONTRACT' });
  });
});
