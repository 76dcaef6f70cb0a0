import { invariant } from '../../errors/invariant.js';
import { withoutForgotten } from '../party-references.js';
import { assertStorable } from '../record-content.js';
import type { ImportRun, PutOutcome, RecordInput } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import type { Database } from './database.js';
import { digestOf, never, type RecordDocument, toDocument } from './document.js';
import { guarded } from './store-fault.js';
import { tombstoneOf } from './tombstones.js';
import { batchSize, type WriteRun } from './write-run.js';

interface ImportSurroundings {
  readonly database: Database;
  readonly typeOf: (name: string) => RecordType;
  readonly now: () => Date;
  /** The tombstones of the store; nobody can set one while the run goes on. */
  readonly tombstones: ReadonlySet<string>;
}

/** An import on a run of writes, see the port. */
export function importRecords(run: WriteRun, around: ImportSurroundings): ImportRun {
  /** Records the run put without changing them: what it changed shows in the versions it staged. */
  const unchanged = new Set<string>();
  return {
    put: (records) =>
      guarded(async () => {
        for (const record of records) {
          assertStorable(record);
        }
        const outcomes: PutOutcome[] = [];
        for (let at = 0; at < records.length; at += batchSize) {
          outcomes.push(...(await putBatch(records.slice(at, at + batchSize), { run, unchanged, around })));
        }
        return outcomes;
      }),
    commit: () => guarded(() => run.commit()),
    abort: () => guarded(() => run.abort()),
  };
}

interface PutContext {
  readonly run: WriteRun;
  readonly unchanged: Set<string>;
  readonly around: ImportSurroundings;
}

async function putBatch(records: readonly RecordInput[], context: PutContext): Promise<PutOutcome[]> {
  const byType = new Map<string, Batch>();
  for (const { type } of records) {
    if (!byType.has(type)) {
      const locals = records.filter((record) => record.type === type).map(({ local }) => local);
      byType.set(type, await openBatch(context, type, locals));
    }
  }
  const outcomes = records.map((record) => {
    const batch = byType.get(record.type);
    invariant(batch, 'a batch was opened for every type');
    return batch.put(record);
  });
  for (const [type, { added, ended }] of byType) {
    await context.run.stage(type, { added: [...added.values()], ended });
  }
  return outcomes;
}

interface Batch {
  readonly added: ReadonlyMap<string, RecordDocument>;
  readonly ended: readonly string[];
  put(record: RecordInput): PutOutcome;
}

type Known = Pick<RecordDocument, '_id' | 'local' | 'from' | 'digest' | 'createdAt'>;

/** Some records of one type, compared with what is there: the versions that were live or that this run staged. */
async function openBatch(context: PutContext, typeName: string, locals: readonly string[]): Promise<Batch> {
  const { run, unchanged, around } = context;
  const { database, tombstones } = around;
  const type = around.typeOf(typeName);
  const found = await database
    .records(typeName)
    .find({ local: { $in: [...new Set(locals)] }, until: never })
    .project<Known>({ local: 1, from: 1, digest: 1, createdAt: 1 })
    .toArray();
  const known = new Map<string, Known>(found.map((document) => [document.local, document]));
  const added = new Map<string, RecordDocument>();
  const ended: string[] = [];
  const isForgotten = (party: { type: string; local: string }) =>
    tombstones.size > 0 && tombstones.has(tombstoneOf(party.type, party.local));
  return {
    added,
    ended,
    put({ local, body: given }) {
      if (isForgotten({ type: typeName, local })) {
        return 'forgotten';
      }
      const body = tombstones.size > 0 ? withoutForgotten(given, isForgotten) : given;
      const digest = digestOf(body);
      const old = known.get(local);
      const key = `${typeName}:${local}`;
      if (old !== undefined && (old.from === run.number || unchanged.has(key))) {
        return old.digest === digest ? 'repeated' : 'conflict';
      }
      if (old?.digest === digest) {
        unchanged.add(key);
        return 'unchanged';
      }
      const modifiedAt = around.now().toISOString();
      const record = { local, body, createdAt: old?.createdAt ?? modifiedAt, modifiedAt };
      const document = toDocument(type, record, { run: run.number, digest });
      added.set(local, document);
      known.set(local, document);
      if (old === undefined) {
        return 'inserted';
      }
      ended.push(old._id);
      return 'updated';
    },
  };
}
