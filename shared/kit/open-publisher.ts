import { createBrokerClient } from '../broker/broker-client.js';
import type { Logger } from '../log/logger.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { RecordStore } from '../store/record-store.js';
import type { MemberConfig } from './member-config.js';
import { openMemberKey } from './member-key-file.js';
import { openPublicationState } from './open-publication-state.js';
import { openTokenThread } from './open-token-thread.js';
import { namingTypes } from './party-mentions.js';
import { createPublicationSender } from './publication-sender.js';
import { runPublisher } from './publisher.js';
import { publishingHub } from './publishing-hub.js';
import type { SubgraphModule } from './subgraph-module.js';

export interface OpenPublisherOptions {
  readonly config: Pick<MemberConfig, 'id' | 'linking' | 'registration'>;
  /** The member's own folder. */
  readonly folder: string;
  readonly modules: readonly SubgraphModule[];
  readonly store: () => Promise<RecordStore>;
  readonly policy: () => MemberPolicy;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly onRequest: (outcome: string) => void;
  readonly logger: Logger;
}

/**
 * Publishes for linking what the configuration says, beside the serving, until the returned function is called. Nothing
 * where it has no `linking`. Throws BAD_CONFIG, STORE_UNAVAILABLE.
 */
export function openPublisher(options: OpenPublisherOptions): () => Promise<void> {
  const { config, folder, now, createId, onRequest } = options;
  const settings = config.linking;
  if (settings === undefined) {
    return async () => undefined;
  }
  const hub = publishingHub(config);
  const stop = new AbortController();
  const { signal } = stop;
  const signingKey = () => openMemberKey(folder);
  const state = openPublicationState(folder, now);
  const common = { member: config.id, signingKey, now, createId, signal };
  const thread = openTokenThread();
  const running = runPublisher({
    ...{ ...options, settings, hub, state, signal },
    naming: namingTypes(options.modules),
    sender: createPublicationSender({ ...common, hub, state, onAnswer: onRequest }),
    broker: settings.broker && {
      client: createBrokerClient({ ...common, ...settings.broker }),
      arithmetic: thread,
    },
    onFault: () => onRequest('failed'),
  });
  return async () => {
    stop.abort();
    await running;
    await thread.close();
    state.close();
  };
}
