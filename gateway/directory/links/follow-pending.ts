import { setTimeout as wait } from 'node:timers/promises';
import { AccordError } from '../../../shared/errors/accord-error.js';
import type { Logger } from '../../../shared/log/logger.js';
import { currentStatistics, type LinkRunOptions, linkFully, linkPending } from './link-run.js';

export interface FollowPendingOptions extends Pick<LinkRunOptions, 'store' | 'holder' | 'now'> {
  readonly logger: Logger;
  /** Milliseconds between two looks at what is pending. */
  readonly everyMs?: number;
  /** Milliseconds to the next look after one that failed. */
  readonly retryMs?: number;
}

/** As many new ones make it worth counting names anew, where there are not more already. */
const fewest = 1_000;

/**
 * Links what members publish soon after they did, in one of the hub's replicas at a time, until the returned function is
 * called; that waits for the batch under way. Names are counted anew, and all is linked from scratch, once as many
 * subjects published for all came as had been counted: hidden ones do not decide when.
 */
export function followPending(options: FollowPendingOptions): () => Promise<void> {
  const { logger, everyMs = 300, retryMs = 5_000 } = options;
  const stop = new AbortController();
  const run: LinkRunOptions = { ...options, signal: stop.signal };
  const follow = async (): Promise<void> => {
    let grown = 0;
    while (!stop.signal.aborted) {
      let pauseMs = everyMs;
      try {
        grown = await linkOnce(run, grown, logger);
      } catch (err) {
        if (err instanceof AccordError && err.code === 'INTERRUPTED') {
          logger.debug({ err }, 'linking was stopped');
        } else {
          logger.error({ err }, 'what was published could not be linked; it is tried again');
          pauseMs = retryMs;
        }
      }
      await wait(pauseMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  };
  const following = follow();
  return async () => {
    stop.abort();
    await following;
  };
}

/** How many subjects published for all came since names were counted, by what this process linked. */
async function linkOnce(run: LinkRunOptions, grown: number, logger: Logger): Promise<number> {
  if ((await run.store.pending(1)).length === 0) {
    return grown;
  }
  const counted = await currentStatistics(run.store);
  const known = (counted?.subjects('PERSON') ?? 0) + (counted?.subjects('ORGANIZATION') ?? 0);
  const isOutgrown = counted !== null && grown > Math.max(fewest, known);
  const outcome = await (isOutgrown ? linkFully : linkPending)(run);
  if (outcome.outcome === 'busy') {
    return grown;
  }
  const { subjects, links, forAll } = outcome;
  logger.info({ subjects, links }, 'subjects were linked');
  return isOutgrown || counted === null ? 0 : grown + forAll;
}
