import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { readMemberId } from '../shared/domain/ids.js';
import { invariant } from '../shared/errors/invariant.js';
import type { Filter } from '../shared/store/filter.js';
import { openMongoStore } from '../shared/store/mongodb/open-mongo-store.js';
import type { RecordStore } from '../shared/store/record-store.js';
import { openSqliteStore } from '../shared/store/sqlite/open-sqlite-store.js';
import { budgetRecordTypes } from '../subgraphs/budgets/domain/record-types.js';
import { budgetLine } from './paging/budget-lines.js';
import { depths, measurePages, type PageTimes } from './paging/measure-pages.js';

const lines = 1_000_000;
const sampled = 40_000;
const linesAtOnce = 1_000;
const greatestRatio = 2;
const database = 'accord_bench_paging';

const storeOptions = {
  member: readMemberId('bench'),
  types: budgetRecordTypes,
  now: () => new Date('2026-01-31T09:30:00.000Z'),
  logger: pino({ level: 'silent' }),
};

/**
 * Times pages deep in a million budget lines against the second page, for every declared pair of the type in both
 * directions, without a policy and with one by label. Prints the ratios and gives whether each is within the limit.
 * SQLite always; MongoDB where there is one.
 */
export async function benchPaging(surroundings: {
  readonly mongodbUrl: string | undefined;
}): Promise<boolean> {
  const inSqlite = await benchSqlite();
  const url = surroundings.mongodbUrl;
  if (url === undefined || !(await isMongod(url))) {
    console.log('MongoDB skipped: there is no real mongod at MONGODB_URL.');
    return inSqlite;
  }
  return (await benchMongodb(url)) && inSqlite;
}

async function benchSqlite(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-paging-'));
  try {
    return await benchStore('SQLite', openSqliteStore({ ...storeOptions, folder }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function benchMongodb(url: string): Promise<boolean> {
  await dropDatabase(url);
  try {
    return await benchStore('MongoDB', await openMongoStore({ ...storeOptions, url, database }));
  } finally {
    await dropDatabase(url);
  }
}

async function benchStore(name: string, store: RecordStore): Promise<boolean> {
  try {
    await fill(store);
    const results = await measureAll(store);
    console.log(
      `${name}: a page of ${lines} lines as a multiple of the second page (at most ${greatestRatio})`,
    );
    console.table(Object.fromEntries(results.map((result) => [result.name, rowOf(result)])));
    return results.every(({ ratios }) => ratios.every((ratio) => ratio <= greatestRatio));
  } finally {
    await store.close();
  }
}

async function fill(store: RecordStore): Promise<void> {
  const run = await store.beginImport({ label: 'bench' });
  for (let n = 0; n < lines; n += linesAtOnce) {
    await run.put(Array.from({ length: linesAtOnce }, (_, i) => budgetLine(n + i)));
  }
  await run.commit();
}

async function measureAll(store: RecordStore): Promise<PageTimes[]> {
  const [type] = budgetRecordTypes;
  invariant(type?.name === 'BudgetLine', 'budget lines are the first type of their domain');
  const sample = Array.from({ length: sampled }, (_, i) => budgetLine(i * (lines / sampled)));
  const results: PageTimes[] = [];
  for (const pair of type.pairs) {
    // Without a sort key the order is by id, upwards.
    for (const direction of pair.sort === null ? (['ASC'] as const) : (['ASC', 'DESC'] as const)) {
      const order = { type, pair, direction, sample };
      results.push(await measurePages(store, order));
      results.push(await measurePages(store, { ...order, policy: labelPolicy }));
    }
  }
  return results;
}

/** What labels and embargoes leave to callers who may see all there is: no index holds it in any order but one. */
const labelPolicy: Filter = {
  op: 'and',
  of: [
    { op: 'in', key: 'tlp', values: ['TLP:CLEAR', 'TLP:GREEN'] },
    {
      op: 'or',
      of: [
        { op: 'isNull', key: 'embargoUntil', value: true },
        { op: 'lte', key: 'embargoUntil', value: storeOptions.now().toISOString() },
      ],
    },
  ],
};

function rowOf({ second, ratios }: PageTimes): Record<string, string> {
  const atDepths = depths.map((depth, i) => [`${depth * 100} %`, (ratios[i] ?? Number.NaN).toFixed(2)]);
  return { 'second page (µs)': second.toFixed(0), ...Object.fromEntries(atDepths) };
}

/** FerretDB speaks the protocol too; its times say nothing about MongoDB. */
async function isMongod(url: string): Promise<boolean> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 3_000 });
  try {
    const build = await client.db('admin').command({ buildInfo: 1 });
    return build['ferretdbVersion'] === undefined && build['ferretdb'] === undefined;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

async function dropDatabase(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 3_000 });
  try {
    await client.db(database).dropDatabase();
  } finally {
    await client.close();
  }
}
