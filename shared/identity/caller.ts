import type { tlpLabels } from '../domain/record-body.js';

export const callerKinds = ['anonymous', 'person', 'service'] as const;

/** Who asks and for what, the same for a whole request. */
export interface Caller {
  readonly kind: (typeof callerKinds)[number];
  /** At the hub its own name of the caller; at a member a pseudonym that stands for the caller there alone. */
  readonly subject: string;
  /** Id of the organisation that the caller belongs to; null for nobody's. */
  readonly organization: string | null;
  /** Whether that organisation is a member of the coalition, as the hub knows it. */
  readonly isMember: boolean;
  /** Whether the caller's own issuer says all this to the member itself: a hub alone cannot make it up. */
  readonly isProven: boolean;
  readonly scopes: readonly string[];
  /** The strictest label of the Traffic Light Protocol that the caller may be shown; it opens none by itself. */
  readonly clearance: (typeof tlpLabels)[number];
  /** What the caller declared to ask for; null without a declaration. */
  readonly purpose: string | null;
}

/** Whoever does not say who they are. */
export const anonymousCaller: Caller = freezeCaller({
  kind: 'anonymous',
  subject: 'anonymous',
  organization: null,
  isMember: false,
  isProven: false,
  scopes: [],
  clearance: 'TLP:CLEAR',
  purpose: null,
});

/** The caller, to be handed around without anybody changing it. */
export function freezeCaller(caller: Caller): Caller {
  return Object.freeze({ ...caller, scopes: Object.freeze([...caller.scopes]) });
}
