import { AccordError } from '../../shared/errors/accord-error.js';
import type { HttpExchange } from '../../shared/http/http-server.js';
import type { Caller } from '../../shared/identity/caller.js';
import type { Logger } from '../../shared/log/logger.js';
import type { ReadCaller } from '../identity/read-caller.js';
import type { HubMetrics } from './metrics.js';

export interface CallerAdmission {
  readonly readCaller: ReadCaller;
  readonly metrics: Pick<HubMetrics, 'unauthenticated'>;
  readonly logger: Logger;
}

/**
 * Who asks. Whatever is wrong with their proof, the answer is the same, and log and counter say what it was. Throws
 * UNAUTHENTICATED and BAD_PURPOSE.
 */
export async function admitCaller(exchange: HttpExchange, admission: CallerAdmission): Promise<Caller> {
  const { request, response, requestId } = exchange;
  const verdict = await admission.readCaller(request.headers);
  if (verdict.passes) {
    return verdict.caller;
  }
  const { refusal } = verdict;
  admission.metrics.unauthenticated(refusal);
  admission.logger.warn({ requestId, refusal }, 'refused a request');
  response.setHeader('www-authenticate', 'Bearer');
  throw new AccordError('UNAUTHENTICATED', 'Expected a request that proves who asks.');
}
