import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { AccordError } from '../../../../../shared/errors/accord-error.js';
import { storeFault } from '../../../../../shared/store/sqlite/store-fault.js';

const file = '/nowhere/records.sqlite';

describe('storeFault', () => {
  test.each([
    ['SQLITE_FULL', 'STORE_FULL', 'Expected room for the store on its disk, the disk is full.'],
    [
      'SQLITE_BUSY',
      'STORE_BUSY',
      'Expected to be the only one to write to the store, another import holds it.',
    ],
    [
      'SQLITE_BUSY_SNAPSHOT',
      'STORE_BUSY',
      'Expected to be the only one to write to the store, another import holds it.',
    ],
    [
      'SQLITE_CANTOPEN',
      'STORE_UNAVAILABLE',
      'Expected a readable and writable store, its file cannot be opened.',
    ],
    [
      'SQLITE_CANTOPEN_ISDIR',
      'STORE_UNAVAILABLE',
      'Expected a readable and writable store, its file cannot be opened.',
    ],
    [
      'SQLITE_NOTADB',
      'STORE_UNAVAILABLE',
      'Expected a readable and writable store, its file is not a SQLite database.',
    ],
    ['SQLITE_CORRUPT', 'STORE_UNAVAILABLE', 'Expected a readable and writable store, its file is damaged.'],
    [
      'SQLITE_CORRUPT_VTAB',
      'STORE_UNAVAILABLE',
      'Expected a readable and writable store, its file is damaged.',
    ],
    [
      'SQLITE_READONLY',
      'STORE_UNAVAILABLE',
      'Expected a readable and writable store, its file cannot be written.',
    ],
    [
      'SQLITE_IOERR_WRITE',
      'STORE_UNAVAILABLE',
      'Expected a readable and writable store, its disk cannot be read or written.',
    ],
  ] as const)('gives %s as %s', (sqliteCode, code, message) => {
    const cause = new Database.SqliteError('some text of SQLite', sqliteCode);
    expect(storeFault(cause, file)).toMatchObject({ name: 'AccordError', code, message, cause });
  });

  test.each([
    ['ENOSPC', 'STORE_FULL'],
    ['EACCES', 'STORE_UNAVAILABLE'],
    ['ENOTDIR', 'STORE_UNAVAILABLE'],
    ['EROFS', 'STORE_UNAVAILABLE'],
  ] as const)('gives %s of the file system as %s', (systemCode, code) => {
    const cause = Object.assign(new Error('with a path in it'), { code: systemCode });
    expect(storeFault(cause, file)).toMatchObject({ name: 'AccordError', code });
  });

  test('leaves faults of ours and of others as they are', () => {
    const syntax = new Database.SqliteError('near "FORM": syntax error', 'SQLITE_ERROR');
    const known = new AccordError('BAD_RECORD', 'Expected another record.');
    for (const cause of [syntax, known, new TypeError('x'), 'text', undefined]) {
      expect(storeFault(cause, file)).toBe(cause);
    }
  });
});
