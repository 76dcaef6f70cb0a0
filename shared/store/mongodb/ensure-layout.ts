import { AccordError } from '../../errors/accord-error.js';
import type { RecordType } from '../record-type.js';
import type { Database, StateDocument } from './database.js';
import { layoutDigest, never, type RecordDocument, readBody, toDocument } from './document.js';
import { ensureIndexes } from './ensure-indexes.js';
import { readState } from './moments.js';
import { beginRun } from './mongo-writes.js';
import { isDuplicate } from './store-fault.js';
import type { MongoSurroundings } from './surroundings.js';
import { batchSize, type WriteRun } from './write-run.js';

/** The version of the store's own form: of the documents beside the records. */
const schema = 1;

/** Makes what is missing of a member's database, and makes the keys anew of records whose declarations changed. */
export async function ensureLayout(database: Database, around: MongoSurroundings): Promise<void> {
  await ensureState(database, around);
  for (const type of around.types) {
    await ensureIndexes(database.records(type.name), type);
  }
  const layouts = Object.fromEntries(around.types.map((type) => [type.name, layoutDigest(type)]));
  const isAsDeclared = (known: StateDocument['layouts']) =>
    Object.entries(layouts).every(([name, digest]) => known[name] === digest);
  if (isAsDeclared((await readState(database)).layouts)) {
    return;
  }
  const run = await beginRun(database, 'keys made anew', around);
  try {
    const known = (await readState(database)).layouts;
    for (const type of around.types) {
      if (known[type.name] !== layouts[type.name]) {
        await makeAnew(database, run, type);
      }
    }
    await run.commit({ layouts: { ...known, ...layouts } });
  } catch (cause) {
    await run.abort().catch(() => undefined);
    throw cause;
  }
}

async function ensureState(database: Database, around: MongoSurroundings): Promise<void> {
  const { member } = around;
  const found = await database.state.findOne({ _id: 'state' });
  if (found === null) {
    const empty = { schema, member, current: 0, horizon: 0, lastCommitAt: null, layouts: {} };
    try {
      await database.state.insertOne({ _id: 'state', ...empty });
    } catch (cause) {
      // Another process opened the empty database at the same time.
      if (!isDuplicate(cause)) {
        throw cause;
      }
    }
  } else if (found.schema !== schema) {
    throw new AccordError(
      'STORE_VERSION',
      `Expected a store of version ${schema}, this one has version ${found.schema}.`,
    );
  } else if (found.member !== member) {
    throw new AccordError(
      'BAD_CONFIG',
      `Expected a database of its own for member "${member}", it holds the records of "${found.member}".`,
    );
  }
}

/** Stages a new version of every record, with the keys and terms that are declared now. */
async function makeAnew(database: Database, run: WriteRun, type: RecordType): Promise<void> {
  let staged: { added: RecordDocument[]; ended: string[] } = { added: [], ended: [] };
  for await (const document of database.records(type.name).find({ until: never })) {
    if (document.from !== run.number) {
      const { local, createdAt, modifiedAt, digest } = document;
      const record = { local, body: readBody(document.body), createdAt, modifiedAt };
      staged.added.push(toDocument(type, record, { run: run.number, digest }));
      staged.ended.push(document._id);
    }
    if (staged.added.length >= batchSize) {
      await run.stage(type.name, staged);
      staged = { added: [], ended: [] };
    }
  }
  await run.stage(type.name, staged);
}
