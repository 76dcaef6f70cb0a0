import { createHash } from 'node:crypto';
import type { PartyKey } from '../party-references.js';
import type { Connection } from './connection.js';
import { readText } from './read-row.js';

/** Which records were forgotten, known by digest alone. */
export interface Tombstones {
  readonly isEmpty: boolean;
  has(key: PartyKey): boolean;
}

export function readTombstones(connection: Connection): Tombstones {
  const digests = new Set(
    connection.all('SELECT digest FROM accord_tombstones').map(([digest]) => readText(digest)),
  );
  return { isEmpty: digests.size === 0, has: (key) => digests.has(digestOf(key)) };
}

/** The first reason and time stay when a record is forgotten again. */
export function addTombstone(
  connection: Connection,
  key: PartyKey,
  why: { reason: string; at: string },
): void {
  connection.run('INSERT OR IGNORE INTO accord_tombstones (digest, reason, at) VALUES (?, ?, ?)', [
    digestOf(key),
    why.reason,
    why.at,
  ]);
}

function digestOf({ type, local }: PartyKey): string {
  return createHash('sha256').update(`${type}\u0000${local}`).digest('hex');
}
