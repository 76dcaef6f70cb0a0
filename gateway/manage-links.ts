import { AccordError } from '../shared/errors/accord-error.js';
import { readHubConfig } from './config.js';
import {
  type LinkProgress,
  type LinkRunOutcome,
  linkFully,
  linkPending,
} from './directory/links/link-run.js';
import { openHubLinks } from './hub-directory.js';

export interface LinkCommandOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly config?: string | undefined;
  /** From scratch, with names counted anew; else what is pending alone. */
  readonly isFull: boolean;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LinkProgress) => void;
}

/**
 * Links what members published to the hub of a configuration, beside hubs that run. What is linked when it is stopped
 * stays, and another run goes on with the rest. Throws BAD_CONFIG, INTERRUPTED, and what the store throws.
 */
export async function runLinking(options: LinkCommandOptions): Promise<LinkRunOutcome> {
  const { env, config, isFull, now, createId, signal, onProgress } = options;
  const store = await openHubLinks(readHubConfig(env, { file: config }), now);
  if (store === undefined) {
    throw new AccordError('BAD_CONFIG', 'Expected "data" in the configuration of the hub, it is not there.');
  }
  try {
    const run = isFull ? linkFully : linkPending;
    return await run({ store, holder: createId(), now, signal, onProgress });
  } finally {
    await store.close();
  }
}
