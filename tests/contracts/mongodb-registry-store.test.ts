import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMongoRegistryStore } from '../../gateway/plan/registry/mongodb-registry-store.js';
import { findMongo, type MongoServer, noMongo, startMongo } from '../fixtures/mongodb-server.js';
import { describeRegistryStore } from './registry-store.js';

const found = findMongo(process.env);
if (found === undefined) {
  process.stderr.write(`${noMongo}\n`);
}

describe.skipIf(found === undefined)('on a MongoDB-compatible server', () => {
  let server: MongoServer;
  const databases = new Set<string>();
  const now = () => new Date(0);

  beforeAll(async () => {
    if (found !== undefined) {
      server = await startMongo(found);
    }
  });

  afterAll(async () => {
    if (!server.isOwn) {
      const client = new MongoClient(server.url);
      await Promise.all([...databases].map((name) => client.db(name).dropDatabase()));
      await client.close();
    }
    await server.stop();
  });

  describeRegistryStore('MongoDB', async (place, clock) => {
    const database = `accord_test_${place.replaceAll('-', '_')}`;
    databases.add(database);
    return createMongoRegistryStore({ url: server.url, database, now: clock });
  });

  it('answers again after the server was away', async (context) => {
    if (!server.isOwn) {
      context.skip('the server at MONGODB_URL is not for a test to stop');
    }
    const store = createMongoRegistryStore({ url: server.url, database: 'accord_test_outage', now });
    expect(await store.version()).toBe(0);
    await server.kill();
    await expect(store.version()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await server.restart();
    expect(await store.version()).toBe(0);
    await store.close();
  });
});

it('refuses a URL that is none', () => {
  expect(() =>
    createMongoRegistryStore({ url: 'registry.invalid', database: 'a', now: () => new Date(0) }),
  ).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }));
});
