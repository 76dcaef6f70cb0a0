import { anonymousCaller } from '../shared/identity/caller.js';
import type { Logger } from '../shared/log/logger.js';
import type { HubAudit } from './audit/open-hub-audit.js';
import type { HubConfig } from './config.js';
import type { RequestScope } from './fanout/request-scope.js';
import type { ObservedMembers } from './http/observe-members.js';
import { type CallerTokens, createCallerTokens } from './identity/caller-tokens.js';
import type { HubKeyRing } from './identity/hub-key-ring.js';
import { createAddressRules } from './members/address-rules.js';
import type { ProviderClient } from './members/provider-client.js';
import type { CoalitionMembers } from './plan/coalition-members.js';
import { readContracts, type SubgraphSource } from './plan/contract-files.js';
import type { PublishingKeys } from './plan/publishing-keys.js';
import { readRecipients } from './plan/recipients.js';
import { type HubRegistry, openHubRegistry } from './plan/registry/hub-registry.js';
import { typeNames } from './plan/settle-extensions.js';

/** The registry that the configuration asks for, not read yet. */
export async function openCoalitionRegistry(
  config: HubConfig,
  parts: {
    readonly keys: HubKeyRing;
    readonly base: readonly SubgraphSource[];
    readonly members: CoalitionMembers;
    readonly publishingKeys: PublishingKeys;
    readonly http: ProviderClient;
    readonly observed: ObservedMembers;
    readonly audit: HubAudit;
    readonly now: () => Date;
    readonly clock: () => number;
    readonly createId: () => string;
    readonly logger: Logger;
  },
): Promise<HubRegistry | null> {
  const { registry, data, mongodbUrl } = config;
  const { keys, now, clock, createId, logger } = parts;
  if (registry === undefined || data === undefined) {
    return null;
  }
  const { url, database, pollMs, keyOverlapHours } = registry;
  return await openHubRegistry({
    place: { folder: data, mongodbUrl, database, now },
    ...{ url, pollMs, clock, createId, logger },
    keyOverlapMs: keyOverlapHours * 3_600_000,
    mayReach: createAddressRules(config.allowAddresses),
    isConfigured: (member) => config.members.some(({ id }) => id === member),
    graphTypes: typeNames(parts.base),
    onChange: parts.audit.alsoTelling((snapshot) => {
      parts.publishingKeys.take(snapshot);
      parts.members.take(snapshot);
    }),
    recipients: readRecipients(config.recipients),
    onRequest: parts.observed.metrics.registryAsked,
    contracts: readContracts(),
    client: parts.http,
    headersFor: asNobody(createCallerTokens({ issuer: config.id, keys, now })),
  });
}

/** For questions of the hub's own, each of which is a request of its own. */
export function asNobody(tokens: CallerTokens): RequestScope['headersFor'] {
  return (provider, body) => tokens(anonymousCaller)(provider, body);
}
