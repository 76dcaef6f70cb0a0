import type { Caller } from '../identity/caller.js';
import type { AccessRule, Alternatives } from './access-rule.js';
import { askPolicy } from './known-policies.js';

/** What a rule says of a caller before any record is looked at. `BY_RECORD`: some records may pass, others not. */
export type Access = 'ALLOW' | 'DENY' | 'BY_RECORD';

/** Who asks, and of whom: the member whose rows they are, undefined where that can be any. */
export interface Asker {
  readonly caller: Caller;
  readonly owner: string | undefined;
}

/** Decides a rule as far as it can be without a record. Pure; what is not known denies. */
export function evaluateRule(rule: AccessRule, asker: Asker): Access {
  if (rule.authenticated && asker.caller.kind === 'anonymous') {
    return 'DENY';
  }
  return every([
    ...rule.scopes.map((scopes) => some(scopes, (scope) => hasScope(asker.caller, scope))),
    ...rule.policies.map((policies) => some(policies, (policy) => askPolicy(policy, asker))),
  ]);
}

function hasScope(caller: Caller, scope: string): Access {
  return caller.kind !== 'anonymous' && caller.scopes.includes(scope) ? 'ALLOW' : 'DENY';
}

/** One of the alternatives, each of which needs all its names. No alternative, or one without a name, denies. */
export function some(alternatives: Alternatives, ask: (name: string) => Access): Access {
  const found = alternatives.map((names) => (names.length === 0 ? 'DENY' : every(names.map(ask))));
  if (found.includes('ALLOW')) {
    return 'ALLOW';
  }
  return found.includes('BY_RECORD') ? 'BY_RECORD' : 'DENY';
}

function every(parts: readonly Access[]): Access {
  if (parts.includes('DENY')) {
    return 'DENY';
  }
  return parts.includes('BY_RECORD') ? 'BY_RECORD' : 'ALLOW';
}
