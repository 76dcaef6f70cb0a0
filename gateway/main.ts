import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { aborted } from '../shared/http/stop-signal.js';
import { createLogger } from '../shared/log/logger.js';
import { readHubConfig } from './config.js';
import { openHubKeyRing } from './identity/hub-key-ring.js';
import { readSupergraph } from './plan/read-supergraph.js';
import { createCoalitionHub, createSupergraphHub } from './wire.js';

export interface RunHubOptions {
  /** The environment of the process itself: Apollo's packages read a setting of ours from it. */
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Writable;
  /** Ends the hub. */
  readonly stop: AbortSignal;
  readonly now: () => Date;
  /** `hub.yaml`; goes before `ACCORD_HUB_CONFIG`. */
  readonly config?: string | undefined;
  /** Goes before `PORT`. */
  readonly port?: number | undefined;
  /** A foreign supergraph, as a file or URL, to serve instead of the coalition's. */
  readonly supergraph?: string | undefined;
  /** With it: nobody is asked who they are. */
  readonly open?: boolean | undefined;
}

const graceMs = 10_000;

/**
 * Runs the hub until `stop` aborts and what is under way has ended. Prints one line `ready http://…/graphql` when it
 * listens. Throws BAD_CONFIG, BAD_CONTRACT or BAD_FILE when it cannot start.
 */
export async function runHub(options: RunHubOptions): Promise<void> {
  const { env, stop } = options;
  const config = readHubConfig(env, { file: options.config, port: options.port, open: options.open });
  env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const logger = createLogger({ name: 'hub', level: config.logLevel });
  const surroundings = { logger, now: options.now, clock: () => performance.now(), createId: randomUUID };
  const hub =
    options.supergraph === undefined
      ? await createCoalitionHub(config, { ...surroundings, keys: openHubKeyRing(config, surroundings) })
      : await createSupergraphHub(config, await readSupergraph(options.supergraph), surroundings);
  try {
    const url = await hub.listen(config.listen.host, config.listen.port);
    options.stdout.write(`ready ${url}/graphql\n`);
    await aborted(stop);
    logger.info('stopping: taking no new requests, finishing those under way');
  } finally {
    await hub.stop(graceMs);
  }
}
