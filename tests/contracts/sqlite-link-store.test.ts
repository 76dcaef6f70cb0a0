import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { createSqliteLinkStore } from '../../gateway/directory/links/sqlite-link-store.js';
import { topicKeys } from '../fixtures/link-subjects.js';
import { expectNothingOfKilled } from './link-store/killed.js';
import { describeLinkStore } from './link-store.js';

const root = mkdtempSync(join(tmpdir(), 'accord-links-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeLinkStore('SQLite', async (place, options) =>
  createSqliteLinkStore({ folder: join(root, place), ...options }),
);

it('leaves nothing half done when it is killed', { timeout: 60_000 }, async () => {
  const folder = join(root, 'killed');
  const store = createSqliteLinkStore({ folder, keysOf: topicKeys, now: () => new Date(0) });
  await expectNothingOfKilled(store, [folder]);
  await store.close();
});

describe('the file of a SQLite store of links', () => {
  const open = (folder: string) =>
    createSqliteLinkStore({ folder, keysOf: topicKeys, now: () => new Date(0), waitMs: 100 });

  it('is readable by its owner only, in a folder of the same kind', async () => {
    const folder = join(root, 'modes');
    const store = open(folder);
    await store.putStatistics('{}');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ['links.db', 'links.db-wal']) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    await store.close();
  });

  it('is made when its folder comes back after a fault', async () => {
    const folder = join(root, 'file-in-the-way');
    writeFileSync(folder, '');
    const store = open(folder);
    await expect(store.countSubjects()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    rmSync(folder);
    expect(await store.countSubjects()).toBe(0);
    await store.close();
  });

  it('is refused when it is no database', async () => {
    const folder = join(root, 'garbage');
    mkdirSync(folder);
    writeFileSync(join(folder, 'links.db'), 'x'.repeat(10_000));
    const store = open(folder);
    await expect(store.countSubjects()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await store.close();
  });

  it('is refused when a later version wrote it', async () => {
    const folder = join(root, 'later');
    const first = open(folder);
    await first.countSubjects();
    await first.close();
    const database = new Database(join(folder, 'links.db'));
    database.exec('PRAGMA user_version = 7');
    database.close();
    const second = open(folder);
    await expect(second.countSubjects()).rejects.toMatchObject({
      code: 'STORE_VERSION',
      message: 'Expected a store of links of version 1, this one has version 7.',
    });
    await second.close();
  });

  it('is said to be held while another process writes to it', async () => {
    const folder = join(root, 'held');
    const store = open(folder);
    await store.putStatistics('1');
    const other = new Database(join(folder, 'links.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.putStatistics('2')).rejects.toMatchObject({ code: 'STORE_BUSY' });
    expect(await store.statistics()).toBe('1');
    other.exec('COMMIT');
    await store.putStatistics('3');
    expect(await store.statistics()).toBe('3');
    other.close();
    await store.close();
  });
});
