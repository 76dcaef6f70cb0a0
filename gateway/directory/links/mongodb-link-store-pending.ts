import { isDuplicate } from '../../../shared/store/mongodb/store-fault.js';
import type { PendingSubject } from './link-store.js';
import type { LinkDatabase } from './mongodb-link-store-database.js';

/** More changes than a hub sees, so that epoch and change are one number. */
const changesPerEpoch = 2 ** 32;

/** The number of a change as a caller has it: another one after all subjects were marked. */
export function changeOf(epoch: number, change: number): number {
  return epoch * changesPerEpoch + change;
}

/** All subjects that were not linked in this epoch are pending. */
export async function readEpoch({ epochs }: LinkDatabase): Promise<number> {
  return (await epochs.findOne({}, { sort: { _id: -1 } }))?._id ?? 1;
}

/** Begins the next epoch. Of two replicas that do so at once one does. */
export async function beginEpoch(database: LinkDatabase): Promise<void> {
  const epoch = (await readEpoch(database)) + 1;
  try {
    await database.epochs.insertOne({ _id: epoch });
  } catch (cause) {
    if (!isDuplicate(cause)) {
      throw cause;
    }
  }
  await database.epochs.deleteMany({ _id: { $lt: epoch } });
}

/** Those that were pending before all were marked come first, then by change. */
export async function findPending(
  database: LinkDatabase,
  run: number,
  limit: number,
): Promise<PendingSubject[]> {
  const epoch = await readEpoch(database);
  const found = await database.subjects
    .find(pendingIn(epoch, run))
    .sort({ settled: 1, change: 1 })
    .limit(limit)
    .project<Changed>({ id: 1, change: 1 })
    .toArray();
  return found.map(({ id, change }) => ({ id, change: changeOf(epoch, change) }));
}

/** Those of these subjects that are pending, in the order given. */
export async function findPendingAmong(
  database: LinkDatabase,
  run: number,
  ids: readonly string[],
): Promise<PendingSubject[]> {
  const epoch = await readEpoch(database);
  const found = await database.subjects
    .find({ ...pendingIn(epoch, run), id: { $in: [...ids] } })
    .project<Changed>({ id: 1, change: 1 })
    .toArray();
  const changes = new Map(found.map(({ id, change }) => [id, changeOf(epoch, change)]));
  return ids.flatMap((id) => {
    const change = changes.get(id);
    return change === undefined ? [] : [{ id, change }];
  });
}

interface Changed {
  readonly id: string;
  readonly change: number;
}

function pendingIn(epoch: number, run: number) {
  return { settled: { $lt: epoch }, published: true, from: { $lte: run }, until: { $gt: run } };
}
