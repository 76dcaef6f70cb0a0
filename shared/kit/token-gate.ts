import type { HttpExchange } from '../http/http-server.js';
import { readBody } from '../http/read-body.js';
import { callerOf, digestOfBody, skewSeconds } from '../identity/caller-token.js';
import type { ReplayGuard } from '../identity/replay-guard.js';
import { type CallerTokenRules, type Refusal, verifyCallerToken } from '../identity/verify-caller-token.js';
import type { Logger } from '../log/logger.js';
import { type AdmittedRequest, type CallerGate, unauthenticated } from './caller-gate.js';
import type { OpenSource } from './keep-opening.js';

export interface TokenGateOptions {
  readonly rules: CallerTokenRules;
  readonly spent: OpenSource<ReplayGuard>;
  readonly logger: Logger;
  /** Counts what was refused, and why. */
  readonly onRefusal: (refusal: Refusal) => void;
}

/**
 * Lets in requests with a caller token of the hub: made for this member, method, path and body, not used before. Its id
 * is used up last, so that nobody else can use up the ids of the hub's.
 */
export function createTokenGate(options: TokenGateOptions): CallerGate {
  const { rules, spent } = options;
  const refuse = ({ response, requestId }: HttpExchange, refusal: Refusal): never => {
    options.onRefusal(refusal);
    options.logger.warn({ requestId, refusal }, 'refused a request');
    response.setHeader('www-authenticate', 'Bearer');
    throw unauthenticated();
  };
  return {
    async admit(exchange: HttpExchange, maxBytes: number): Promise<AdmittedRequest> {
      const { request, path } = exchange;
      const { authorization } = request.headers;
      const verdict = await verifyCallerToken({ authorization, method: request.method ?? '', path }, rules);
      if (!verdict.passes) {
        return refuse(exchange, verdict.refusal);
      }
      const { claims } = verdict;
      const body = await readBody(request, maxBytes);
      if (digestOfBody(body) !== claims.bsh) {
        return refuse(exchange, 'body');
      }
      // For as long as this or another replica would still take the token.
      const until = new Date((claims.exp + 2 * skewSeconds) * 1000);
      if (!(await (await spent.current()).spend(claims.jti, until))) {
        return refuse(exchange, 'replayed');
      }
      return { caller: callerOf(claims), at: claims.at, body };
    },
    close: () => spent.close(),
  };
}
