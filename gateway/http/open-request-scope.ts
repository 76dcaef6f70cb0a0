import { setMaxListeners } from 'node:events';
import { isMemberId } from '../../shared/domain/ids.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { HttpExchange } from '../../shared/http/http-server.js';
import type { Caller } from '../../shared/identity/caller.js';
import { AnswerProvenance } from '../fanout/answer-provenance.js';
import type { AccessMode, Completeness, RequestScope } from '../fanout/request-scope.js';
import { digestOfCaller } from '../identity/caller-digest.js';
import type { CallerTokens } from '../identity/caller-tokens.js';
import type { CallerProofs } from '../identity/read-proofs.js';

/** The scope of one request, and the end of it. */
export interface OpenedScope {
  readonly scope: RequestScope;
  /** Frees the deadline's timer. */
  close(): void;
}

/**
 * Opens the scope of a request: its deadline, and what its headers ask for. Ends all that is under way when the
 * deadline passes or the client leaves. `clock` is milliseconds of a monotonic clock. Throws BAD_INPUT.
 */
export function openRequestScope(
  exchange: HttpExchange,
  options: {
    readonly requestMs: number;
    readonly clock: () => number;
    readonly completeness: Completeness;
    readonly access: AccessMode;
    readonly caller: Caller;
    readonly proofs: CallerProofs;
    readonly callerTokens: CallerTokens;
  },
): OpenedScope {
  const { requestMs, clock, completeness, access, caller, proofs } = options;
  const { request, response, requestId } = exchange;
  const ask = readAskHeader(request.headers['x-accord-ask']);
  const controller = new AbortController();
  // Every member that is asked listens; that is no leak.
  setMaxListeners(0, controller.signal);
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, requestMs);
  response.once('close', abort);
  const scope: RequestScope = {
    requestId,
    signal: controller.signal,
    deadlineAt: clock() + requestMs,
    ask,
    completeness,
    access,
    caller,
    proofs,
    callerDigest: digestOfCaller(caller),
    provenance: new AnswerProvenance(),
    headersFor: options.callerTokens(caller),
  };
  return {
    scope,
    close() {
      clearTimeout(timer);
      response.off('close', abort);
    },
  };
}

/** `x-accord-ask: a,b` names the members to ask. */
export function readAskHeader(
  header: string | readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  if (header === undefined) {
    return undefined;
  }
  const members = [header]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim());
  if (!members.every(isMemberId)) {
    throw new AccordError('BAD_INPUT', 'Expected member ids such as "a,b" in the header "x-accord-ask".');
  }
  return new Set(members);
}
