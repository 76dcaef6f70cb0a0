import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { domains } from '../../shared/domain/domains.js';
import { readMemberId } from '../../shared/domain/ids.js';
import { openMongoStore } from '../../shared/store/mongodb/open-mongo-store.js';
import type { RecordType } from '../../shared/store/record-type.js';
import { recordTypesOf } from '../../subgraphs/wire.js';
import { findMongo, type MongoServer, startMongo } from '../fixtures/mongodb-server.js';

const found = findMongo(process.env);
const types = recordTypesOf(domains);
const database = `accord_test_indexes_${process.pid}`;

describe.skipIf(found === undefined)('the indexes of a MongoDB store', () => {
  let server: MongoServer;
  let client: MongoClient;

  beforeAll(async () => {
    if (found !== undefined) {
      server = await startMongo(found);
      client = new MongoClient(server.url);
      await open(types);
    }
  });
  afterAll(async () => {
    await client.db(database).dropDatabase();
    await client.close();
    await server.stop();
  });

  const open = async (declared: readonly RecordType[]) => {
    const store = await openMongoStore({
      url: server.url,
      database,
      member: readMemberId('harbour-watch'),
      types: declared,
      now: () => new Date(),
      logger: pino({ level: 'silent' }),
    });
    await store.close();
  };
  const keysOf = async (type: string) =>
    (await client.db(database).collection(type).indexes()).map(({ key }) => Object.entries(key).join(' '));

  test.each(types.map((type) => [type.name, type] as const))(
    'hold every declared pair of %s',
    async (_, type) => {
      const there = await keysOf(type.name);
      for (const pair of type.pairs) {
        const keys = pair.sort === null ? pair.equal : [...pair.equal, pair.sort];
        const fields = [...keys.flatMap((key) => fieldsOf(type, key)), 'local'];
        expect(there).toContain(fields.map((field) => `${field},1`).join(' '));
      }
      expect(there).toContain('terms,1');
      expect(there).toContain('local,1');
    },
  );

  test('follow the declarations when they change', async () => {
    const [first] = types;
    const keyed = (keys: RecordType['pairs']) => ({
      name: 'Changing',
      keys: first?.keys ?? {},
      texts: () => [],
      pairs: keys,
    });
    await open([keyed([{ equal: ['country'], sort: null }])]);
    expect(await keysOf('Changing')).toContain('k_country,1 local,1');
    await open([
      keyed([
        { equal: [], sort: 'country' },
        { equal: [], sort: 'modifiedAt' },
      ]),
    ]);
    const there = await keysOf('Changing');
    expect(there).toContain('modifiedAt,1 local,1');
    expect(there.filter((key) => key.includes('k_country'))).toEqual(['k_country,1 local,1']);
    await open([keyed([])]);
    expect((await keysOf('Changing')).filter((key) => key.includes('k_'))).toEqual([]);
  });
});

/** Where the adapter says it keeps a key, told once more so that the test does not believe the adapter. */
function fieldsOf(type: RecordType, key: string): string[] {
  const spec = type.keys[key];
  if (spec !== undefined && 'stored' in spec) {
    return [spec.stored];
  }
  return spec?.kind === 'amount' ? [`k_${key}_high`, `k_${key}_low`] : [`k_${key}`];
}
