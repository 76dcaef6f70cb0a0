import { parentPort } from 'node:worker_threads';
import { finishTokens } from '../broker/make-tokens.js';
import { invariant } from '../errors/invariant.js';
import { inputBytes } from '../linking/oprf/token-of.js';
import { blindInput } from '../linking/oprf/voprf.js';
import { TokenTask } from './token-task.js';

// The thread that token arithmetic is done in, see `openTokenThread`.
const port = parentPort;
invariant(port !== null, 'this is a thread');

port.on('message', (message: unknown) => {
  const task = TokenTask.parse(message);
  try {
    const done =
      task.kind === 'blind'
        ? task.texts.map((text) => blindInput(inputBytes(text)))
        : finishTokens(task.inputs, task.parts, task.publicKey);
    port.postMessage({ id: task.id, done });
  } catch {
    port.postMessage({ id: task.id, done: null });
  }
});
