import { join } from 'node:path';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { type Connection, openConnection } from '../../../shared/store/sqlite/connection.js';
import { makeStoreFile } from '../../../shared/store/sqlite/store-file.js';

const fileName = 'links.db';
const schema = 1;

/** Most writes put a few bytes of an index each into a page of its own. */
const pageSize = 4_096;

/** Two connections to the one file, so that a long write does not stop the reads. */
export interface LinkFile {
  readonly reader: Connection;
  readonly writer: Connection;
}

/** Opens the file, and makes it where it is missing: 0600. Throws STORE_UNAVAILABLE, STORE_VERSION, STORE_BUSY. */
export function openLinkFile(folder: string): LinkFile {
  const file = join(folder, fileName);
  makeStoreFile(folder, file);
  const writer = openConnection(file, { waitMs: 0, cacheKiB: 65_536, pageSize });
  try {
    prepare(writer);
    return { writer, reader: openConnection(file, { waitMs: 2_000, cacheKiB: 65_536 }) };
  } catch (cause) {
    writer.close();
    throw cause;
  }
}

function prepare(connection: Connection): void {
  const found = Number(connection.first('PRAGMA user_version')?.[0] ?? 0);
  if (found > schema) {
    throw new AccordError(
      'STORE_VERSION',
      `Expected a store of links of version ${schema}, this one has version ${found}.`,
    );
  }
  if (found < schema) {
    // Another process that makes the same file is waited for.
    connection.exec('PRAGMA busy_timeout = 2000');
    connection.exec(`BEGIN IMMEDIATE; ${tables}; PRAGMA user_version = ${schema}; COMMIT`);
    connection.exec('PRAGMA busy_timeout = 0');
  }
}

/**
 * Of a subject that is withdrawn the row in `subjects` stays, with its permanent ids; what was published is apart in
 * `contents`. Keys are 64 bits of their SHA-256. Subjects are referred to by row, members too.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS members (
    member INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    era INTEGER NOT NULL, last INTEGER NOT NULL, subjects INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS publications (
    member INTEGER NOT NULL, era INTEGER NOT NULL, sequence INTEGER NOT NULL,
    kid TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (member, era, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS subjects (
    subject INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, entity_id TEXT NOT NULL UNIQUE,
    member INTEGER NOT NULL, since TEXT NOT NULL, published INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS contents (subject INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS keys (
    key INTEGER NOT NULL, subject INTEGER NOT NULL, PRIMARY KEY (key, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pending (
    change INTEGER PRIMARY KEY AUTOINCREMENT, subject INTEGER NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS links (
    candidate INTEGER NOT NULL, match INTEGER NOT NULL,
    candidate_member INTEGER NOT NULL, match_member INTEGER NOT NULL,
    score REAL NOT NULL, verdict TEXT NOT NULL, matcher TEXT NOT NULL, computed_at TEXT NOT NULL,
    criteria TEXT NOT NULL,
    PRIMARY KEY (candidate, match)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS links_by_match ON links (match, candidate);
  CREATE INDEX IF NOT EXISTS links_by_candidate_member ON links (candidate_member, score, candidate, match);
  CREATE INDEX IF NOT EXISTS links_by_match_member ON links (match_member, score, candidate, match);
  CREATE TABLE IF NOT EXISTS judgements (
    entry INTEGER PRIMARY KEY, candidate TEXT NOT NULL, match TEXT NOT NULL, judgement TEXT NOT NULL,
    decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, evidence TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS judgements_by_pair ON judgements (candidate, match);
  CREATE INDEX IF NOT EXISTS judgements_by_match ON judgements (match)`;
