import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HubFile } from '../../../../gateway/config.js';
import { createDirectorySchema } from '../../../../gateway/directory/directory.js';
import { createCursorSeal } from '../../../../gateway/fanout/cursor-seal.js';

const { members } = HubFile.parse({
  members: [
    {
      id: 'beta',
      name: 'Beta Desk',
      country: 'FR',
      languages: ['fra'],
      licence: 'CC-BY-4.0',
      paused: true,
      providers: [{ domain: 'asset-declarations', url: 'https://b.example/', contractVersion: '1.2.0' }],
    },
    {
      id: 'alpha',
      name: 'Alpha Watch',
      country: 'GB',
      licence: 'CC0-1.0',
      providers: [
        { domain: 'budgets', url: 'https://a.example/b' },
        { domain: 'investigations', url: 'https://a.example/i' },
      ],
    },
  ],
});
const schema = createDirectorySchema({
  members: () => members,
  accessLog: {
    folder: undefined,
    seal: createCursorSeal({ secrets: () => [new Uint8Array(32)], now: () => new Date(0) }),
  },
  links: null,
  indicators: {
    definitions: [],
    totals: new Map(),
    askGraph: async () => ({ data: null, codes: [] }),
    members: () => members,
    now: () => new Date(0),
  },
});
const ask = async (source: string) => {
  const { data, errors } = await graphql({ schema, source });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: errors?.map(({ message }) => message) };
};

describe('the directory', () => {
  it('lists the members by id with what the configuration says of them', async () => {
    const fields = 'id name country languages licence domains state contractVersions { domain version }';
    expect(await ask(`{ members { ${fields} } }`)).toEqual({
      data: {
        members: [
          {
            id: 'alpha',
            name: 'Alpha Watch',
            country: 'GB',
            languages: [],
            licence: 'CC0-1.0',
            domains: ['BUDGETS', 'INVESTIGATIONS'],
            state: 'ACTIVE',
            contractVersions: [
              { domain: 'BUDGETS', version: '1.0.0' },
              { domain: 'INVESTIGATIONS', version: '1.0.0' },
            ],
          },
          {
            id: 'beta',
            name: 'Beta Desk',
            country: 'FR',
            languages: ['fra'],
            licence: 'CC-BY-4.0',
            domains: ['ASSET_DECLARATIONS'],
            state: 'PAUSED',
            contractVersions: [{ domain: 'ASSET_DECLARATIONS', version: '1.2.0' }],
          },
        ],
      },
    });
  });

  it('lists the members that serve a domain', async () => {
    expect(await ask('{ members(domain: ASSET_DECLARATIONS) { id } }')).toEqual({
      data: { members: [{ id: 'beta' }] },
    });
  });

  it('gives one member, or null for an id of nobody', async () => {
    expect(await ask('{ a: member(id: "alpha") { name } b: member(id: "nobody") { name } }')).toEqual({
      data: { a: { name: 'Alpha Watch' }, b: null },
    });
  });

  it('tells of the member of a record, and of one that left its id alone', async () => {
    const representations = '[{ __typename: "Member", id: "beta" }, { __typename: "Member", id: "gone" }]';
    expect(
      await ask(`{ _entities(representations: ${representations}) { ... on Member { id name } } }`),
    ).toEqual({
      data: {
        _entities: [
          { id: 'beta', name: 'Beta Desk' },
          { id: 'gone', name: null },
        ],
      },
    });
  });
});
