import { type PartyKey, withoutForgotten } from '../party-references.js';
import type { RecordType } from '../record-type.js';
import type { Database } from './database.js';
import { digestOf, never, type RecordDocument, readBody, toDocument } from './document.js';
import { setTombstone, tombstoneOf } from './tombstones.js';
import { batchSize, type WriteRun } from './write-run.js';

interface ForgetSurroundings {
  readonly database: Database;
  readonly types: readonly RecordType[];
  readonly now: () => Date;
}

/**
 * Erases a record: the tombstone first, then in one commit the record and what others say of it as a party, then every
 * version that still holds any of it, also those that a long read would want. Killed midway, the same call does the job.
 */
export async function forgetRecord(
  run: WriteRun,
  what: PartyKey & { readonly reason: string },
  around: ForgetSurroundings,
): Promise<boolean> {
  const { database, now } = around;
  const { type, local, reason } = what;
  await setTombstone(database, { id: tombstoneOf(type, local), reason, at: now().toISOString() });
  const records = database.records(type);
  const versions = await records
    .find({ local })
    .project<{ _id: string; until: number }>({ until: 1 })
    .toArray();
  const live = versions.filter(({ until }) => until === never).map(({ _id }) => _id);
  await run.stage(type, { added: [], ended: live });
  const traces = new Map<string, readonly string[]>();
  for (const other of around.types) {
    traces.set(other.name, await stripReferences(run, { type: other, party: what }, around));
  }
  await run.commit();
  await records.deleteMany({ local });
  for (const [name, ids] of traces) {
    await database.records(name).deleteMany({ _id: { $in: [...ids] } });
  }
  return live.length > 0;
}

/** Stages the records that refer to the party without what they say of it; gives the versions that say it. */
async function stripReferences(
  run: WriteRun,
  of: { readonly type: RecordType; readonly party: PartyKey },
  { database, now }: ForgetSurroundings,
): Promise<string[]> {
  const { type, party } = of;
  const isForgotten = (other: PartyKey) => other.type === party.type && other.local === party.local;
  const ids: string[] = [];
  let staged: { added: RecordDocument[]; ended: string[] } = { added: [], ended: [] };
  // Whatever refers to the party holds this text; whether it is a reference shows the body.
  const mention = `"id":${JSON.stringify(party.local)}`;
  for await (const document of database.records(type.name).find({ body: { $regex: escapeRegex(mention) } })) {
    const body = readBody(document.body);
    const stripped = withoutForgotten(body, isForgotten);
    const digest = digestOf(stripped);
    if (digest === document.digest || document.from === run.number) {
      continue;
    }
    ids.push(document._id);
    if (document.until === never && !(type.name === party.type && document.local === party.local)) {
      const { local, createdAt } = document;
      const record = { local, body: stripped, createdAt, modifiedAt: now().toISOString() };
      staged.added.push(toDocument(type, record, { run: run.number, digest }));
      staged.ended.push(document._id);
    }
    if (staged.added.length >= batchSize) {
      await run.stage(type.name, staged);
      staged = { added: [], ended: [] };
    }
  }
  await run.stage(type.name, staged);
  return ids;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
