/** Runs work under a deadline: its signal aborts after `ms` or when one of `parents` does, whichever is first. */
export async function underDeadline<T>(
  parents: readonly AbortSignal[],
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, ms);
  for (const parent of parents) {
    if (parent.aborted) {
      abort();
    } else {
      parent.addEventListener('abort', abort, { once: true });
    }
  }
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const parent of parents) {
      parent.removeEventListener('abort', abort);
    }
  }
}
