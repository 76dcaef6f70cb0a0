import { fetchJwks } from '../../shared/identity/fetch-jwks.js';
import { openIssuers } from '../../shared/identity/issuers.js';
import type { Logger } from '../../shared/log/logger.js';
import { openApiKeys } from './api-keys.js';
import type { IdentityConfig } from './identity-config.js';
import { createReadCaller, type ReadCaller } from './read-caller.js';

export interface IdentitySurroundings {
  /** Whether an organisation takes part in the coalition at this moment. */
  readonly isMember: (organization: string) => boolean;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * The callers that a hub's configuration lets in: those of its issuers, the services with a key in its folder, and
 * whoever does not say who they are. Throws BAD_CONFIG for a file of keys that holds something else.
 */
export function openReadCaller(
  config: {
    readonly id: string;
    readonly data?: string | undefined;
    readonly identity: IdentityConfig;
  },
  { isMember, now, logger }: IdentitySurroundings,
): ReadCaller {
  const { issuers, clients, audience = config.id } = config.identity;
  return createReadCaller({
    issuers: openIssuers(issuers, {
      fetchKeys: fetchJwks,
      now,
      onFault: (issuer, err) => logger.warn({ issuer, err }, 'the keys of an issuer could not be read'),
    }),
    ...{ audience, clients, isMember, now },
    findApiKey: openApiKeys(config.data, { now, logger }),
  });
}
