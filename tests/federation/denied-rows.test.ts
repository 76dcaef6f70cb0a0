import { describe, expect, it } from 'vitest';
import type { RequestScope } from '../../gateway/fanout/request-scope.js';
import { anonymousCaller, type Caller } from '../../shared/identity/caller.js';
import { contractSource } from '../fixtures/contract-source.js';

/** A contract with every way to merge; its names are those of a domain, its types are not. */
const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@policy"])
  directive @merge(by: String!) on FIELD_DEFINITION
  type Query {
    ports: [Port!] @merge(by: "CONCAT")
    boats(first: Int, after: String): BoatConnection @merge(by: "CONNECTION")
    boat(id: ID!): Boat @merge(by: "BY_OWNER")
  }
  type Member @key(fields: "id", resolvable: false) { id: ID! }
  interface Record { id: ID! }
  type Port { name: String secret: String @policy(policies: [["owner"]]) }
  type Boat implements Record @key(fields: "id") {
    id: ID!
    name: String
    secret: String @policy(policies: [["owner"]])
    master: Master @policy(policies: [["owner"]])
  }
  type Master { name: String }
  type BoatConnection { edges: [BoatEdge!]! pageInfo: PageInfo! }
  type BoatEdge { cursor: String! node: Boat! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`;

const unauthorized = (path: readonly (string | number)[], member: string) => ({
  ...{ code: 'UNAUTHORIZED_FIELD_OR_TYPE', message: 'Unauthorized field or type', path, member },
});

const ofAlpha: Caller = { ...anonymousCaller, kind: 'person', organization: 'alpha', isMember: true };

describe('what belongs to owners alone', () => {
  const { ask, sent } = contractSource(sdl, ['alpha', 'beta', 'gamma'], {
    ports: (member) => [
      { name: `${member} north`, secret: `of ${member}` },
      { name: `${member} south`, secret: `of ${member}` },
    ],
    boat: (member) => ({ id: `${member}:1`, name: member, secret: `of ${member}` }),
  });

  it('is null in the rows of others, in a list of all members one after the other', async () => {
    const { data, errors } = await ask('{ ports { name secret } }', { caller: ofAlpha });
    expect(data['ports']).toEqual([
      { name: 'alpha north', secret: 'of alpha' },
      { name: 'alpha south', secret: 'of alpha' },
      { name: 'beta north', secret: null },
      { name: 'beta south', secret: null },
      { name: 'gamma north', secret: null },
      { name: 'gamma south', secret: null },
    ]);
    expect(errors).toMatchObject([
      unauthorized(['ports', 2, 'secret'], 'beta'),
      unauthorized(['ports', 3, 'secret'], 'beta'),
      unauthorized(['ports', 4, 'secret'], 'gamma'),
      unauthorized(['ports', 5, 'secret'], 'gamma'),
    ]);
    expect(sent().map((text) => text.includes('secret'))).toEqual([true, false, false]);
  });

  it('is null in a page, at the places where the rows stand after the merge', async () => {
    const { data, errors } = await ask('{ boats { edges { node { id secret } } } }', { caller: ofAlpha });
    const { edges } = JSON.parse(JSON.stringify(data['boats']));
    expect(edges.map(({ node }: { node: unknown }) => node)).toEqual([
      { id: 'alpha:1', secret: 'of alpha' },
      { id: 'beta:1', secret: null },
      { id: 'gamma:1', secret: null },
    ]);
    expect(errors).toMatchObject([
      unauthorized(['boats', 'edges', 1, 'node', 'secret'], 'beta'),
      unauthorized(['boats', 'edges', 2, 'node', 'secret'], 'gamma'),
    ]);
  });

  it('is null in entities, at the places of their representations', async () => {
    const representations = ['gamma:1', 'alpha:1', 'beta:1', 'beta:1'].map((id) => ({
      __typename: 'Boat',
      id,
    }));
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Boat { name secret } } }';
    const { data, errors } = await ask(query, { caller: ofAlpha, variables: { representations } });
    expect(data['_entities']).toEqual([
      { name: 'gamma', secret: null },
      { name: 'alpha', secret: 'of alpha' },
      { name: 'beta', secret: null },
      { name: 'beta', secret: null },
    ]);
    const places = errors.map(({ path, member }) => [path[1], path[2], member]);
    expect(places.sort()).toEqual([
      [0, 'secret', 'gamma'],
      [2, 'secret', 'beta'],
      [3, 'secret', 'beta'],
    ]);
  });

  it.each([
    ['alpha', 'of alpha'],
    ['beta', null],
  ])('is in a record by id of %s: %s', async (member, secret) => {
    const { data } = await ask(`{ boat(id: "${member}:1") { name secret } }`, { caller: ofAlpha });
    expect(data['boat']).toEqual({ name: member, secret });
  });

  it('leaves no fragment behind that nothing else uses, which members would refuse', async () => {
    const query = '{ boat(id: "beta:1") { name master { ...M } } } fragment M on Master { name }';
    const { data, errors } = await ask(query, { caller: ofAlpha });
    expect(data['boat']).toEqual({ name: 'beta', master: null });
    expect(errors).toMatchObject([unauthorized(['boat', 'master'], 'beta')]);
  });

  it('is for each of a thousand callers in turn their own, although they ask the same text', async () => {
    const organizations = ['alpha', 'beta', 'gamma', 'delta'];
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, i) => {
        const organization = organizations[i % 4] ?? '';
        const caller: RequestScope['caller'] = { ...ofAlpha, organization };
        const { data } = await ask('{ ports { secret } }', { caller });
        return [organization, JSON.stringify(data['ports'])];
      }),
    );
    for (const [organization, text] of answers) {
      const seen = [...(text ?? '').matchAll(/of (\w+)/g)].map(([, member]) => member);
      expect(seen).toEqual(organization === 'delta' ? [] : [organization, organization]);
    }
  });
});
