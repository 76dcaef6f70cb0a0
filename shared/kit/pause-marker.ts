import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccordError } from '../errors/accord-error.js';

/** Whether a member has paused itself: a file in its own folder, so that no hub is needed and a restart changes nothing. */
export interface PauseMarker {
  /** Looked at for every request. Where the folder cannot be read the member counts as paused. */
  isPaused(): boolean;
  /** Throws BAD_OUTPUT. */
  pause(): void;
  /** Throws BAD_OUTPUT. */
  resume(): void;
}

const fileName = 'paused';

export function createPauseMarker(folder: string): PauseMarker {
  const path = join(folder, fileName);
  return {
    isPaused() {
      try {
        return statSync(path, { throwIfNoEntry: false }) !== undefined;
      } catch {
        return true;
      }
    },
    pause: () =>
      orBadOutput(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(path, '', { mode: 0o600, flush: true });
      }),
    resume: () => orBadOutput(() => rmSync(path, { force: true })),
  };
}

/** Throws MEMBER_PAUSED while the member has paused itself. */
export function refuseWhilePaused(marker: PauseMarker): void {
  if (marker.isPaused()) {
    throw new AccordError('MEMBER_PAUSED', 'Expected a member that answers, it has paused itself.');
  }
}

function orBadOutput(work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw new AccordError('BAD_OUTPUT', `Expected to write the file "${fileName}", it cannot be written.`, {
      cause,
    });
  }
}
