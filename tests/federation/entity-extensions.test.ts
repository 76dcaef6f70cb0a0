import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EntityCoalition, startEntityCoalition } from '../fixtures/entity-coalition.js';
import { extensionAnswer } from '../fixtures/extension-server.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { inventedDeclaration, inventedPerson } from '../fixtures/invented-records.js';
import { callerHeaders } from '../fixtures/policy-coalition.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external"])';
const sdl = `${link}
  type Query { beta_ok: Boolean }
  type Entity @key(fields: "id") { id: ID! beta_watched: Boolean beta_words: String }`;
const greedy = `${link}
  type Query { beta_ok: Boolean }
  type Entity @key(fields: "id") { id: ID! subjects: [ID!] @external beta_watched: Boolean @requires(fields: "subjects") }`;

let folder: string;
let beta: FakeMember;
let coalition: EntityCoalition;
let entity: string;

function start(schema: string): Promise<EntityCoalition> {
  return startEntityCoalition({
    domains: ['asset-declarations'],
    records: {
      alpha: [inventedPerson('p-1', 'Person 1'), ...inventedDeclaration(1)],
      beta: [inventedPerson('p-2', 'Person 1'), ...inventedDeclaration(2)],
    },
    file: { extensions: [{ member: 'beta', url: beta.url, schema }] },
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-entity-extensions-'));
  writeFileSync(join(folder, 'beta.graphql'), sdl);
  writeFileSync(join(folder, 'greedy.graphql'), greedy);
  beta = await startFakeMember(
    extensionAnswer(sdl, {
      Entity: {
        beta_watched: ({ id }) => id === entity,
        beta_words: () => {
          throw new Error('secret of http://10.0.0.1/');
        },
      },
    }),
  );
  coalition = await start(join(folder, 'beta.graphql'));
  entity = await coalition.join(['alpha:p-1', 'beta:p-2'], 'Person 1');
}, 60_000);

afterAll(async () => {
  await coalition.stop();
  await beta.close();
  rmSync(folder, { recursive: true });
});

test('an extension adds fields to an entity, and is told its id alone', async () => {
  const query = `{ entity(id: "${entity}") { id beta_watched declarations { edges { node { id } } } } }`;
  beta.asked.length = 0;
  const { data, errors, extensions } = await coalition.hub.ask(query, { headers: await callerHeaders({}) });
  expect(errors).toBeUndefined();
  const edges = [{ node: { id: 'alpha:d-1' } }, { node: { id: 'beta:d-2' } }];
  expect(data).toEqual({
    entity: { id: entity, beta_watched: true, declarations: { edges } },
  });
  expect(extensions).toMatchObject({
    members: expect.arrayContaining([{ member: 'beta', domain: 'ext-beta', state: 'ANSWERED', rows: 1 }]),
  });
  expect(beta.asked.map(({ variables }) => variables['representations'])).toEqual([
    [{ __typename: 'Entity', id: entity }],
  ]);
});

test('an extension that fails takes nothing else of the entity with it', async () => {
  const query = `{ entity(id: "${entity}") { subjects beta_words } }`;
  const { data, errors, text } = await coalition.hub.ask(query, { headers: await callerHeaders({}) });
  expect(data).toEqual({ entity: { subjects: ['alpha:p-1', 'beta:p-2'], beta_words: null } });
  expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['MEMBER_ERROR']);
  expect(text).not.toContain('10.0.0.1');
});

test('which records an entity is made of goes to no extension unless the owners let it', async () => {
  const other = await start(join(folder, 'greedy.graphql'));
  try {
    const reason = 'Expected \\"Entity.beta_watched\\" not to require \\"subjects\\"';
    expect(other.hub.log.filter((line) => line.includes('quarantined')).join()).toContain(reason);
    const { errors } = await other.hub.ask('{ entities { edges { node { beta_watched } } } }');
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  } finally {
    await other.stop();
  }
});
