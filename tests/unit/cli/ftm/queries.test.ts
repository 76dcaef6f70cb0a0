import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageQuery, toldConnections } from '../../../../cli/ftm/connections.js';
import { entityQuery } from '../../../../cli/ftm/entity.js';
import { linkQueries } from '../../../../cli/link/review-links.js';
import { tryCompose } from '../../../../gateway/plan/compose.js';
import { readBase } from '../../../../gateway/wire.js';

let api: GraphQLSchema;
beforeAll(() => {
  const composed = tryCompose(readBase());
  if (!('apiSdl' in composed)) {
    throw new Error('Expected the coalition to compose.');
  }
  api = buildSchema(composed.apiSdl);
});

function faultsOf(query: string): string[] {
  return validate(api, parse(query)).map(({ message }) => message);
}

describe("what the command line asks of the coalition's graph", () => {
  test.each(toldConnections.map((connection) => [connection.field, connection] as const))(
    'for %s is a question that it answers',
    (_, connection) => {
      expect(faultsOf(pageQuery(connection))).toEqual([]);
    },
  );

  test('for an entity is a question that it answers', () => {
    expect(faultsOf(entityQuery)).toEqual([]);
  });

  test.each(Object.entries(linkQueries))('to %s links is a question that it answers', (_, query) => {
    expect(faultsOf(query)).toEqual([]);
  });

  test('tells every connection that an entity has', () => {
    expect(connectionsOf(api).sort()).toEqual(toldConnections.map(({ field }) => field).sort());
  });
});

function connectionsOf(schema: GraphQLSchema): string[] {
  const entity = schema.getType('Entity');
  const fields = entity !== undefined && 'getFields' in entity ? Object.values(entity.getFields()) : [];
  return fields.filter(({ type }) => String(type).endsWith('Connection')).map(({ name }) => name);
}
