import { type PartyKey, withoutForgotten } from '../party-references.js';
import type { RecordBody } from '../record-type.js';
import type { Connection } from './connection.js';
import { indexName, type Layout } from './layout.js';
import { readText } from './read-row.js';
import { rowStatements, updateRow } from './row-statements.js';

/** Removes rows within a write transaction; returns how many there were. */
export function removeRecords(connection: Connection, layout: Layout, locals: readonly string[]): number {
  const { remove, removeBody, removeTerms } = rowStatements(layout);
  const find = `SELECT id FROM ${layout.table} INDEXED BY ${indexName(layout.type, [])} WHERE local = ?`;
  let removed = 0;
  for (const local of locals) {
    const row = connection.first(find, [local]);
    if (row !== undefined) {
      const id = Number(row[0]);
      connection.run(remove, [id]);
      connection.run(removeBody, [id]);
      connection.run(removeTerms, [id]);
      removed += 1;
    }
  }
  return removed;
}

/** Takes the name and identifiers of a party out of the records of a type that refer to it; returns how many. */
export function removeReferences(
  connection: Connection,
  layout: Layout,
  from: { readonly party: PartyKey; readonly at: string },
): number {
  const { party, at } = from;
  const statements = rowStatements(layout);
  // A reference has its id in the body's JSON as this piece; the text may hold it for other reasons too.
  const candidates = connection.all(`SELECT id FROM ${layout.bodies} WHERE instr(body, ?) > 0`, [
    `"id":${JSON.stringify(party.local)}`,
  ]);
  let changed = 0;
  for (const [id] of candidates) {
    const [json] = connection.first(`SELECT body FROM ${layout.bodies} WHERE id = ?`, [Number(id)]) ?? [];
    const body: RecordBody = JSON.parse(readText(json));
    const stripped = withoutForgotten(
      body,
      ({ type, local }) => type === party.type && local === party.local,
    );
    if (stripped !== body) {
      updateRow(connection, layout, {
        id: Number(id),
        body: stripped,
        json: JSON.stringify(stripped),
        at,
        statements,
      });
      changed += 1;
    }
  }
  return changed;
}

/** Rewrites the full-text table, which keeps the terms of removed rows until their segments are merged. */
export function mergeTerms(connection: Connection, { terms }: Layout): void {
  connection.exec(`INSERT INTO ${terms} (${terms}) VALUES ('optimize')`);
}
