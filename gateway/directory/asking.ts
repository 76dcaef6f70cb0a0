import { invariant } from '../../shared/errors/invariant.js';
import type { RequestScope } from '../fanout/request-scope.js';

/** What the directory reads of the request that it is asked in. */
export type Asking = Pick<RequestScope, 'caller' | 'callerDigest' | 'provenance' | 'signal' | 'completeness'>;

/** The executor hands the scope of the request on without its type. */
export function askingIn(context: unknown): Asking {
  invariant(isAsking(context), 'the directory is asked within a request');
  return context;
}

function isAsking(context: unknown): context is Asking {
  return typeof context === 'object' && context !== null && 'caller' in context && 'callerDigest' in context;
}
