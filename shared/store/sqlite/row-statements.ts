import type { Layout } from './layout.js';

/** The statements that write one row of a type; parameters in the order of the columns, `keyValues` for the keys. */
export interface RowStatements {
  /** Id (null for a new one), local id, created, modified, keys, body. Does nothing where the local id is taken. */
  readonly insert: string;
  /** Modified, keys, body, id. */
  readonly update: string;
  readonly remove: string;
  /** Id, terms. */
  readonly insertTerms: string;
  readonly replaceTerms: string;
  readonly removeTerms: string;
}

export function rowStatements({ table, terms, keyColumns }: Layout): RowStatements {
  const columns = ['id', 'local', 'created_at', 'modified_at', ...keyColumns, 'body'];
  const changed = ['modified_at', ...keyColumns, 'body'];
  return {
    insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (local) DO NOTHING`,
    update: `UPDATE ${table} SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    remove: `DELETE FROM ${table} WHERE id = ?`,
    insertTerms: `INSERT INTO ${terms} (rowid, terms) VALUES (?, ?)`,
    replaceTerms: `INSERT OR REPLACE INTO ${terms} (rowid, terms) VALUES (?, ?)`,
    removeTerms: `DELETE FROM ${terms} WHERE rowid = ?`,
  };
}
