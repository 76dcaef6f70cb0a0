import { setImmediate as breathe } from 'node:timers/promises';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { type NameStatistics, readStatistics } from '../../../shared/linking/name-statistics.js';
import { FeaturesCache } from './features-cache.js';
import { linkBatch } from './link-batch.js';
import type { LinkStore, PendingSubject } from './link-store.js';
import { surveySubjects } from './survey-subjects.js';

/** What a run needs. It stops at `signal` after the batch under way, which stays. */
export interface LinkRunOptions {
  readonly store: LinkStore;
  /** Whoever runs: different for each process. */
  readonly holder: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: LinkProgress) => void;
}

export interface LinkProgress {
  readonly step: 'counting' | 'linking';
  readonly done: number;
  /** How many there were when the step began; more may come meanwhile. */
  readonly of: number;
}

/** What was linked: subjects, those of them published for all, and the links found; a link of two batches twice. */
export interface LinkedSubjects {
  readonly outcome: 'done';
  readonly subjects: number;
  readonly forAll: number;
  readonly links: number;
}

/** `busy`: another process links, which does the work too. */
export type LinkRunOutcome = { readonly outcome: 'busy' } | LinkedSubjects;

/** A run that does not renew its right for so long is taken for dead. */
const claimMs = 60_000;
/** Subjects linked and settled at once: what a run that is killed loses. */
const batchSize = 500;

/**
 * Links all subjects from scratch: counts names anew, then takes every subject as pending. What is settled stays when
 * the run is stopped or killed; `linkPending` or another full run goes on. Throws INTERRUPTED and what the store throws.
 */
export async function linkFully(options: LinkRunOptions): Promise<LinkRunOutcome> {
  return await withClaim(options, async (renew) => {
    const { statistics, order } = await surveySubjects(options, renew);
    // In this order, so that no subject stays settled that was compared by other statistics.
    await options.store.markAllPending();
    await options.store.putStatistics(statistics);
    return await settleAll(options, renew, order);
  });
}

/**
 * Links what was published or changed since it was last linked, by the statistics of the last full run; from scratch
 * where there was none. Throws INTERRUPTED and what the store throws.
 */
export async function linkPending(options: LinkRunOptions): Promise<LinkRunOutcome> {
  if ((await currentStatistics(options.store)) === null) {
    return await linkFully(options);
  }
  return await withClaim(options, (renew) => settleAll(options, renew));
}

/** `null` before the first full run, and where another version counted. */
export async function currentStatistics(store: LinkStore): Promise<NameStatistics | null> {
  const json = await store.statistics();
  return json === null ? null : readStatistics(json);
}

/** Keeps the right to link, and stops where it is asked to. */
type Renew = () => Promise<void>;

async function withClaim(
  { store, holder, now, signal }: LinkRunOptions,
  work: (renew: Renew) => Promise<LinkedSubjects>,
): Promise<LinkRunOutcome> {
  if (!(await store.claimRun(holder, claimMs))) {
    return { outcome: 'busy' };
  }
  let claimedAt = now().getTime();
  try {
    return await work(async () => {
      if (signal.aborted) {
        throw new AccordError('INTERRUPTED', 'Linking was stopped; what is not linked yet is still pending.');
      }
      const at = now().getTime();
      if (at - claimedAt < claimMs / 4) {
        return;
      }
      if (!(await store.claimRun(holder, claimMs))) {
        throw new AccordError('INTERRUPTED', 'Another process took over linking; it goes on there.');
      }
      claimedAt = at;
    });
  } finally {
    await store.releaseRun(holder);
  }
}

/** Links what is pending, of `order` first in this order. */
async function settleAll(
  { store, now, onProgress }: LinkRunOptions,
  renew: Renew,
  order: readonly string[] = [],
): Promise<LinkedSubjects> {
  const statistics = await currentStatistics(store);
  if (statistics === null) {
    throw new AccordError('STORE_UNAVAILABLE', 'Expected statistics of names to link by, found none.');
  }
  const of = await store.countSubjects();
  const cache = new FeaturesCache();
  let [subjects, forAll, links] = [0, 0, 0];
  for await (const batch of batchesOf(store, order)) {
    await renew();
    const linked = await linkBatch(batch, { store, statistics, cache, computedAt: now().toISOString() });
    await store.settle(batch, linked.links);
    subjects += batch.length;
    forAll += linked.forAll;
    links += linked.links.length;
    onProgress?.({ step: 'linking', done: subjects, of });
    // The store may answer without ever letting go of the thread.
    await breathe();
  }
  return { outcome: 'done', subjects, forAll, links };
}

async function* batchesOf(
  store: LinkStore,
  order: readonly string[],
): AsyncGenerator<readonly PendingSubject[]> {
  for (let at = 0; at < order.length; at += batchSize) {
    const batch = await store.pendingAmong(order.slice(at, at + batchSize));
    if (batch.length > 0) {
      yield batch;
    }
  }
  for (;;) {
    const batch = await store.pending(batchSize);
    if (batch.length === 0) {
      return;
    }
    yield batch;
  }
}
