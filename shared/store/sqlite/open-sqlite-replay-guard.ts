import { join } from 'node:path';
import type { ReplayGuard } from '../../identity/replay-guard.js';
import { openConnection } from './connection.js';
import { makeStoreFile } from './store-file.js';

export interface SqliteReplayGuardOptions {
  /** The store's folder; the ids are in `tokens.sqlite` beside the records, whose file an import keeps to itself. */
  readonly folder: string;
  readonly now: () => Date;
}

const pruneEveryMs = 10_000;

/**
 * Opens the ids of used tokens in a file that all processes of a member share. What is written survives the process;
 * a power cut may cost the last moments of it. Throws STORE_UNAVAILABLE.
 */
export function openSqliteReplayGuard(options: SqliteReplayGuardOptions): ReplayGuard {
  const file = join(options.folder, 'tokens.sqlite');
  makeStoreFile(options.folder, file);
  const connection = openConnection(file, { waitMs: 1000, cacheKiB: 1024 });
  try {
    connection.exec('PRAGMA synchronous = NORMAL');
    connection.exec(
      'CREATE TABLE IF NOT EXISTS spent (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    );
    connection.exec('CREATE INDEX IF NOT EXISTS spent_by_until ON spent (until)');
  } catch (cause) {
    connection.close();
    throw cause;
  }
  let pruneAt = 0;
  return {
    async spend(id, until) {
      const now = options.now().getTime();
      if (now >= pruneAt) {
        pruneAt = now + pruneEveryMs;
        connection.run('DELETE FROM spent WHERE until < ?', [now]);
      }
      const insert = 'INSERT INTO spent (id, until) VALUES (?, ?) ON CONFLICT (id) DO NOTHING';
      return connection.run(insert, [id, until.getTime()]).changes === 1;
    },
    async close() {
      connection.close();
    },
  };
}
