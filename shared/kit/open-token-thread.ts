import { Worker } from 'node:worker_threads';
import type { TokenArithmetic } from '../broker/make-tokens.js';
import { AccordError } from '../errors/accord-error.js';
import { Blinded, TokenResult, type TokenTask } from './token-task.js';

export interface TokenThread extends TokenArithmetic {
  close(): Promise<void>;
}

type Done = TokenResult['done'];

/**
 * Token arithmetic in a thread of its own, begun with the first use: some 10 ms for each token would hold up every
 * request of the member. It keeps no process from ending.
 */
export function openTokenThread(): TokenThread {
  const waiting = new Map<number, (done: Done) => void>();
  let worker: Worker | undefined;
  let ids = 0;
  const giveUp = (): void => {
    worker = undefined;
    for (const settle of [...waiting.values()]) {
      settle(null);
    }
  };
  const begin = (): Worker => {
    const begun = new Worker(new URL('./token-worker.mjs', import.meta.url), { execArgv: [] });
    begun.unref();
    begun.on('message', (message: unknown) => {
      const result = TokenResult.safeParse(message);
      if (result.success) {
        waiting.get(result.data.id)?.(result.data.done);
      }
    });
    begun.on('error', giveUp);
    begun.on('exit', giveUp);
    return begun;
  };
  const run = (task: (id: number) => TokenTask): Promise<Done> => {
    worker ??= begin();
    const id = ids++;
    const done = new Promise<Done>((resolve) => {
      waiting.set(id, (result) => {
        waiting.delete(id);
        resolve(result);
      });
    });
    worker.postMessage(task(id));
    return done;
  };
  return {
    async blind(texts) {
      const done = await run((id) => ({ id, kind: 'blind', texts: [...texts] }));
      return (done ?? fail()).flatMap((one) => Blinded.safeParse(one).data ?? fail());
    },
    async finish(inputs, parts, publicKey) {
      const done = await run((id) => ({
        ...{ id, kind: 'finish', inputs: [...inputs], publicKey },
        parts: parts.map(({ points, proof }) => ({ points: [...points], proof })),
      }));
      return (done ?? fail()).map((one) => (typeof one === 'string' ? one : fail()));
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function fail(): never {
  throw new AccordError(
    'HUB_UNAVAILABLE',
    'Expected tokens of the broker that its proofs hold for, there are none.',
  );
}
