import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readMemberId } from '../../shared/domain/ids.js';
import { everything } from '../../shared/store/filter.js';
import { type MongoStoreOptions, openMongoStore } from '../../shared/store/mongodb/open-mongo-store.js';
import type { RecordStore } from '../../shared/store/record-store.js';
import { findMongo, type MongoServer, startMongo } from '../fixtures/mongodb-server.js';
import { by, importAll, walk } from './record-store/store-under-test.js';
import { aThing, suiteTypes } from './record-store/thing.js';

const timing = { waitMs: 500, beatMs: 50, leaseMs: 1_500 };
const unavailable = {
  name: 'AccordError',
  code: 'STORE_UNAVAILABLE',
  message: 'Expected the MongoDB server of the store to answer, it cannot be reached.',
};

const found = findMongo(process.env);

describe.skipIf(found === undefined)('a MongoDB store among faults', () => {
  let server: MongoServer;
  let databases = 0;
  const opened: RecordStore[] = [];

  beforeAll(async () => {
    if (found !== undefined) {
      server = await startMongo(found);
    }
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });

  const newDatabase = () => `accord_test_faults_${process.pid}_${databases++}`;
  const open = async (options: Partial<MongoStoreOptions> & { readonly database: string }) => {
    const store = await openMongoStore({
      url: server.url,
      member: readMemberId('harbour-watch'),
      types: suiteTypes,
      now: () => new Date('2026-01-31T09:30:00.000Z'),
      logger: pino({ level: 'silent' }),
      timing,
      ...options,
    });
    opened.push(store);
    return store;
  };
  const yearsIn = async (store: RecordStore) =>
    (await walk(store, [by('year')])).map(({ record, position }) => `${record.local} ${position.k[0]}`);

  test('an import that is killed leaves all as it was, and the same import then does the job', async () => {
    const database = newDatabase();
    const store = await open({ database });
    await importAll(store, [aThing('a', { year: 1 }), aThing('b', { year: 1 })]);
    const script = fileURLToPath(new URL('../fixtures/stage-and-hang.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, server.url, database], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(store.beginImport({ label: 'while it lives' })).rejects.toMatchObject({
      code: 'STORE_BUSY',
    });
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    expect(await yearsIn(store)).toEqual(['a 1', 'b 1']);
    const again = [aThing('a', { year: 2 }), aThing('b', { year: 1 }), aThing('new', { year: 3 })];
    expect(await importAll(store, again)).toEqual(['updated', 'unchanged', 'inserted']);
    expect(await yearsIn(store)).toEqual(['b 1', 'a 2', 'new 3']);
    expect(await versionsIn(server.url, database)).toEqual(['a', 'b', 'new']);
  });

  test('a run that another took for dead cannot become visible', async () => {
    const database = newDatabase();
    const silent = await open({ database, timing: { ...timing, beatMs: 60_000 } });
    const other = await open({ database });
    const late = await silent.beginImport({ label: 'goes silent' });
    await late.put([aThing('late', { year: 9 })]);
    expect(await importAll(other, [aThing('a', { year: 1 })])).toEqual(['inserted']);
    const lost = {
      code: 'STORE_BUSY',
      message: 'Expected to hold the store until the end of the run, another import has taken it over.',
    };
    await expect(late.put([aThing('later')])).rejects.toMatchObject(lost);
    await expect(late.commit()).rejects.toMatchObject(lost);
    await late.abort();
    expect(await yearsIn(other)).toEqual(['a 1']);
    expect(await versionsIn(server.url, database)).toEqual(['a']);
  });

  test('a database of another member is refused', async () => {
    const database = newDatabase();
    await open({ database });
    await expect(open({ database, member: readMemberId('ledger-lens') })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message:
        'Expected a database of its own for member "ledger-lens", it holds the records of "harbour-watch".',
    });
  });

  test('a store of another version is refused', async () => {
    const database = newDatabase();
    await open({ database });
    const client = new MongoClient(server.url);
    await client
      .db(database)
      .collection<{ _id: string }>('accord_state')
      .updateOne({ _id: 'state' }, { $set: { schema: 2 } });
    await client.close();
    await expect(open({ database })).rejects.toMatchObject({
      code: 'STORE_VERSION',
      message: 'Expected a store of version 1, this one has version 2.',
    });
  });

  test('what is no connection string is a fault of the configuration, and is not shown', async () => {
    await expect(open({ database: 'x', url: 'http://user:secret@example.org' })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: 'Expected a MongoDB connection string in "MONGODB_URL".',
    });
  });

  test('what can be no name of a database is a fault of the configuration', async () => {
    await expect(open({ database: 'a/b' })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message:
        'Expected the name of a MongoDB database of at most 63 letters, digits, "_" and "-", got "a/b".',
    });
  });

  test('a server that is not there is said to be so within some seconds', async () => {
    const begun = performance.now();
    await expect(open({ database: 'x', url: 'mongodb://127.0.0.1:1/' })).rejects.toMatchObject(unavailable);
    expect(performance.now() - begun).toBeLessThan(6_000);
  });

  test('a server that goes down is said to be so, and the store goes on when it comes back', async (context) => {
    if (!server.isOwn) {
      context.skip('a server given by MONGODB_URL is not killed');
    }
    const store = await open({ database: newDatabase() });
    await importAll(store, [aThing('a', { year: 1 })]);
    const run = await store.beginImport({ label: 'meets the fault' });
    await run.put([aThing('b')]);
    await server.kill();
    const begun = performance.now();
    const asked = { type: 'Thing', filter: everything, sort: [], limit: 5 };
    await expect(store.page(asked)).rejects.toMatchObject(unavailable);
    await expect(run.put([aThing('c')])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(performance.now() - begun).toBeLessThan(10_000);
    await expect(run.abort()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await server.restart();
    expect(await yearsIn(store)).toEqual(['a 1']);
    expect(await importAll(store, [aThing('b', { year: 2 })])).toEqual(['inserted']);
    expect(await yearsIn(store)).toEqual(['a 1', 'b 2']);
  });
});

/** The local ids of all versions of things that the database holds, staged and old ones too. */
async function versionsIn(url: string, database: string): Promise<string[]> {
  const client = new MongoClient(url);
  try {
    const all = await client.db(database).collection<{ local: string }>('Thing').find().toArray();
    return all.map(({ local }) => local).toSorted();
  } finally {
    await client.close();
  }
}
