import { AccordError } from '../errors/accord-error.js';
import { isLoopbackHost } from '../http/is-loopback-host.js';
import { fetchJwks } from '../identity/fetch-jwks.js';
import type { IssuerConfig } from '../identity/issuer-config.js';
import { openIssuers } from '../identity/issuers.js';
import { PinnedKeys } from '../identity/pinned-keys.js';
import type { ReplayGuard } from '../identity/replay-guard.js';
import type { Logger } from '../log/logger.js';
import { type CallerGate, openGate } from './caller-gate.js';
import { createProofGate } from './caller-proof.js';
import type { OpenSource } from './keep-opening.js';
import type { MemberConfig } from './member-config.js';
import type { MemberMetrics } from './member-metrics.js';
import { createTokenGate } from './token-gate.js';

export interface CallerGateOptions {
  readonly config: Pick<MemberConfig, 'id' | 'hub' | 'listen'>;
  /** Whose tokens count as a caller's proof; the paths of their files are absolute. */
  readonly issuers?: readonly IssuerConfig[];
  readonly spent: OpenSource<ReplayGuard>;
  readonly metrics: MemberMetrics;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** The gate that the configuration asks for. Throws BAD_CONFIG where it would let anybody in from anywhere. */
export function openCallerGate(options: CallerGateOptions): CallerGate {
  const { config, logger, metrics, now } = options;
  const issuers = openIssuers(options.issuers ?? [], {
    fetchKeys: fetchJwks,
    now,
    onFault: (issuer, err) => logger.warn({ issuer, err }, 'the keys of an issuer could not be had'),
  });
  return createProofGate(openHubGate(options), {
    issuers,
    audience: config.id,
    logger,
    now,
    onRefusal: metrics.refusedProof,
  });
}

function openHubGate(options: CallerGateOptions): CallerGate {
  const { config, logger, now } = options;
  const { hub } = config;
  if (hub === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected "hub" in the configuration: the keys of the member\'s hub, or "open" where this machine alone can ask.',
    );
  }
  if (hub === 'open') {
    if (!isLoopbackHost(config.listen.host)) {
      throw new AccordError(
        'BAD_CONFIG',
        'Expected a member with "hub: open" to listen on this machine alone, on 127.0.0.1 or ::1; it listens elsewhere.',
      );
    }
    logger.warn('open: whoever on this machine asks is answered');
    return openGate;
  }
  const { issuer, audienceUrl, jwksUrl } = hub;
  const keys = new PinnedKeys({
    keys: hub.keys,
    fetchKeys: jwksUrl === undefined ? undefined : () => fetchJwks(jwksUrl),
    onFault: (err) => logger.warn({ err }, 'the keys of the hub could not be fetched'),
    now,
  });
  return createTokenGate({
    rules: { issuer, audience: config.id, audienceUrl, keys, now },
    spent: options.spent,
    logger,
    onRefusal: options.metrics.refused,
  });
}
