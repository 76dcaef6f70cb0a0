import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMemberId } from '../../../../../shared/domain/ids.js';
import { everything } from '../../../../../shared/store/filter.js';
import type { RecordStore, StoredRecord } from '../../../../../shared/store/record-store.js';
import type { RecordType } from '../../../../../shared/store/record-type.js';
import { backUpSqliteStore } from '../../../../../shared/store/sqlite/back-up-sqlite-store.js';
import {
  openSqliteStore,
  type SqliteStoreOptions,
} from '../../../../../shared/store/sqlite/open-sqlite-store.js';
import { importAll, localsOf } from '../../../../contracts/record-store/store-under-test.js';
import { aPerson, aThing, suiteTypes, thing } from '../../../../contracts/record-store/thing.js';

let root = '';
const opened: RecordStore[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'accord-sqlite-store-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  rmSync(root, { recursive: true, force: true });
});

function open(options: Partial<SqliteStoreOptions> = {}): RecordStore {
  const store = openSqliteStore({
    folder: join(root, 'data'),
    member: readMemberId('harbour-watch'),
    types: suiteTypes,
    now: () => new Date('2026-01-31T09:30:00.000Z'),
    logger: pino({ level: 'silent' }),
    writeWaitMs: 100,
    ...options,
  });
  opened.push(store);
  return store;
}

async function exported(store: RecordStore): Promise<StoredRecord[]> {
  const records: StoredRecord[] = [];
  for await (const record of store.export()) {
    records.push(record);
  }
  return records;
}

const file = () => join(root, 'data', 'records.sqlite');
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('openSqliteStore', () => {
  test('makes a folder and files that only their owner can read', async () => {
    const store = open({ folder: join(root, 'deep', 'data') });
    await importAll(store, [aThing('a')]);
    expect(modeOf(join(root, 'deep', 'data'))).toBe('700');
    const names = readdirSync(join(root, 'deep', 'data'));
    expect(names).toContain('records.sqlite');
    for (const name of names) {
      expect(modeOf(join(root, 'deep', 'data', name)), name).toBe('600');
    }
  });

  test('takes the file away from others when it was readable', async () => {
    await open().close();
    chmodSync(file(), 0o644);
    open();
    expect(modeOf(file())).toBe('600');
  });

  test('refuses a store of a newer version', async () => {
    await open().close();
    alter((database) => database.pragma('user_version = 99'));
    expect(() => open()).toThrow(
      expect.objectContaining({
        code: 'STORE_VERSION',
        message: 'Expected a store of version 2, it is of version 99: a newer Accord wrote it.',
      }),
    );
  });

  test('takes over a store of version 1, which kept the bodies with the keys', async () => {
    const store = open();
    await importAll(store, [aThing('a'), aThing('b'), aPerson('p')]);
    const before = await exported(store);
    await store.close();
    alter((database) => {
      for (const { name } of suiteTypes) {
        database.exec(`
          ALTER TABLE "${name}" ADD COLUMN body TEXT;
          UPDATE "${name}" SET body = (SELECT body FROM "${name}_bodies" b WHERE b.id = "${name}".id);
          DROP TABLE "${name}_bodies";
          UPDATE accord_meta SET value = 'of version 1' WHERE name = 'type ${name}'`);
      }
      database.pragma('user_version = 1');
    });
    expect(await exported(open())).toEqual(before);
    expect(before).toHaveLength(3);
  });

  test('refuses the store of another member', async () => {
    await open().close();
    expect(() => open({ member: readMemberId('quay-ledger') })).toThrow(
      expect.objectContaining({
        code: 'STORE_UNAVAILABLE',
        message: 'Expected the store of member "quay-ledger", it is of member "harbour-watch".',
      }),
    );
  });

  const damages: readonly (readonly [string, () => void, string])[] = [
    [
      'a file that is no database',
      () => writeFileSync(file(), 'x'.repeat(5_000)),
      'its file is not a SQLite database',
    ],
    ['a folder in the place of the file', () => mkdirSync(file()), 'its file is a folder'],
    [
      'a file in the place of the folder',
      () => {
        rmSync(join(root, 'data'), { recursive: true });
        writeFileSync(join(root, 'data'), '');
      },
      'its folder is a file',
    ],
  ];
  test.each(damages)('refuses %s', (_, damage, reason) => {
    mkdirSync(join(root, 'data'));
    damage();
    expect(() => open()).toThrow(
      expect.objectContaining({
        code: 'STORE_UNAVAILABLE',
        message: `Expected a readable and writable store, ${reason}.`,
      }),
    );
  });

  test('opens a store for reading beside a writer, and makes none', async () => {
    const unavailable = expect.objectContaining({ code: 'STORE_UNAVAILABLE' });
    expect(() => open({ readOnly: true })).toThrow(unavailable);
    expect(readdirSync(root)).toEqual([]);
    const writer = open();
    const reader = open({ readOnly: true });
    await importAll(writer, [aThing('a')]);
    expect(await localsOf(reader, everything)).toEqual(['a']);
  });

  test('asks for a writer first when the record types have changed', async () => {
    await importAll(open(), [aThing('a', { code: 'x' })]);
    const changed: RecordType = { ...thing, pairs: [...thing.pairs, { equal: [], sort: 'seenAt' }] };
    expect(() => open({ types: [changed], readOnly: true })).toThrow(
      expect.objectContaining({
        code: 'STORE_VERSION',
        message:
          'Expected a store of the present record types, it was written for others: open it once for writing.',
      }),
    );
  });

  test('makes keys and indexes anew when the record types have changed, and keeps ids, times and contents', async () => {
    const first = open();
    await importAll(first, [aThing('b', { seenAt: '2026-01-01T00:00:00.000Z', tags: ['red'] }), aThing('a')]);
    const before = await first.getByIds('Thing', ['a', 'b']);
    await first.close();
    const changed: RecordType = {
      ...thing,
      keys: { ...thing.keys, colours: { kind: 'terms', of: () => ['red'] } },
      pairs: [{ equal: ['seenAt'], sort: 'code' }],
    };
    const second = open({ types: [changed], now: () => new Date('2027-01-01T00:00:00.000Z') });
    expect(await second.getByIds('Thing', ['a', 'b'])).toEqual(before);
    expect(await localsOf(second, { op: 'eq', key: 'colours', value: 'red' })).toEqual(['a', 'b']);
    expect(await localsOf(second, { op: 'eq', key: 'tags', value: 'red' })).toEqual(['b']);
    expect(indexesOf('Thing')).toEqual(['Thing_by_local', 'Thing_by_seenAt_code_local']);
  });

  test('does nothing to a store of the same record types', async () => {
    await importAll(open(), [aThing('a')]);
    await Promise.all(opened.splice(0).map((store) => store.close()));
    const before = readFileSync(file());
    await open().close();
    expect(readFileSync(file()).equals(before)).toBe(true);
  });
});

