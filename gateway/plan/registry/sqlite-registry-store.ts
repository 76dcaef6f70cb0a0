import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { type Connection, openConnection } from '../../../shared/store/sqlite/connection.js';
import { storeFault } from '../../../shared/store/sqlite/store-fault.js';
import { readEntry } from './read-entry.js';
import type { RegistryStore } from './registry-store.js';

const fileName = 'registry.sqlite';
const schema = 1;

export interface SqliteRegistryOptions {
  /** The hub's own folder; replicas on one machine share it. */
  readonly folder: string;
  readonly now: () => Date;
  /** How long a write waits for another's to end. */
  readonly waitMs?: number;
}

/**
 * A registry in one SQLite file, readable by its owner only. The file is opened with the first use, so that a disk that
 * is away does not keep a hub from starting.
 */
export function createSqliteRegistryStore(options: SqliteRegistryOptions): RegistryStore {
  let open: Connection | undefined;
  const db = (): Connection => {
    open ??= openFile(options);
    return open;
  };
  return {
    version: async () => Number(db().first('SELECT total(version) FROM entries')?.[0] ?? 0),
    async read() {
      const entries = db()
        .all('SELECT entry FROM entries ORDER BY member')
        .map(([entry]) => readEntry(String(entry)));
      return { version: entries.reduce((sum, { version }) => sum + version, 0), entries };
    },
    async find(member) {
      const row = db().first('SELECT entry FROM entries WHERE member = ?', [member]);
      return row === undefined ? undefined : readEntry(String(row[0]));
    },
    async put(entry) {
      const { version, description } = entry;
      const text = JSON.stringify(entry);
      const { changes } =
        version === 1
          ? db().run('INSERT OR IGNORE INTO entries (member, version, entry) VALUES (?, 1, ?)', [
              description.id,
              text,
            ])
          : db().run('UPDATE entries SET version = ?, entry = ? WHERE member = ? AND version = ?', [
              version,
              text,
              description.id,
              version - 1,
            ]);
      return changes === 1;
    },
    async claim(id, until) {
      db().run('DELETE FROM requests WHERE until < ?', [options.now().getTime()]);
      const sql = 'INSERT OR IGNORE INTO requests (id, until) VALUES (?, ?)';
      return db().run(sql, [id, until.getTime()]).changes === 1;
    },
    async close() {
      open?.close();
      open = undefined;
    },
  };
}

function openFile({ folder, waitMs }: SqliteRegistryOptions): Connection {
  const file = join(folder, fileName);
  makeFile(folder, file);
  const connection = openConnection(file, { waitMs: waitMs ?? 2000, cacheKiB: 2048 });
  try {
    // What is said to be stored must outlast a power cut: a revocation above all.
    connection.exec('PRAGMA synchronous = FULL');
    checkVersion(connection);
    connection.exec(`
      CREATE TABLE IF NOT EXISTS entries (
        member TEXT PRIMARY KEY, version INTEGER NOT NULL, entry TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS requests (id TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS requests_by_until ON requests (until);
      PRAGMA user_version = ${schema};
    `);
    return connection;
  } catch (cause) {
    connection.close();
    throw cause;
  }
}

function checkVersion(connection: Connection): void {
  const found = Number(connection.first('PRAGMA user_version')?.[0] ?? 0);
  if (found > schema) {
    throw new AccordError(
      'STORE_VERSION',
      `Expected a registry of version ${schema}, this one has version ${found}.`,
    );
  }
}

function makeFile(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  } catch (cause) {
    throw storeFault(cause, file);
  }
}
