import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AccordError } from '../../errors/accord-error.js';

/** Pages copied between two looks at the signal. */
const pagesAtOnce = 4_000;

/**
 * Copies a store, as it is at one moment and while it is in use, into the file `to`, which is empty or not there.
 * Throws STORE_UNAVAILABLE without a store, BAD_OUTPUT where the copy cannot be written, INTERRUPTED on abort.
 */
export async function copySqliteStore(what: {
  readonly folder: string;
  readonly to: string;
  readonly signal: AbortSignal;
}): Promise<void> {
  const source = openSource(what.folder);
  try {
    await source.backup(what.to, {
      progress() {
        what.signal.throwIfAborted();
        return pagesAtOnce;
      },
    });
  } catch (cause) {
    throw what.signal.aborted
      ? new AccordError('INTERRUPTED', 'Expected to copy the store, but the copy was interrupted.')
      : new AccordError('BAD_OUTPUT', `Expected to write a copy of the store, ${came(cause)}.`, { cause });
  } finally {
    source.close();
  }
}

function openSource(folder: string): Database.Database {
  try {
    return new Database(join(folder, 'records.sqlite'), { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw new AccordError(
      'STORE_UNAVAILABLE',
      'Expected a store to copy, it is not there or cannot be opened.',
      {
        cause,
      },
    );
  }
}

function came(cause: unknown): string {
  return cause instanceof Database.SqliteError && cause.code === 'SQLITE_FULL'
    ? 'the disk is full'
    : 'it failed';
}
