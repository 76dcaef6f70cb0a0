import { setTimeout as sleep } from 'node:timers/promises';
import type { RunDatabase, RunDocument } from './database.js';
import { holdLost, isDuplicate, storeBusy } from './store-fault.js';

/** How long a run waits for another, in milliseconds. */
export interface HoldTiming {
  /** A run that lives is waited for so long. */
  readonly waitMs: number;
  /** A run that holds the store shows that it lives so often. */
  readonly beatMs: number;
  /** A run that did not show that it lives for so long is taken for dead. */
  readonly leaseMs: number;
}

export const defaultTiming: HoldTiming = { waitMs: 5_000, beatMs: 1_000, leaseMs: 8_000 };

/** The right to write, held by one run at a time. */
export interface Hold {
  /** The number of the run: greater than that of any run before. */
  readonly run: number;
  /** Whether the run before left things lying about, since it was killed. */
  readonly followsDead: boolean;
  /** Throws STORE_BUSY when another run took this one for dead. To be called before each write. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
  /** Shows no more that the run lives, so that another may take its place. */
  stopBeat(): void;
}

const pollMs = 100;

/** One beat may have been under way when its run ended, and arrive late. */
const beatsOfLife = 2;

/**
 * Takes the right to write. Waits for a run that holds it; throws STORE_BUSY when that one lives and goes on, and takes
 * its place when its beat stands still. What counts is the beat as seen from here, never another machine's clock.
 */
export async function holdStore(
  database: RunDatabase,
  options: { readonly label: string; readonly now: () => Date; readonly timing: HoldTiming },
): Promise<Hold> {
  const { timing } = options;
  const begun = performance.now();
  let seen = { beat: -1, number: -1, since: begun, beats: 0 };
  for (;;) {
    const last = await lastRun(database);
    if (last !== undefined && (last.beat !== seen.beat || last.number !== seen.number)) {
      const beats = last.number === seen.number ? seen.beats + 1 : 0;
      seen = { beat: last.beat, number: last.number, since: performance.now(), beats };
    }
    const isDead = performance.now() - seen.since >= timing.leaseMs;
    if (last === undefined || last.ended || isDead) {
      const hold = await tryNext(database, last, options);
      if (hold !== undefined) {
        return hold;
      }
    } else if (seen.beats >= beatsOfLife && performance.now() - begun >= timing.waitMs) {
      throw storeBusy();
    }
    await sleep(Math.min(pollMs, timing.beatMs));
  }
}

async function lastRun(database: RunDatabase): Promise<RunDocument | undefined> {
  const [last] = await database.runs.find().sort({ number: -1 }).limit(1).toArray();
  return last;
}

async function tryNext(
  database: RunDatabase,
  last: RunDocument | undefined,
  options: { readonly label: string; readonly now: () => Date; readonly timing: HoldTiming },
): Promise<Hold | undefined> {
  const number = (last?.number ?? 0) + 1;
  try {
    await database.runs.insertOne({
      _id: idOf(number),
      number,
      label: options.label,
      startedAt: options.now().toISOString(),
      beat: 0,
      ended: false,
    });
  } catch (cause) {
    if (isDuplicate(cause)) {
      return undefined;
    }
    throw cause;
  }
  await database.runs.deleteMany({ number: { $lt: number } });
  return startHold(database, { run: number, followsDead: last?.ended === false, timing: options.timing });
}

/** A number of its own per run as the id: the server lets only one insert it. */
function idOf(number: number): string {
  return `run-${String(number).padStart(12, '0')}`;
}

function startHold(
  database: RunDatabase,
  of: { readonly run: number; readonly followsDead: boolean; readonly timing: HoldTiming },
): Hold {
  const { run, followsDead, timing } = of;
  const filter = { _id: idOf(run) };
  let lastBeat = performance.now();
  let beat = 0;
  let isLost = false;
  let underWay: Promise<void> | undefined;
  const beatOnce = async () => {
    beat += 1;
    const { matchedCount } = await database.runs.updateOne(filter, { $set: { beat } });
    if (matchedCount === 0) {
      isLost = true;
    } else {
      lastBeat = performance.now();
    }
  };
  const show = () => {
    underWay ??= beatOnce().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  // A beat that fails shows in `lastBeat`, and the next write finds out why.
  const timer = setInterval(() => void show().catch(() => undefined), timing.beatMs);
  timer.unref();
  return {
    run,
    followsDead,
    async assertHeld() {
      // Half the lease: a write that is sent then arrives before another run may begin.
      if (!isLost && performance.now() - lastBeat > timing.leaseMs / 2) {
        await show();
      }
      if (isLost) {
        clearInterval(timer);
        throw holdLost();
      }
    },
    stopBeat() {
      clearInterval(timer);
    },
    async release() {
      clearInterval(timer);
      await database.runs.updateOne(filter, { $set: { ended: true } });
    },
  };
}
