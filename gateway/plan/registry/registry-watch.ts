import type { Logger } from '../../../shared/log/logger.js';
import type { LastKnown } from './last-known.js';
import type { RegistrySnapshot, RegistryStore } from './registry-store.js';

export interface RegistryWatchOptions {
  readonly store: RegistryStore;
  readonly lastKnown: LastKnown;
  /** Milliseconds between two looks at the store's version. */
  readonly pollMs: number;
  /** Milliseconds after which what is known counts as stale. */
  readonly staleMs: number;
  /** Is told of every snapshot that differs from the one before, the first included. */
  readonly onChange: (snapshot: RegistrySnapshot) => void;
  /** Milliseconds of a monotonic clock. */
  readonly clock: () => number;
  readonly logger: Logger;
}

/** How well a replica knows the registry. */
export interface RegistryFreshness {
  /** Milliseconds since the registry was last read; null when it never was. */
  readonly ageMs: number | null;
  /** It could not be read for longer than it should: the replica serves on with what it knew. */
  readonly isStale: boolean;
}

export interface RegistryWatch {
  /** Reads the registry, or else what was last known of it, and goes on looking. Never throws for the store's reason. */
  start(): Promise<void>;
  /** Looks now: for changes that this replica made itself. */
  refresh(): Promise<void>;
  freshness(): RegistryFreshness;
  stop(): Promise<void>;
}

/** Follows the registry: what one replica or an operator changes, every replica knows within a poll. */
export function createRegistryWatch(options: RegistryWatchOptions): RegistryWatch {
  const { store, clock, logger } = options;
  const startedAt = clock();
  let known: number | undefined;
  let readAt: number | undefined;
  let isAway = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let looking: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    try {
      const version = await store.version();
      if (version !== known) {
        take(await store.read());
      }
      readAt = clock();
      if (isAway) {
        isAway = false;
        logger.info('the registry can be read again');
      }
    } catch (err) {
      if (!isAway) {
        isAway = true;
        logger.warn({ err }, 'the registry cannot be read; serving on with what was last known');
      }
    }
  };
  const take = (snapshot: RegistrySnapshot): void => {
    known = snapshot.version;
    options.onChange(snapshot);
    try {
      options.lastKnown.write(snapshot);
    } catch (err) {
      logger.warn({ err }, 'what is known of the registry could not be kept on disk');
    }
  };
  // One look at a time; who asks while one is under way gets the next, since this one may have begun too early.
  const lookNow = async (): Promise<void> => {
    await looking;
    looking ??= look().finally(() => {
      looking = undefined;
    });
    await looking;
  };
  const schedule = (): void => {
    timer = setTimeout(() => {
      lookNow().finally(() => {
        if (!stopped) {
          schedule();
        }
      });
    }, options.pollMs);
    timer.unref();
  };
  return {
    async start() {
      await lookNow();
      const kept = known === undefined ? options.lastKnown.read() : undefined;
      if (kept !== undefined) {
        logger.warn({ version: kept.version }, 'starting with what was last known of the registry');
        known = kept.version;
        options.onChange(kept);
      }
      schedule();
    },
    refresh: lookNow,
    freshness() {
      const ageMs = readAt === undefined ? null : clock() - readAt;
      return { ageMs, isStale: (ageMs ?? clock() - startedAt) > options.staleMs };
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
