import type { RecordStore } from '../store/record-store.js';

/** Something opened that may not be there yet. */
export interface OpenSource<T> {
  /** It, open. Throws what opening it threw, and tries again at most once in `retryAfterMs`. */
  current(): Promise<T>;
  /** Closes it if it was opened. */
  close(): Promise<void>;
}

export type StoreSource = OpenSource<RecordStore>;

/** Opens a store when it is first asked for, and again as long as that fails: a member outlives its store's outage. */
export function keepOpening<T extends { close(): Promise<void> }>(
  open: () => Promise<T>,
  clock: { readonly now: () => Date; readonly retryAfterMs: number },
): OpenSource<T> {
  let opening: Promise<T> | undefined;
  let retryAt = 0;
  const tryOpen = (): Promise<T> => {
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
      const opened = await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
}
