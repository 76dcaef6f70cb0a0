import { setImmediate as breathe } from 'node:timers/promises';
import { createNameCounter } from '../../../shared/linking/count-names.js';
import type { LinkProgress } from './link-run.js';
import type { LinkStore } from './link-store.js';

const atOnce = 500;

/** Counts the names, countries and keys of all subjects: what a full run links by, as JSON. */
export async function countAllNames(
  {
    store,
    onProgress,
  }: { readonly store: LinkStore; readonly onProgress?: (progress: LinkProgress) => void },
  renew: () => Promise<void>,
): Promise<string> {
  const counter = createNameCounter();
  const of = await store.countSubjects();
  let done = 0;
  let after: string | null = null;
  do {
    await renew();
    const page = await store.walk(after, atOnce);
    for (const { subject } of page.subjects) {
      counter.add(subject);
    }
    done += page.subjects.length;
    onProgress?.({ step: 'counting', done, of });
    after = page.next;
    await breathe();
  } while (after !== null);
  return counter.toJson();
}
