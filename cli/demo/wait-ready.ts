import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 100;
const answerMs = 2_000;

/** Resolves once the address answers 200. Rejects only when the signal aborts. */
export async function waitReady(
  url: string,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  while (!(await answersOk(url, signal, fetch))) {
    await delay(pollMs, undefined, { signal });
  }
}

async function answersOk(url: string, signal: AbortSignal, fetch: typeof globalThis.fetch): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
