import type { tlpLabels } from '../domain/record-body.js';

export const callerKinds = ['anonymous', 'person', 'service'] as const;

/** Who asks and for what, the same for a whole request. */
export interface Caller {
  readonly kind: (typeof callerKinds)[number];
  /** At the hub its own name of the caller; at a member a pseudonym that stands for the caller there alone. */
  readonly subject: string;
  /** Id of the organisation that the caller belongs to; null for nobody's. */
  readonly organization: string | null;
  readonly scopes: readonly string[];
  /** The strictest label of the Traffic Light Protocol that the caller is cleared for. */
  readonly clearance: (typeof tlpLabels)[number];
  /** What the caller declared to ask for; null without a declaration. */
  readonly purpose: string | null;
}

/** Whoever does not say who they are. */
export const anonymousCaller: Caller = freezeCaller({
  kind: 'anonymous',
  subject: 'anonymous',
  organization: null,
  scopes: [],
  clearance: 'TLP:CLEAR',
  purpose: null,
});

/** The caller, to be handed around without anybody changing it. */
export function freezeCaller(caller: Caller): Caller {
  return Object.freeze({ ...caller, scopes: Object.freeze([...caller.scopes]) });
}