describe('an import run', () => {
  test('that changed nothing leaves the file as it was', async () => {
    const store = open();
    await importAll(store, [aThing('a', { year: 1 }), aPerson('p')]);
    const before = readFileSync(file());
    await importAll(store, [aThing('a', { year: 1 }), aPerson('p')]);
    const run = await store.beginImport({ label: 'given up' });
    await run.put([aThing('b'), aPerson('q')]);
    await run.abort();
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  test('leaves an empty write-ahead log and all indexes behind', async () => {
    const store = open();
    const many = Array.from({ length: 3_000 }, (_, i) => aThing(`r${i}`, { title: `Quay ${i}`, year: i }));
    await importAll(store, many);
    expect(statSync(`${file()}-wal`).size).toBe(0);
    expect(indexesOf('Thing')).toHaveLength(10);
  });

  test('is void after a fault: the rest is refused and nothing is kept', async () => {
    const store = open();
    const run = await store.beginImport({ label: 'bad' });
    await run.put([aThing('a')]);
    await expect(run.put([aThing('b', { title: '\ud800' })])).rejects.toMatchObject({ code: 'BAD_RECORD' });
    await expect(run.commit()).rejects.toThrow('Invariant broken');
    await run.abort();
    expect(await localsOf(store, everything)).toEqual([]);
  });

  // A file system of its own needs namespaces, which not every machine lets a test make.
  test.skipIf(!canMount())('on a full disk says so, keeps nothing, and leaves a store that works', () => {
    const folder = join(root, 'small');
    mkdirSync(folder);
    const script = 'mount -t tmpfs -o size=4m tmpfs "$1" && exec "$2" --import tsx "$3" "$1"';
    const node = [process.execPath, fixture('import-until-full.ts')];
    const said = execFileSync('unshare', ['-rm', 'sh', '-c', script, 'sh', folder, ...node], {
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual({
      code: 'STORE_FULL',
      message: 'Expected room for the store on its disk, the disk is full.',
      kept: ['a'],
      next: ['inserted'],
    });
  });

  test('that is killed leaves the store as it was, and the next one works', { timeout: 60_000 }, async () => {
    await importAll(open(), [aThing('a', { year: 1 })]);
    const killed = spawn(
      process.execPath,
      ['--import', 'tsx', fixture('import-until-killed.ts'), join(root, 'data')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => killed.stdout.once('data', resolve));
    const other = open({ writeWaitMs: 0 });
    await expect(other.beginImport({ label: 'second' })).rejects.toMatchObject({ code: 'STORE_BUSY' });
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.once('exit', resolve));
    const store = open();
    expect(await localsOf(store, everything)).toEqual(['a']);
    expect(await importAll(store, [aThing('a', { year: 2 }), aThing('b')])).toEqual(['updated', 'inserted']);
    expect(await localsOf(open(), everything)).toEqual(['a', 'b']);
    expect(alter((database) => database.pragma('integrity_check', { simple: true }))).toBe('ok');
  });
});

describe('forget', () => {
  test('leaves no trace among thousands of records that were moved about', async () => {
    const store = open();
    const fillers = (round: number) =>
      Array.from({ length: 1_500 }, (_, i) =>
        aThing(`r${(i * 7_919) % 1_500}`, { title: `Quay ${round} ${'x'.repeat((i * 37) % 900)}`, year: i }),
      );
    const secret = (round: number) =>
      aPerson('zz', { name: `Quillon Vantreese ${round}`, notes: [`zq-4471 ${'y'.repeat(round * 1_500)}`] });
    for (const round of [1, 2, 3]) {
      await importAll(store, [...fillers(round).slice(0, 700), secret(round), ...fillers(round).slice(700)]);
    }
    await store.delete(
      'Thing',
      Array.from({ length: 300 }, (_, i) => `r${i * 3}`),
    );
    await store.delete('Person', ['zz']);
    expect(await store.forget('Person', 'zz', 'asked for')).toBe(false);
    await store.close();
    const left = readdirSync(join(root, 'data')).map((name) =>
      readFileSync(join(root, 'data', name), 'latin1'),
    );
    expect(left.join('')).toContain('Quay 3');
    expect(left.join('')).not.toMatch(/quillon|vantreese|zq-4471|zq_2d4471/i);
  });

  test('says so in the log, with type and reason and nothing of the record', async () => {
    const lines: string[] = [];
    const store = open({
      logger: pino({ base: null, timestamp: false }, { write: (line) => void lines.push(line) }),
    });
    await importAll(store, [aPerson('p1', { name: 'Quillon Vantreese' })]);
    await store.forget('Person', 'p1', 'asked for');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, type: 'Person', reason: 'asked for', msg: 'forgot' },
    ]);
  });
});

describe('backUpSqliteStore', () => {
  const signal = new AbortController().signal;

  test('copies a store in use, readable by its owner only, tombstones included', async () => {
    const store = open();
    await importAll(store, [aThing('a'), aThing('b')]);
    await store.forget('Thing', 'b', 'asked for');
    const run = await store.beginImport({ label: 'going on' });
    await run.put([aThing('c')]);
    mkdirSync(join(root, 'copy'));
    const out = join(root, 'copy', 'records.sqlite');
    await backUpSqliteStore({ folder: join(root, 'data'), out, signal });
    await run.commit();
    expect(modeOf(out)).toBe('600');
    expect(readdirSync(join(root, 'copy'))).toEqual(['records.sqlite']);
    const copy = open({ folder: join(root, 'copy') });
    expect(await localsOf(copy, everything)).toEqual(['a']);
    expect(await importAll(copy, [aThing('b')])).toEqual(['forgotten']);
  });

  test('leaves nothing behind when it is stopped or there is no store', async () => {
    await importAll(open(), [aThing('a')]);
    const out = join(root, 'copy.sqlite');
    const stop = { folder: join(root, 'data'), out, signal: AbortSignal.abort(new Error('stopped')) };
    await expect(backUpSqliteStore(stop)).rejects.toThrow('stopped');
    await expect(backUpSqliteStore({ folder: join(root, 'none'), out, signal })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect(readdirSync(root)).toEqual(['data']);
  });
});

function alter<T>(change: (database: Database.Database) => T): T {
  const database = new Database(file());
  try {
    return change(database);
  } finally {
    database.close();
  }
}

function indexesOf(table: string): unknown[] {
  return alter((database) =>
    database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
      )
      .pluck()
      .all(table),
  );
}

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../../../fixtures/${name}`, import.meta.url));
}

function canMount(): boolean {
  const probe = 'mount -t tmpfs -o size=1m tmpfs /tmp';
  const can = spawnSync('unshare', ['-rm', 'sh', '-c', probe], { stdio: 'ignore' }).status === 0;
  if (!can) {
    console.warn('The test of a full disk is skipped: this machine lets nobody mount a file system.');
  }
  return can;
}
