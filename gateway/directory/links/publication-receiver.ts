import { createHash } from 'node:crypto';
import { AccordError } from '../../../shared/errors/accord-error.js';
import {
  type MemberKey,
  type MessageRefusal,
  verifyMessage,
} from '../../../shared/identity/member-message.js';
import {
  type PublicationAnswer,
  PublicationRequest,
  publicationType,
} from '../../../shared/linking/publication-request.js';
import type { Logger } from '../../../shared/log/logger.js';
import type { LinkStore } from './link-store.js';

/** Takes what members publish for linking. */
export interface PublicationReceiver {
  /**
   * Applies a signed request of a member. Throws UNAUTHENTICATED in the same words whatever was wrong with its proof,
   * NOT_READY past the member's rate, and what the store throws.
   */
  receive(jws: string): Promise<PublicationAnswer>;
}

export interface PublicationReceiverOptions {
  readonly store: Pick<LinkStore, 'apply' | 'clear'>;
  /** The hub's public URL, see `hubAudience`. */
  readonly audience: string;
  readonly keyOf: (kid: string) => MemberKey | undefined;
  readonly claim: (id: string, until: Date) => Promise<boolean>;
  readonly now: () => Date;
  /** Tells what came of a request, for counting. */
  readonly onRequest: (outcome: PublicationAnswer['outcome'] | MessageRefusal | 'rate' | 'failed') => void;
  readonly logger: Logger;
}

/** Enough for a million subjects in a quarter of an hour. */
const mostPerMinute = 1200;
const minuteMs = 60_000;

export function createPublicationReceiver(options: PublicationReceiverOptions): PublicationReceiver {
  const { now, onRequest, logger } = options;
  const isWithinRate = createRate(now);
  return {
    async receive(jws) {
      const verified = await verifyMessage(jws, {
        ...options,
        typ: publicationType,
        schema: PublicationRequest,
      });
      if (!verified.ok) {
        onRequest(verified.refusal);
        throw new AccordError(
          'UNAUTHENTICATED',
          'Expected a request that a key of the member has just signed.',
        );
      }
      const { message, kid } = verified;
      if (!isWithinRate(message.member)) {
        onRequest('rate');
        throw new AccordError(
          'NOT_READY',
          'Expected fewer requests of the member, it may go on in a minute.',
        );
      }
      const digest = createHash('sha256').update(jws).digest('base64url');
      try {
        const answer = await apply(message, { kid, digest }, options);
        onRequest(answer.outcome);
        const { member, sequence, put, withdraw } = message;
        const counts = { sequence, put: put.length, withdrawn: withdraw.length };
        logger.info({ member, ...counts, outcome: answer.outcome }, 'a member published for linking');
        return answer;
      } catch (fault) {
        onRequest('failed');
        throw fault;
      }
    },
  };
}

async function apply(
  { member, sequence, restart, put, withdraw }: PublicationRequest,
  signed: { readonly kid: string; readonly digest: string },
  { store, now }: PublicationReceiverOptions,
): Promise<PublicationAnswer> {
  if (restart) {
    await store.clear(member);
  }
  const at = now().toISOString();
  return await store.apply({ member, sequence, put, withdraw, ...signed, at });
}

/** Whether a member is within its rate; asking counts. */
function createRate(now: () => Date): (member: string) => boolean {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return (member) => {
    const time = now().getTime();
    const known = windows.get(member);
    const window =
      known === undefined || Math.abs(time - known.since) >= minuteMs ? { since: time, count: 0 } : known;
    windows.set(member, window);
    window.count++;
    return window.count <= mostPerMinute;
  };
}
