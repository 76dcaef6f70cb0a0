import type { MemberPolicy } from '../policy/member-policy.js';

/** Where a member's server takes the policy in force from: asked once per request, which keeps what it got. */
export interface PolicySource {
  current(): PolicyInForce;
}

export interface PolicyInForce {
  readonly policy: MemberPolicy;
  /** Why a newer policy is not in force, in one line; undefined where there is none. */
  readonly fault: string | undefined;
}

/** A policy that never changes. */
export function fixedPolicy(policy: MemberPolicy): PolicySource {
  return { current: () => ({ policy, fault: undefined }) };
}
