import type { AnyBulkWriteOperation } from 'mongodb';
import type { RunDatabase, VersionDocument } from './database.js';
import { never } from './document.js';
import type { Hold } from './hold-store.js';
import { readState, removeOldVersions } from './moments.js';
import { holdLost } from './store-fault.js';

/** Documents read and written at once. */
export const batchSize = 500;

/** A run of writes: staged under its number, seen by nobody until the one update that makes it current. */
export interface WriteRun {
  readonly number: number;
  /** Stages versions, and the end of the versions they take the place of. */
  stage(type: string, changes: StagedChanges): Promise<void>;
  /** Makes all that was staged visible at once; does nothing when nothing was. */
  commit(also?: CommitExtras): Promise<void>;
  /** Takes back all that was staged. */
  abort(): Promise<void>;
}

export interface CommitExtras {
  readonly layouts?: Readonly<Record<string, string>>;
  /** What is to be written once all is visible, while this run still is the only one to write. */
  readonly afterwards?: () => Promise<void>;
}

export interface StagedChanges {
  readonly added: readonly VersionDocument[];
  /** The `_id` of versions that are replaced or removed. */
  readonly ended: readonly string[];
}

export interface RunSurroundings {
  readonly database: RunDatabase;
  readonly types: readonly string[];
  readonly now: () => Date;
}

/** Begins to write under a hold, after taking back what a killed run may have left. */
export async function beginWriteRun(hold: Hold, around: RunSurroundings): Promise<WriteRun> {
  const { database } = around;
  const { current } = await readState(database);
  if (hold.followsDead) {
    await takeBack(around, { $gt: current, $lt: never });
  }
  let changed = false;
  let isOver = false;
  const abort = async () => {
    if (isOver) {
      return;
    }
    isOver = true;
    try {
      // A commit whose answer was lost may have been carried out all the same.
      if (changed && (await readState(database)).current !== hold.run) {
        await takeBack(around, { $gte: hold.run, $lte: hold.run });
      }
      await hold.release();
    } finally {
      hold.stopBeat();
    }
  };
  return {
    number: hold.run,
    async stage(type, { added, ended }) {
      if (added.length + ended.length > 0) {
        await hold.assertHeld();
        changed = true;
        await database.versions(type).bulkWrite(writesOf({ added, ended }, hold.run), { ordered: true });
      }
    },
    async commit(also) {
      try {
        await hold.assertHeld();
        if (changed || also?.layouts !== undefined) {
          const seen = changed ? { current: hold.run, lastCommitAt: around.now().toISOString() } : {};
          const layouts = also?.layouts === undefined ? {} : { layouts: also.layouts };
          const update = { $set: { ...seen, ...layouts } };
          const { matchedCount } = await database.state.updateOne({ _id: 'state', current }, update);
          if (matchedCount === 0) {
            throw holdLost();
          }
        }
        await also?.afterwards?.();
        await removeOldVersions(database, around);
        await hold.release();
        isOver = true;
      } catch (cause) {
        await abort().catch(() => undefined);
        throw cause;
      }
    },
    abort,
  };
}

function writesOf({ added, ended }: StagedChanges, run: number): AnyBulkWriteOperation<VersionDocument>[] {
  const inserts = added.map((document) => ({ insertOne: { document } }));
  const update = { filter: { _id: { $in: [...ended] } }, update: { $set: { until: run } } };
  return ended.length === 0 ? inserts : [...inserts, { updateMany: update }];
}

/** Removes what runs of these numbers staged, so that all is as if they had not been. */
async function takeBack(
  { database, types }: RunSurroundings,
  runs: { readonly $gt: number; readonly $lt: number } | { readonly $gte: number; readonly $lte: number },
): Promise<void> {
  for (const type of types) {
    const records = database.versions(type);
    await records.deleteMany({ until: never, from: runs });
    await records.updateMany({ until: runs }, { $set: { until: never } });
  }
}
