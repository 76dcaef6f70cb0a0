import type { HttpExchange } from '../shared/http/http-server.js';
import { hubAudience } from '../shared/identity/registry-request.js';
import { createSpentIds } from '../shared/identity/spent-ids.js';
import type { Logger } from '../shared/log/logger.js';
import type { HubConfig } from './config.js';
import type { LinkStore } from './directory/links/link-store.js';
import { createPublicationReceiver } from './directory/links/publication-receiver.js';
import type { HubMetrics } from './http/metrics.js';
import { createSubjectsRoute } from './http/subjects-route.js';
import { createPublishingKeys, type PublishingKeys } from './plan/publishing-keys.js';
import type { HubRegistry } from './plan/registry/hub-registry.js';

export interface TakePublicationsOptions {
  readonly config: Pick<HubConfig, 'url' | 'registry' | 'members'>;
  readonly registry: Pick<HubRegistry, 'claim'> | null;
  readonly publishingKeys: PublishingKeys;
  /** Undefined for a hub that keeps nothing of what members publish. */
  readonly store: LinkStore | undefined;
  readonly metrics: HubMetrics;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * The way by which members publish for linking; null for a hub that keeps none of it, or without a public URL, for which
 * nobody could sign.
 */
export function takePublications(
  options: TakePublicationsOptions,
): ((exchange: HttpExchange) => Promise<void>) | null {
  const { config, registry, publishingKeys, store, metrics, now, logger } = options;
  const url = config.url ?? config.registry?.url;
  if (url === undefined || store === undefined) {
    return null;
  }
  const { claim } = registry ?? createSpentIds(now);
  return createSubjectsRoute(
    createPublicationReceiver({
      ...{ store, claim, now, logger },
      audience: hubAudience(url),
      keyOf: publishingKeys.find,
      onRequest: metrics.published,
    }),
  );
}

/** The keys that members publish with. What a member published goes when it leaves for good. */
export function openPublishingKeys(options: {
  readonly config: Pick<HubConfig, 'members'>;
  readonly clear: (member: string) => Promise<void>;
  readonly now: () => Date;
  readonly logger: Logger;
}): PublishingKeys {
  const { config, clear, now, logger } = options;
  return createPublishingKeys({
    configured: config.members,
    now,
    onLeft(member) {
      clear(member).catch((err: unknown) => {
        logger.error({ err, member }, 'what a member that left had published is still there');
      });
    },
  });
}
