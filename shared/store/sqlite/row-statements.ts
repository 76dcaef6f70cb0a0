import { termsOf } from '../keys-of.js';
import type { RecordBody } from '../record-type.js';
import type { Connection, Parameter } from './connection.js';
import { type Layout, pushKeyValues } from './layout.js';
import { storedTerms } from './match-expression.js';

/** The statements that write one row of a type; parameters in the order of the columns, `pushKeyValues` for the keys. */
export interface RowStatements {
  /** Id (null for a new one), local id, created, modified, keys. */
  readonly insert: string;
  /** Modified, keys, id. */
  readonly update: string;
  readonly remove: string;
  /** Id, body. */
  readonly insertBody: string;
  readonly replaceBody: string;
  readonly removeBody: string;
  /** Id, terms. */
  readonly insertTerms: string;
  readonly replaceTerms: string;
  readonly removeTerms: string;
}

export function rowStatements({ table, bodies, terms, keyColumns }: Layout): RowStatements {
  const columns = ['id', 'local', 'created_at', 'modified_at', ...keyColumns];
  const changed = ['modified_at', ...keyColumns];
  return {
    insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    update: `UPDATE ${table} SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    remove: `DELETE FROM ${table} WHERE id = ?`,
    insertBody: `INSERT INTO ${bodies} (id, body) VALUES (?, ?)`,
    replaceBody: `INSERT OR REPLACE INTO ${bodies} (id, body) VALUES (?, ?)`,
    removeBody: `DELETE FROM ${bodies} WHERE id = ?`,
    insertTerms: `INSERT INTO ${terms} (rowid, terms) VALUES (?, ?)`,
    replaceTerms: `INSERT OR REPLACE INTO ${terms} (rowid, terms) VALUES (?, ?)`,
    removeTerms: `DELETE FROM ${terms} WHERE rowid = ?`,
  };
}

/** Gives a row another content, and other keys and terms with it. */
export function updateRow(
  connection: Connection,
  layout: Layout,
  row: {
    readonly id: number;
    readonly body: RecordBody;
    readonly json: string;
    readonly at: string;
    readonly statements: RowStatements;
  },
): void {
  const values: Parameter[] = [row.at];
  pushKeyValues(values, layout, row.body);
  values.push(row.id);
  connection.run(row.statements.update, values);
  connection.run(row.statements.replaceBody, [row.id, row.json]);
  connection.run(row.statements.replaceTerms, [row.id, storedTerms(termsOf(layout.type, row.body))]);
}
