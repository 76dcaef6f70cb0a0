import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { createSqliteRegistryStore } from '../../gateway/plan/registry/sqlite-registry-store.js';
import { describeRegistryStore } from './registry-store.js';

const root = mkdtempSync(join(tmpdir(), 'accord-registry-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeRegistryStore('SQLite', async (place, now) =>
  createSqliteRegistryStore({ folder: join(root, place), now }),
);

describe('the file of a SQLite registry', () => {
  const now = () => new Date(0);

  it('is readable by its owner only, in a folder of the same kind', async () => {
    const folder = join(root, 'modes');
    const store = createSqliteRegistryStore({ folder, now });
    await store.version();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'registry.sqlite')).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('is made again when its folder comes back after a fault', async () => {
    const folder = join(root, 'file-in-the-way');
    writeFileSync(folder, '');
    const store = createSqliteRegistryStore({ folder, now });
    await expect(store.version()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    rmSync(folder);
    expect(await store.version()).toBe(0);
    await store.close();
  });

  it.each([
    [
      'an entry of another form',
      "INSERT INTO entries VALUES ('alpha', 1, '{}')",
      'Expected entries of the registry in the form of this version, one has another.',
    ],
    [
      'a later version',
      'PRAGMA user_version = 7',
      'Expected a registry of version 1, this one has version 7.',
    ],
  ])('is refused with %s', async (name, sql, message) => {
    const folder = join(root, name.replaceAll(' ', '-'));
    mkdirSync(folder);
    const first = createSqliteRegistryStore({ folder, now });
    await first.version();
    await first.close();
    const database = new Database(join(folder, 'registry.sqlite'));
    database.exec(sql);
    database.close();
    const second = createSqliteRegistryStore({ folder, now });
    await expect(second.read()).rejects.toMatchObject({ code: 'STORE_VERSION', message });
    await second.close();
  });
});
