import type { EventEmitter } from 'node:events';

/** Aborts at the first SIGINT or SIGTERM of a process, which is passed in by its `main.ts`. */
export function stopSignal(process: Pick<EventEmitter, 'once'>): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM']) {
    process.once(name, () => controller.abort(new Error(`got ${name}`)));
  }
  return controller.signal;
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    } else {
      signal.addEventListener('abort', () => resolve(), { once: true });
    }
  });
}
