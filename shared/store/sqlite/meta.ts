import type { Connection } from './connection.js';
import { readText } from './read-row.js';

/** What the store says of itself by name: its member, its last commit, the layout of each type. */
export function readMeta(connection: Connection, name: string): string | undefined {
  const row = connection.first('SELECT value FROM accord_meta WHERE name = ?', [name]);
  return row === undefined ? undefined : readText(row[0]);
}

export function writeMeta(connection: Connection, name: string, value: string): void {
  connection.run('INSERT OR REPLACE INTO accord_meta (name, value) VALUES (?, ?)', [name, value]);
}
