import { createHash } from 'node:crypto';
import type { Caller } from '../../shared/identity/caller.js';

/** What of a caller decides about an answer, as a digest: callers with the same one may be shown the same. */
export function digestOfCaller(caller: Caller): string {
  const { kind, organization, isMember, scopes, clearance, purpose } = caller;
  return createHash('sha256')
    .update(JSON.stringify([kind, organization, isMember, [...scopes].sort(), clearance, purpose]))
    .digest('base64url');
}
