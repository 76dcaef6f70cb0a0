import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMongoLinkStore } from '../../gateway/directory/links/mongodb-link-store.js';
import { topicKeys } from '../fixtures/link-subjects.js';
import { findMongo, type MongoServer, noMongo, startMongo } from '../fixtures/mongodb-server.js';
import { expectNothingOfKilled } from './link-store/killed.js';
import { describeLinkStore } from './link-store.js';

const found = findMongo(process.env);
if (found === undefined) {
  process.stderr.write(`${noMongo}\n`);
}

describe.skipIf(found === undefined)('on a MongoDB-compatible server', () => {
  let server: MongoServer;
  const databases = new Set<string>();
  const timing = { waitMs: 5_000, beatMs: 100, leaseMs: 3_000 };

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

  const open = (database: string) => {
    databases.add(database);
    const now = () => new Date(0);
    return createMongoLinkStore({ url: server.url, database, keysOf: topicKeys, now, timing });
  };

  describeLinkStore('MongoDB', async (place, options) => {
    const database = `accord_test_${place.replaceAll('-', '_')}`;
    databases.add(database);
    return createMongoLinkStore({ url: server.url, database, timing, ...options });
  });

  it('leaves nothing half done when it is killed', { timeout: 60_000 }, async () => {
    const store = open('accord_test_killed_links');
    await expectNothingOfKilled(store, [server.url, 'accord_test_killed_links']);
    await store.close();
  });

  it('answers again after the server was away', async (context) => {
    if (!server.isOwn) {
      context.skip('the server at MONGODB_URL is not for a test to stop');
    }
    const store = open('accord_test_outage');
    expect(await store.countSubjects()).toBe(0);
    await server.kill();
    await expect(store.countSubjects()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await server.restart();
    expect(await store.countSubjects()).toBe(0);
    await store.close();
  });

  it('refuses links that another version wrote', async () => {
    const first = open('accord_test_version');
    await first.countSubjects();
    await first.close();
    const client = new MongoClient(server.url);
    const state = client.db('accord_test_version').collection<{ _id: string }>('accord_links_state');
    await state.updateOne({ _id: 'state' }, { $set: { schema: 7 } });
    await client.close();
    const second = open('accord_test_version');
    await expect(second.countSubjects()).rejects.toMatchObject({
      code: 'STORE_VERSION',
      message: 'Expected a store of links of version 1, this one has version 7.',
    });
    await second.close();
  });
});

it('refuses a URL that is none, and does not show it', async () => {
  const store = createMongoLinkStore({
    url: 'http://user:secret@links.invalid',
    database: 'a',
    keysOf: topicKeys,
    now: () => new Date(0),
  });
  await expect(store.countSubjects()).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message: 'Expected a MongoDB connection string in "MONGODB_URL".',
  });
  await store.close();
});
