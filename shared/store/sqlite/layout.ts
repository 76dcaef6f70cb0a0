import { createHash } from 'node:crypto';
import { invariant } from '../../errors/invariant.js';
import { isScalarSpec, keyValueOf, type ScalarSpec } from '../keys-of.js';
import { indexesOf } from '../plan-scan.js';
import type { RecordBody, RecordType } from '../record-type.js';
import type { Parameter } from './connection.js';

/**
 * How one record type lies in the file: a table with a column per scalar key (an amount has two), an index per declared
 * pair, and by the same row ids a table of bodies and a full-text table of terms. Bodies are apart because they are most
 * of the bytes: what reads keys alone, such as the making of an index, reads a quarter of the pages.
 */
export interface Layout {
  readonly type: RecordType;
  readonly table: string;
  readonly bodies: string;
  readonly terms: string;
  /** The keys that come from the body, and their columns in the order of `pushKeyValues`. */
  readonly specs: readonly ScalarSpec[];
  readonly keyColumns: readonly string[];
}

/** Raised when keys or terms come out differently for the same declarations, so that stores rebuild them. */
const derivation = 2;

export function layoutOf(type: RecordType): Layout {
  const scalars = Object.entries(type.keys).flatMap(([key, spec]) =>
    isScalarSpec(spec) ? [{ key, spec }] : [],
  );
  return {
    type,
    table: quote(type.name),
    bodies: quote(`${type.name}_bodies`),
    terms: quote(`${type.name}_terms`),
    specs: scalars.map(({ spec }) => spec),
    keyColumns: scalars.flatMap(({ key }) => columnsOf(type, key)),
  };
}

/** The columns a scalar key is kept in. */
export function columnsOf(type: RecordType, key: string): readonly string[] {
  const spec = type.keys[key];
  invariant(spec !== undefined && spec.kind !== 'terms', `"${type.name}" has no scalar key "${key}"`);
  if ('stored' in spec) {
    return [spec.stored === 'createdAt' ? 'created_at' : 'modified_at'];
  }
  return spec.kind === 'amount' ? [quote(`k_${key}_high`), quote(`k_${key}_low`)] : [quote(`k_${key}`)];
}

/** The name of the index over these keys and the local id. */
export function indexName(type: RecordType, keys: readonly string[]): string {
  return quote(`${type.name}_by_${[...keys, 'local'].join('_')}`);
}

/** Adds to a row what it holds of a body's scalar keys, in the order of `keyColumns`. */
export function pushKeyValues(row: Parameter[], layout: Layout, body: RecordBody): void {
  for (const spec of layout.specs) {
    const value = keyValueOf(spec, body);
    if (value !== null && typeof value === 'object') {
      row.push(value[0], value[1]);
    } else if (spec.kind === 'amount') {
      row.push(null, null);
    } else {
      row.push(value);
    }
  }
}

/** The statements that make a type's tables; its indexes are made apart, since filling comes before. Bodies may be there. */
export function tableStatements(layout: Layout): string[] {
  const { table, bodies, terms } = layout;
  const columnTypes = layout.specs.flatMap((spec) => columnTypesOf(spec));
  const keys = layout.keyColumns.map((column, i) => `${column} ${columnTypes[i]}`);
  const columns = [
    'id INTEGER PRIMARY KEY',
    'local TEXT NOT NULL',
    'created_at TEXT NOT NULL',
    'modified_at TEXT NOT NULL',
    ...keys,
  ];
  return [
    `CREATE TABLE ${table} (${columns.join(', ')}) STRICT`,
    `CREATE TABLE IF NOT EXISTS ${bodies} (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT`,
    `CREATE VIRTUAL TABLE ${terms} USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'")`,
  ];
}

/** The statements that make a type's indexes where they are missing: by local id, and of the declared pairs. */
export function indexStatements(type: RecordType): string[] {
  return indexesOf(type).map((keys) => indexStatement(type, keys));
}

export function dropIndexStatements(type: RecordType): string[] {
  return indexesOf(type).map((keys) => `DROP INDEX IF EXISTS ${indexName(type, keys)}`);
}

export function localIndexStatement(type: RecordType): string {
  return indexStatement(type, []);
}

function indexStatement(type: RecordType, keys: readonly string[]): string {
  const columns = [...keys.flatMap((key) => columnsOf(type, key)), 'local'];
  const unique = keys.length === 0 ? 'UNIQUE ' : '';
  return `CREATE ${unique}INDEX IF NOT EXISTS ${indexName(type, keys)} ON ${quote(type.name)} (${columns.join(', ')})`;
}

/** Tells whether a table was made from the same declarations. */
export function layoutDigest(type: RecordType): string {
  const keys = Object.entries(type.keys).map(([key, spec]) => [
    key,
    spec.kind,
    'stored' in spec ? spec.stored : null,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([derivation, keys, indexesOf(type)]))
    .digest('hex');
}

function columnTypesOf({ kind }: ScalarSpec): string[] {
  if (kind === 'amount') {
    return ['INTEGER', 'INTEGER'];
  }
  return [kind === 'integer' || kind === 'boolean' ? 'INTEGER' : 'TEXT'];
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
