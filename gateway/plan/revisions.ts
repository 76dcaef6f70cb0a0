import { AccordError } from '../../shared/errors/accord-error.js';
import type { Revision } from './revision.js';

/** Holds the revision in force. Each request runs on the one it began with. */
export interface Revisions {
  /** The revision in force, or undefined before the first. */
  readonly current: Revision | undefined;
  /** Puts a revision in force. The one before stops when its last request ends. */
  replace(next: Revision): void;
  /** Runs a request on the revision in force. Throws NOT_READY before the first. */
  run<T>(request: (revision: Revision) => Promise<T>): Promise<T>;
  /** Stops the revision in force; for the end of the process, after its requests. */
  stop(): Promise<void>;
}

interface Entry {
  readonly revision: Revision;
  underWay: number;
  retired: boolean;
}

export function createRevisions(onStopFault: (error: unknown) => void): Revisions {
  let entry: Entry | undefined;
  const stopIfDone = (candidate: Entry): void => {
    if (candidate.retired && candidate.underWay === 0) {
      candidate.revision.stop().catch(onStopFault);
    }
  };
  return {
    get current() {
      return entry?.revision;
    },
    replace(next) {
      const previous = entry;
      entry = { revision: next, underWay: 0, retired: false };
      if (previous !== undefined) {
        previous.retired = true;
        stopIfDone(previous);
      }
    },
    async run(request) {
      const picked = entry;
      if (picked === undefined) {
        throw new AccordError('NOT_READY', 'Expected a loaded supergraph, the hub has none yet.');
      }
      picked.underWay += 1;
      try {
        return await request(picked.revision);
      } finally {
        picked.underWay -= 1;
        stopIfDone(picked);
      }
    },
    async stop() {
      const last = entry;
      entry = undefined;
      await last?.revision.stop();
    },
  };
}
