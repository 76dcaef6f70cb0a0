import { logHeadHeader } from '../../shared/audit/log-head.js';
import type { ProviderClient } from './provider-client.js';

export interface HeadExchange {
  /** How far the hub's own log has come. */
  readonly ownHead: () => string | undefined;
  /** Keeps what a member shows of its log. */
  readonly take: (member: string, head: string | undefined) => void;
  readonly memberOf: (url: string) => string | undefined;
}

/** A client that shows members how far the hub's log has come, and keeps what they show of theirs. */
export function exchangeHeads(client: ProviderClient, exchange: HeadExchange): ProviderClient {
  return {
    async ask(request) {
      const own = exchange.ownHead();
      const headers = own === undefined ? request.headers : { ...request.headers, [logHeadHeader]: own };
      const reply = await client.ask({ ...request, headers });
      const member = exchange.memberOf(request.url);
      if (reply.outcome === 'answered' && member !== undefined) {
        exchange.take(member, reply.logHead);
      }
      return reply;
    },
  };
}
