import { AccordError } from '../../errors/accord-error.js';
import { termsOf } from '../keys-of.js';
import type { RecordBody, RecordType } from '../record-type.js';
import type { Connection, Parameter } from './connection.js';
import {
  indexStatements,
  type Layout,
  layoutDigest,
  layoutOf,
  pushKeyValues,
  tableStatements,
} from './layout.js';
import { storedTerms } from './match-expression.js';
import { readMeta, writeMeta } from './meta.js';
import { readText } from './read-row.js';
import { rowStatements } from './row-statements.js';
import { rollBack } from './write-transaction.js';

/** The version of what surrounds the keys of records: the meta table, the tombstones and the tables of bodies. */
const schemaVersion = 2;

/**
 * Makes a new store, or brings an older one to the declared record types: keys, terms and indexes of a type whose
 * declaration changed are made anew from the bodies. All in one transaction. Throws STORE_VERSION.
 */
export function prepareSchema(
  connection: Connection,
  options: { readonly member: string; readonly types: readonly RecordType[]; readonly readOnly: boolean },
): void {
  if (isPrepared(connection, options)) {
    return;
  }
  if (options.readOnly) {
    throw new AccordError(
      'STORE_VERSION',
      'Expected a store of the present record types, it was written for others: open it once for writing.',
    );
  }
  connection.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been faster.
    if (!isPrepared(connection, options)) {
      makeSchema(connection, options);
    }
    connection.exec('COMMIT');
  } catch (cause) {
    rollBack(connection);
    throw cause;
  }
}

function isPrepared(
  connection: Connection,
  options: { readonly member: string; readonly types: readonly RecordType[] },
): boolean {
  const version = connection.first('PRAGMA user_version')?.[0] ?? 0;
  if (Number(version) > schemaVersion) {
    throw new AccordError(
      'STORE_VERSION',
      `Expected a store of version ${schemaVersion}, it is of version ${version}: a newer Accord wrote it.`,
    );
  }
  if (version === 0) {
    return false;
  }
  const member = readMeta(connection, 'member');
  if (member !== options.member) {
    throw new AccordError(
      'STORE_UNAVAILABLE',
      `Expected the store of member "${options.member}", it is of member "${member}".`,
    );
  }
  return options.types.every((type) => readMeta(connection, typeEntry(type)) === layoutDigest(type));
}

function makeSchema(
  connection: Connection,
  options: { readonly member: string; readonly types: readonly RecordType[] },
): void {
  connection.exec(`
    CREATE TABLE IF NOT EXISTS accord_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS accord_tombstones (
      digest TEXT PRIMARY KEY, reason TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    PRAGMA user_version = ${schemaVersion};`);
  writeMeta(connection, 'member', options.member);
  for (const type of options.types) {
    if (readMeta(connection, typeEntry(type)) !== layoutDigest(type)) {
      makeType(connection, layoutOf(type));
      writeMeta(connection, typeEntry(type), layoutDigest(type));
    }
  }
}

function typeEntry(type: RecordType): string {
  return `type ${type.name}`;
}

function makeType(connection: Connection, layout: Layout): void {
  const { type, table, terms } = layout;
  const exists = connection.first("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", [
    type.name,
  ]);
  if (exists !== undefined) {
    const indexes = connection.all(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
      [type.name],
    );
    for (const [name] of indexes) {
      connection.exec(`DROP INDEX "${readText(name)}"`);
    }
    connection.exec(`DROP TABLE IF EXISTS ${terms}; ALTER TABLE ${table} RENAME TO accord_former`);
  }
  connection.exec(tableStatements(layout).join(';'));
  if (exists !== undefined) {
    takeBodies(connection, layout);
    copyRows(connection, layout);
    connection.exec('DROP TABLE accord_former');
  }
  connection.exec(indexStatements(type).join(';'));
}

/** Version 1 kept the bodies with the keys. */
function takeBodies(connection: Connection, { bodies }: Layout): void {
  if (
    connection.first("SELECT 1 FROM pragma_table_info('accord_former') WHERE name = 'body'") !== undefined
  ) {
    connection.exec(`
      INSERT INTO ${bodies} SELECT id, body FROM accord_former;
      ALTER TABLE accord_former DROP COLUMN body`);
  }
}

const copiedAtOnce = 500;

function copyRows(connection: Connection, layout: Layout): void {
  const rows = rowStatements(layout);
  let last = -1;
  for (;;) {
    const batch = connection.all(
      `SELECT id, local, created_at, modified_at, body FROM accord_former JOIN ${layout.bodies} USING (id) WHERE id > ? ORDER BY id LIMIT ?`,
      [last, copiedAtOnce],
    );
    for (const [id, local, created, modified, json] of batch) {
      const body: RecordBody = JSON.parse(readText(json));
      last = Number(id);
      const row: Parameter[] = [last, readText(local), readText(created), readText(modified)];
      pushKeyValues(row, layout, body);
      connection.run(rows.insert, row);
      connection.run(rows.insertTerms, [last, storedTerms(termsOf(layout.type, body))]);
    }
    if (batch.length < copiedAtOnce) {
      return;
    }
  }
}
