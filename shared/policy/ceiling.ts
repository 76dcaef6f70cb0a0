import { tlpLabels } from '../domain/record-body.js';
import { type Caller, freezeCaller } from '../identity/caller.js';
import type { PolicyFile } from './policy-file.js';

export type Ceiling = NonNullable<PolicyFile['hub']['ceiling']>;
export type Label = (typeof tlpLabels)[number];

/** Whether a label lets fewer people see a record than another. */
export function isStricter(label: Label, than: Label): boolean {
  return tlpLabels.indexOf(label) < tlpLabels.indexOf(than);
}

/**
 * The caller as far as a member believes its hub, which could make up any. Who proved themselves to the member is taken
 * as they are.
 */
export function underCeiling(caller: Caller, ceiling: Ceiling | undefined): Caller {
  if (ceiling === undefined || caller.isProven) {
    return caller;
  }
  const { scopes, clearance, organizations } = ceiling;
  const isBelieved =
    organizations === undefined ||
    (caller.organization !== null && organizations.includes(caller.organization));
  return freezeCaller({
    ...caller,
    scopes: scopes === undefined ? caller.scopes : caller.scopes.filter((scope) => isWithin(scope, scopes)),
    clearance:
      clearance !== undefined && isStricter(caller.clearance, clearance) ? clearance : caller.clearance,
    organization: isBelieved ? caller.organization : null,
    isMember: isBelieved && caller.isMember,
  });
}

/** Whether a hub is believed that a caller has a scope: one of the ceiling's, or one that begins so. */
export function isWithin(scope: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? scope.startsWith(pattern.slice(0, -1)) : scope === pattern,
  );
}
