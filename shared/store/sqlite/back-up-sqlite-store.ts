import { chmodSync, closeSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { storeFault } from './store-fault.js';
import { storeFile } from './store-file.js';

/**
 * Copies the store of a folder while it is in use, as it was at one moment. `out` appears when the copy is complete,
 * readable by its owner only. Throws STORE_UNAVAILABLE, STORE_FULL, and the signal's reason.
 */
export async function backUpSqliteStore(options: {
  readonly folder: string;
  readonly out: string;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { folder, out, signal } = options;
  const part = `${out}.part`;
  try {
    await copy(storeFile(folder), part, signal);
    renameSync(part, out);
  } catch (cause) {
    rmSync(part, { force: true });
    throw storeFault(cause, out);
  }
}

const pagesAtOnce = 2_000;

async function copy(from: string, to: string, signal: AbortSignal): Promise<void> {
  const database = new Database(from, { readonly: true, fileMustExist: true });
  try {
    closeSync(openSync(to, 'w', 0o600));
    chmodSync(to, 0o600);
    // A read transaction keeps the moment: without it each write of others would begin the copy anew.
    database.exec('BEGIN; SELECT 1 FROM sqlite_schema');
    await database.backup(to, {
      progress: () => {
        signal.throwIfAborted();
        return pagesAtOnce;
      },
    });
  } finally {
    database.close();
  }
}
