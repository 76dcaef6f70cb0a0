import { stopSignal } from '../../shared/http/stop-signal.js';
import type { Surroundings } from '../surroundings.js';

/** What a process of the demo that is no command sees of itself. */
export function processSurroundings(): Surroundings {
  return {
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => new Date(),
    stopSignal: () => stopSignal(process),
  };
}
