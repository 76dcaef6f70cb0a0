import type { Caller } from '../identity/caller.js';
import type { GrantOrNobody } from './policy-file.js';

/** Whether a caller is all that a grant asks. */
export function holds(grant: GrantOrNobody, caller: Caller): boolean {
  if (grant === 'nobody') {
    return false;
  }
  const { authenticated, scopes, org, purpose, proof } = grant;
  const isKnown = caller.kind !== 'anonymous';
  return (
    (authenticated === undefined || isKnown) &&
    (scopes === undefined || (isKnown && scopes.some((names) => holdsAll(caller, names)))) &&
    (org === undefined || (caller.organization !== null && org.includes(caller.organization))) &&
    (purpose === undefined || (caller.purpose !== null && purpose.includes(caller.purpose))) &&
    (proof === undefined || caller.isProven)
  );
}

function holdsAll(caller: Caller, scopes: readonly string[]): boolean {
  return scopes.every((scope) => caller.scopes.includes(scope));
}
