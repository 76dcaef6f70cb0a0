import { createHash } from 'node:crypto';
import type { Database } from './database.js';

/** The name of a tombstone, which tells nothing of the record to who does not know its id. */
export function tombstoneOf(type: string, local: string): string {
  return createHash('sha256').update(`${type}:${local}`).digest('base64');
}

export async function readTombstones(database: Database): Promise<ReadonlySet<string>> {
  const found = await database.tombstones.find().project<{ _id: string }>({ _id: 1 }).toArray();
  return new Set(found.map(({ _id }) => _id));
}

export async function setTombstone(
  database: Database,
  tombstone: { readonly id: string; readonly reason: string; readonly at: string },
): Promise<void> {
  const { id, reason, at } = tombstone;
  await database.tombstones.updateOne({ _id: id }, { $set: { reason, at } }, { upsert: true });
}
