import { AccordError } from '../errors/accord-error.js';
import { aborted } from '../http/stop-signal.js';
import { besideFolder } from '../identity/issuer-config.js';
import type { ReplayGuard } from '../identity/replay-guard.js';
import type { Logger } from '../log/logger.js';
import type { RecordStore } from '../store/record-store.js';
import { createMemberServer } from './create-member-server.js';
import { keepOpening, type OpenSource } from './keep-opening.js';
import { openMemberAccessLog } from './member-access-log.js';
import type { MemberConfig } from './member-config.js';
import { createMemberMetrics } from './member-metrics.js';
import { openCallerGate } from './open-caller-gate.js';
import { openPublisher } from './open-publisher.js';
import type { PauseMarker } from './pause-marker.js';
import type { PolicySource } from './policy-source.js';
import { publishingHub } from './publishing-hub.js';
import type { SubgraphModule } from './subgraph-module.js';

export interface RunMemberOptions {
  readonly config: MemberConfig;
  /** The folder of `member.yaml`, from which its paths start. */
  readonly configFolder: string;
  /** Those of `config.domains`, and extensions of the member's own. */
  readonly modules: readonly SubgraphModule[];
  readonly openStore: () => Promise<RecordStore>;
  /** Opens the ids of used tokens, which replicas share. */
  readonly openReplayGuard: () => Promise<ReplayGuard>;
  /** Opens the policies in force, and tells of each change of them that could not be put in force. Throws BAD_POLICY. */
  readonly openPolicies: (onFailure: () => void) => PolicySource;
  /** The member's own folder, where its access log is. */
  readonly folder: string;
  /** Without it the member cannot pause itself. */
  readonly pause?: PauseMarker | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly version: string;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly createId: () => string;
  /** Ends the run: requests under way are finished, the store is closed. */
  readonly signal: AbortSignal;
  /** Writes one line of results: `ready http://host:port`. */
  readonly print: (line: string) => void;
}

const drainMs = 10_000;
const reopenAfterMs = 1000;

/** Serves a member until the signal. Throws BAD_CONFIG, STORE_VERSION; a store that is only away is waited for. */
export async function runMember(options: RunMemberOptions): Promise<void> {
  const { config, configFolder, logger, now, signal } = options;
  refuseApolloKey(options.env);
  if (config.linking !== undefined) {
    publishingHub(config);
  }
  const store = keepOpening(options.openStore, { now, retryAfterMs: reopenAfterMs });
  const spent = keepOpening(options.openReplayGuard, { now, retryAfterMs: reopenAfterMs });
  const metrics = createMemberMetrics();
  const policies = options.openPolicies(metrics.failedPolicyReload);
  const issuers = besideFolder(config.issuers, configFolder);
  const gate = openCallerGate({ config, issuers, spent, metrics, logger, now });
  const { folder } = options;
  const onFault = metrics.accessLogFailed;
  const accessLog = openMemberAccessLog({ config, folder, onFault, now, logger });
  try {
    await openUnlessAway(store, logger);
    const server = await createMemberServer({
      ...options,
      member: config.id,
      store,
      gate,
      policies,
      metrics,
      accessLog,
    });
    const url = await server.listen(config.listen.host, config.listen.port);
    logger.info({ member: config.id, domains: config.domains, url }, 'listening');
    options.print(`ready ${url}`);
    const stopPublishing = openPublisher({
      ...{ ...options, store: () => store.current(), policy: () => policies.current().policy },
      onRequest: metrics.published,
    });
    await aborted(signal);
    logger.info({ member: config.id }, 'stopping');
    await stopPublishing();
    await server.drain(drainMs);
  } finally {
    await gate.close();
    await store.close();
    await accessLog.close();
  }
}

async function openUnlessAway(store: OpenSource<unknown>, logger: Logger): Promise<void> {
  try {
    await store.current();
  } catch (error) {
    if (!(error instanceof AccordError) || error.code !== 'STORE_UNAVAILABLE') {
      throw error;
    }
    logger.warn({ code: error.code, err: error.cause }, error.message);
  }
}

/** With a key in the environment Apollo Server would report what is asked to its maker. */
function refuseApolloKey(env: NodeJS.ProcessEnv): void {
  if (env['APOLLO_KEY'] !== undefined && env['APOLLO_KEY'] !== '') {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected APOLLO_KEY to be unset: a member reports to nobody, it is set.',
    );
  }
}
