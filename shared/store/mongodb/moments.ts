import { AccordError } from '../../errors/accord-error.js';
import { invariant } from '../../errors/invariant.js';
import type { Condition } from './compile-filter.js';
import type { RunDatabase, StateDocument } from './database.js';

/** The versions that readers of a run see. */
export function visibleAt(run: number): Condition {
  return { from: { $lte: run }, until: { $gt: run } };
}

export async function readState(database: RunDatabase): Promise<StateDocument> {
  const state = await database.state.findOne({ _id: 'state' });
  invariant(state !== null, 'an open store has a state');
  return state;
}

/**
 * Reads what one run left. Versions may be removed while a read goes on; one that was overtaken by more than a run is
 * done again, so that no answer mixes two runs.
 */
export async function readAtOneMoment<T>(
  database: RunDatabase,
  read: (run: number) => Promise<T>,
): Promise<T> {
  for (;;) {
    const { current } = await readState(database);
    const found = await read(current);
    if ((await readState(database)).horizon <= current) {
      return found;
    }
  }
}

/** A reader that was not seen for so long does not keep versions any more. */
const forgottenAfterMs = 60_000;
const seenEveryMs = 5_000;

/** A moment that is kept whole while it is read from. */
export interface HeldMoment {
  readonly run: number;
  /** To be called between parts. Throws STORE_BUSY when the moment is no longer whole. */
  assertWhole(): Promise<void>;
  release(): Promise<void>;
}

/** Keeps the current moment for a long read, for as long as it shows signs of life. */
export async function holdMoment(
  database: RunDatabase,
  options: { readonly id: string; readonly now: () => Date },
): Promise<HeldMoment> {
  const { id, now } = options;
  let seen = now().getTime();
  let { current } = await readState(database);
  await database.readers.insertOne({ _id: id, at: current, seenAt: now() });
  // The reader is entered before the horizon is looked at, and a collector looks for readers after it moved it.
  for (let state = await readState(database); state.horizon > current; state = await readState(database)) {
    current = state.current;
    await database.readers.updateOne({ _id: id }, { $set: { at: current } });
  }
  return {
    run: current,
    async assertWhole() {
      if (now().getTime() - seen >= seenEveryMs) {
        seen = now().getTime();
        await database.readers.updateOne({ _id: id }, { $set: { seenAt: now() } });
      }
      if ((await readState(database)).horizon > current) {
        throw new AccordError(
          'STORE_BUSY',
          'Expected to read to the end, later imports have overtaken the read.',
        );
      }
    },
    async release() {
      await database.readers.deleteOne({ _id: id });
    },
  };
}

/** Removes the versions that no reader sees any more; called by the one who holds the right to write. */
export async function removeOldVersions(
  database: RunDatabase,
  options: { readonly types: readonly string[]; readonly now: () => Date },
): Promise<void> {
  const { current, horizon } = await readState(database);
  if (horizon === current) {
    return;
  }
  await database.state.updateOne({ _id: 'state' }, { $set: { horizon: current } });
  const since = new Date(options.now().getTime() - forgottenAfterMs);
  const readers = await database.readers.find({ seenAt: { $gte: since } }).toArray();
  const kept = Math.min(current, ...readers.map(({ at }) => Math.max(at, horizon)));
  if (kept < current) {
    await database.state.updateOne({ _id: 'state' }, { $set: { horizon: kept } });
  }
  for (const type of options.types) {
    await database.versions(type).deleteMany({ until: { $lte: kept } });
  }
  await database.readers.deleteMany({ seenAt: { $lt: since } });
}
