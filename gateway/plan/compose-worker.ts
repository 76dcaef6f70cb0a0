import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { invariant } from '../../shared/errors/invariant.js';
import { tryCompose } from './compose.js';

// The entry of a thread of its own, see `compose-in-worker.ts`: composes what it is given and ends.
const Subgraphs = z.array(z.object({ name: z.string(), sdl: z.string() }));

invariant(parentPort !== null, 'the composing thread has a parent');
parentPort.postMessage(tryCompose(Subgraphs.parse(workerData)));
