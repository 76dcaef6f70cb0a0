import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { openMongoStore } from '../../shared/store/mongodb/open-mongo-store.js';
import { findMongo, type MongoServer, noMongo, startMongo } from '../fixtures/mongodb-server.js';
import { describeRecordStore } from './record-store.js';

const found = findMongo(process.env);
if (found === undefined) {
  process.stderr.write(`${noMongo}\n`);
}

describe.skipIf(found === undefined)('on a MongoDB-compatible server', () => {
  let server: MongoServer;
  const databases = new Set<string>();

  beforeAll(async () => {
    if (found !== undefined) {
      server = await startMongo(found);
    }
  });

  afterAll(async () => {
    if (!server.isOwn) {
      await withClient(server.url, (client) =>
        Promise.all([...databases].map((name) => client.db(name).dropDatabase())),
      );
    }
    await server.stop();
  });

  describeRecordStore('MongoDB', {
    open({ place, ...options }) {
      const database = `accord_test_${place.replaceAll('-', '_')}`;
      databases.add(database);
      return openMongoStore({
        ...options,
        url: server.url,
        database,
        timing: { waitMs: 500, beatMs: 50, leaseMs: 1_500 },
      });
    },
    propertyRuns: 8,
    refusesTooBroad: true,
    traces: (place) =>
      withClient(server.url, async (client) => {
        const db = client.db(`accord_test_${place.replaceAll('-', '_')}`);
        const collections = await db.listCollections().toArray();
        const all = await Promise.all(collections.map(({ name }) => db.collection(name).find().toArray()));
        return JSON.stringify(all);
      }),
  });
});

async function withClient<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
