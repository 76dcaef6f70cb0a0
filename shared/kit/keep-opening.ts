import type { RecordStore } from '../store/record-store.js';

/** A store that may not be there yet. */
export interface StoreSource {
  /** The open store. Throws what opening it threw, and tries again at most once in `retryAfterMs`. */
  current(): Promise<RecordStore>;
  /** Closes the store if it was opened. */
  close(): Promise<void>;
}

/** Opens a store when it is first asked for, and again as long as that fails: a member outlives its store's outage. */
export function keepOpening(
  open: () => Promise<RecordStore>,
  clock: { readonly now: () => Date; readonly retryAfterMs: number },
): StoreSource {
  let opening: Promise<RecordStore> | undefined;
  let retryAt = 0;
  const tryOpen = (): Promise<RecordStore> => {
    const attempt = open();
    retryAt = Number.POSITIVE_INFINITY;
    attempt.catch(() => {
      retryAt = clock.now().getTime() + clock.retryAfterMs;
    });
    return attempt;
  };
  return {
    current() {
      if (opening === undefined || clock.now().getTime() >= retryAt) {
        opening = tryOpen();
      }
      return opening;
    },
    async close() {
      const store = await opening?.catch(() => undefined);
      await store?.close();
    },
  };
}
