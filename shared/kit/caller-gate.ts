import { AccordError } from '../errors/accord-error.js';
import type { HttpExchange } from '../http/http-server.js';
import { readBody } from '../http/read-body.js';
import { anonymousCaller, type Caller } from '../identity/caller.js';

/** A request that may be answered. */
export interface AdmittedRequest {
  readonly caller: Caller;
  /** When it began, in milliseconds, as who asks says; nothing where they do not. */
  readonly at?: number | undefined;
  readonly body: Buffer;
}

/** Port: lets in who may ask this member. */
export interface CallerGate {
  /**
   * Reads the body of a request that proves its caller. Throws UNAUTHENTICATED, the same whatever is wrong;
   * BODY_TOO_LARGE and BAD_INPUT as `readBody` does; STORE_UNAVAILABLE when used tokens cannot be told from new ones.
   */
  admit(exchange: HttpExchange, maxBytes: number): Promise<AdmittedRequest>;
  close(): Promise<void>;
}

/** Lets everybody in as nobody: for a member that this machine alone can reach. */
export const openGate: CallerGate = {
  admit: async ({ request }, maxBytes) => ({
    caller: anonymousCaller,
    body: await readBody(request, maxBytes),
  }),
  close: async () => undefined,
};

/** What whoever is not let in learns: nothing about why. */
export function unauthenticated(): AccordError {
  return new AccordError('UNAUTHENTICATED', 'Expected a request that proves who asks.');
}
