import { ApolloServer } from '@apollo/server';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { RequestScope } from '../../../../gateway/fanout/request-scope.js';
import { VisibleServers } from '../../../../gateway/plan/visible-servers.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';

const serverOf = (schema: GraphQLSchema) => new ApolloServer<RequestScope>({ schema });
const aSchema = () => buildSchema('type Query { a: Int }');
const caller = anonymousCaller;

/** Servers over a gateway that shows what a test says. */
function aGateway() {
  const least = aSchema();
  const shown: { visible: GraphQLSchema | undefined; published: object } = {
    visible: undefined,
    published: [],
  };
  const started: GraphQLSchema[] = [];
  const whole = serverOf(aSchema());
  const servers = new VisibleServers(
    whole,
    { visibleTo: () => shown.visible, leastVisible: () => least, published: () => shown.published },
    async (schema) => {
      started.push(schema);
      return serverOf(schema);
    },
  );
  const showing = (visible: GraphQLSchema | undefined) => {
    shown.visible = visible;
    return servers.serverFor({ caller });
  };
  return { least, shown, started, whole, showing };
}

describe('the servers of a revision', () => {
  test('are one for each part of the schema, started once', async () => {
    const { started, whole, showing } = aGateway();
    const [one, other] = [aSchema(), aSchema()];
    expect(await showing(undefined)).toBe(whole);
    expect(await showing(one)).toBe(await showing(one));
    expect(await showing(other)).not.toBe(await showing(one));
    expect(started).toEqual([one, other]);
  });

  test('are so many, and whoever comes after is shown what everybody is', async () => {
    const { least, started, showing } = aGateway();
    const first = aSchema();
    const known = await showing(first);
    for (let i = 1; i < 40; i += 1) {
      await showing(aSchema());
    }
    expect(started).toHaveLength(33);
    expect(started.at(-1)).toBe(least);
    expect(await showing(first)).toBe(known);
  });

  test('make room for those of now once members let other things be known', async () => {
    const { least, shown, started, showing } = aGateway();
    for (let i = 0; i < 40; i += 1) {
      await showing(aSchema());
    }
    shown.published = [];
    const now = aSchema();
    const known = await showing(now);
    expect(started.at(-1)).toBe(now);
    expect(await showing(now)).toBe(known);
    expect(started.filter((schema) => schema === least)).toHaveLength(1);
  });
});
