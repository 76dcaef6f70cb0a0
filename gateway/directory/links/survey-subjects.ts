import { setImmediate as breathe } from 'node:timers/promises';
import { compareText } from '../../../shared/domain/text.js';
import { createNameCounter } from '../../../shared/linking/count-names.js';
import { neighbourhoodOf } from '../../../shared/linking/neighbourhood.js';
import { subjectFeatures } from '../../../shared/linking/subject-features.js';
import type { LinkProgress } from './link-run.js';
import type { LinkStore } from './link-store.js';

/** What a full run links by. */
export interface Survey {
  /** Names, countries and keys counted, as JSON. */
  readonly statistics: string;
  /** The ids of all subjects so that those which are compared with each other are mostly near each other. */
  readonly order: readonly string[];
}

const atOnce = 500;

/** Goes through all subjects once. */
export async function surveySubjects(
  {
    store,
    onProgress,
  }: { readonly store: LinkStore; readonly onProgress?: (progress: LinkProgress) => void },
  renew: () => Promise<void>,
): Promise<Survey> {
  const counter = createNameCounter();
  const of = await store.countSubjects();
  const places: { readonly id: string; readonly neighbourhood: string }[] = [];
  let after: string | null = null;
  do {
    await renew();
    const page = await store.walk(after, atOnce);
    for (const { id, subject } of page.subjects) {
      const features = subjectFeatures(subject);
      counter.add(subject, features);
      places.push({ id, neighbourhood: neighbourhoodOf(features) });
    }
    onProgress?.({ step: 'counting', done: places.length, of });
    after = page.next;
    await breathe();
  } while (after !== null);
  places.sort((a, b) => compareText(a.neighbourhood, b.neighbourhood) || compareText(a.id, b.id));
  return { statistics: counter.toJson(), order: places.map(({ id }) => id) };
}
