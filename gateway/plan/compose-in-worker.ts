import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Composition } from './compose.js';
import type { Composer } from './settle-extensions.js';

const Answer = z.union([
  z.object({ supergraphSdl: z.string(), apiSdl: z.string() }),
  z.object({ faults: z.array(z.string()) }),
]);

const deadlineMs = 60_000;
const maxHeapMb = 1024;

/**
 * Composes in a thread of its own. Composition takes from a third of a second to seconds; here it would hold up every
 * request under way, and members that did answer in time would be told late. A thread that breaks or takes too long is
 * a fault of what it was given. It keeps no process from ending.
 */
export const composeInWorker: Composer = (subgraphs) =>
  new Promise<Composition>((resolve) => {
    const worker = new Worker(new URL('./compose-worker.mjs', import.meta.url), {
      workerData: subgraphs.map(({ name, sdl }) => ({ name, sdl })),
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    worker.unref();
    const timer = setTimeout(
      () => settle({ faults: [`composition took longer than ${deadlineMs} ms`] }),
      deadlineMs,
    ).unref();
    const settle = (composition: Composition): void => {
      clearTimeout(timer);
      resolve(composition);
      worker.terminate().catch(() => undefined);
    };
    worker.once('message', (message: unknown) => {
      const answer = Answer.safeParse(message);
      settle(answer.success ? answer.data : { faults: ['composition gave no graph'] });
    });
    worker.once('error', (error) => settle({ faults: [`composition broke: ${error.name}`] }));
    worker.once('exit', () => settle({ faults: ['composition ended without a graph'] }));
  });
