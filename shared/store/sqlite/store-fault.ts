import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AccordError } from '../../errors/accord-error.js';

/** A fault of SQLite or of the disk in the words of the port; anything else is passed on as it is. */
export function storeFault(cause: unknown, file: string): unknown {
  if (cause instanceof AccordError || !(cause instanceof Error)) {
    return cause;
  }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || (code.startsWith('SQLITE_IOERR') && isDiskFull(file))) {
    return new AccordError('STORE_FULL', 'Expected room for the store on its disk, the disk is full.', {
      cause,
    });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return storeBusy(cause);
  }
  const reason = unavailable.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (reason !== undefined) {
    return new AccordError('STORE_UNAVAILABLE', `Expected a readable and writable store, ${reason}.`, {
      cause,
    });
  }
  // better-sqlite3 tells of a missing folder by a TypeError without a code.
  const isMissing = cause instanceof TypeError && cause.message.includes('directory does not exist');
  const isForeign = cause instanceof Database.SqliteError && /malformed|not a database/.test(cause.message);
  return isMissing || isForeign
    ? new AccordError('STORE_UNAVAILABLE', 'Expected a readable and writable store, it cannot be opened.', {
        cause,
      })
    : cause;
}

export function storeBusy(cause?: unknown): AccordError {
  return new AccordError(
    'STORE_BUSY',
    'Expected to be the only one to write to the store, another import holds it.',
    cause === undefined ? undefined : { cause },
  );
}

const unavailable: readonly (readonly [prefix: string, reason: string])[] = [
  ['SQLITE_CANTOPEN', 'its file cannot be opened'],
  ['SQLITE_NOTADB', 'its file is not a SQLite database'],
  ['SQLITE_CORRUPT', 'its file is damaged'],
  ['SQLITE_READONLY', 'its file cannot be written'],
  ['SQLITE_PERM', 'its file may not be opened'],
  ['SQLITE_AUTH', 'its file may not be opened'],
  ['SQLITE_IOERR', 'its disk cannot be read or written'],
  ['SQLITE_PROTOCOL', 'its locks cannot be had'],
  ['SQLITE_NOLFS', 'its disk holds no files of this size'],
  ['EACCES', 'its folder may not be opened'],
  ['EPERM', 'its folder may not be opened'],
  ['EROFS', 'its disk cannot be written'],
  ['ENOTDIR', 'its folder is a file'],
  ['EEXIST', 'its folder is a file'],
  ['EISDIR', 'its file is a folder'],
  ['ENOENT', 'it is not there'],
];

function isDiskFull(file: string): boolean {
  try {
    return statfsSync(dirname(file)).bavail === 0;
  } catch {
    return false;
  }
}
