import { dirname, join } from 'node:path';
import { aborted } from '../http/stop-signal.js';
import type { Logger } from '../log/logger.js';
import type { BrokerConfig } from './broker-config.js';
import { createBroker } from './create-broker.js';
import { openBrokerKeys } from './open-broker-keys.js';
import { openPointsUsed } from './points-used.js';
import type { RoundSchedule } from './round-keys.js';

export interface RunBrokerOptions {
  readonly config: BrokerConfig;
  /** The absolute path of the key file; what is counted lies beside it. */
  readonly keyPath: string;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly createId: () => string;
  /** Ends the run: requests under way are finished. */
  readonly signal: AbortSignal;
  /** Writes one line of results: `ready http://host:port`. */
  readonly print: (line: string) => void;
}

const drainMs = 10_000;
const dayMs = 86_400_000;

/** Serves a broker until the signal. Throws BAD_CONFIG. */
export async function runBroker(options: RunBrokerOptions): Promise<void> {
  const { config, keyPath, logger, now, createId, signal } = options;
  const keys = openBrokerKeys({ path: keyPath, schedule: scheduleOf(config), now, logger });
  const usedPath = join(dirname(keyPath), 'broker-points.json');
  const used = openPointsUsed(usedPath, config.limits.pointsPerDay, now);
  keys();
  const server = createBroker({ config, keys, used, now, createId, logger });
  const url = await server.listen(config.listen.host, config.listen.port);
  logger.info({ members: config.members.map(({ id }) => id), url }, 'listening');
  options.print(`ready ${url}`);
  await aborted(signal);
  logger.info('stopping');
  await server.drain(drainMs);
}

export function scheduleOf({ rounds }: Pick<BrokerConfig, 'rounds'>): RoundSchedule {
  return { roundMs: rounds.days * dayMs, overlapMs: rounds.overlapDays * dayMs };
}
