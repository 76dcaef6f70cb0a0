import type { Logger } from '../shared/log/logger.js';
import type { HubConfig } from './config.js';
import { MemberAsker } from './fanout/ask-members.js';
import { createCursorSeal } from './fanout/cursor-seal.js';
import { RecentShares } from './fanout/page-sizes.js';
import type { HubKeyRing } from './identity/hub-key-ring.js';
import type { ProviderClient } from './members/provider-client.js';
import type { PublishedPolicies } from './members/published-policies.js';
import type { ExtensionLines } from './plan/extension-data-source.js';

export interface AskingLinesParts {
  readonly client: ProviderClient;
  readonly policies: Pick<PublishedPolicies, 'note'>;
  readonly keys: HubKeyRing;
  /** Milliseconds of a monotonic clock. */
  readonly clock: () => number;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** How members are asked, and what the hub remembers of it. */
export function askingLines(
  { deadlines, limits, breaker }: HubConfig,
  { client, policies, keys, clock, now, logger }: AskingLinesParts,
): ExtensionLines {
  return {
    asker: new MemberAsker({
      ...{ client, breaker, logger },
      memberMs: deadlines.memberMs,
      answerBytes: limits.answerBytes,
      inFlight: limits.inFlightPerMember,
      now: clock,
      onRevision: policies.note,
    }),
    shares: new RecentShares(),
    seal: createCursorSeal({ secrets: keys.cursorSecrets, now }),
    logger,
  };
}
