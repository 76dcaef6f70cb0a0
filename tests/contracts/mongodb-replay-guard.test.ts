import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { openMongoReplayGuard } from '../../shared/store/mongodb/open-mongo-replay-guard.js';
import { findMongo, type MongoServer, noMongo, startMongo } from '../fixtures/mongodb-server.js';
import { describeReplayGuard } from './replay-guard.js';

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
      const client = new MongoClient(server.url);
      await Promise.all([...databases].map((name) => client.db(name).dropDatabase()));
      await client.close();
    }
    await server.stop();
  });

  describeReplayGuard('MongoDB', {
    open(place, now) {
      const database = `accord_test_${place}`;
      databases.add(database);
      return openMongoReplayGuard({ url: server.url, database, now });
    },
  });
});
