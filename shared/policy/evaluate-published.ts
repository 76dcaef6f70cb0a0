import { type Access, type Asker, evaluateRule } from './evaluate-rule.js';
import type { PublishedPolicy, PublishedRequirement } from './published-policy.js';

/** Who asks a member, as far as its hub can know. */
export interface PublishedAsker extends Asker {
  /** The member that published the policy. */
  readonly owner: string;
  /** Whether the caller sent a token of their own for this member. Whether it is good, only the member can tell. */
  readonly offersProof: boolean;
}

/**
 * Decides by what a member published, before it is asked: `BY_RECORD` is decided there. What the contract asks is not
 * among it. Pure.
 */
export function evaluatePublished(requirement: PublishedRequirement | false, asker: PublishedAsker): Access {
  if (requirement === false) {
    return 'DENY';
  }
  const { organizations, purposes, proof } = requirement;
  const { organization, purpose, isProven } = asker.caller;
  const holds =
    (organizations === undefined || (organization !== null && organizations.includes(organization))) &&
    (purposes === undefined || (purpose !== null && purposes.includes(purpose))) &&
    (!proof || asker.offersProof || isProven);
  return holds ? evaluateRule(requirement, asker) : 'DENY';
}

/** What a caller does with a field. */
export type FieldUse = 'read' | 'use' | 'aggregate';

/** What a member's policy says of one use of a field; a coordinate that it does not name asks nothing. */
export function publishedAccess(
  policy: PublishedPolicy,
  place: { readonly coordinate: string; readonly use: FieldUse },
  asker: PublishedAsker,
): Access {
  const field = Object.hasOwn(policy.fields, place.coordinate) ? policy.fields[place.coordinate] : undefined;
  if (field === undefined) {
    return 'ALLOW';
  }
  const use = field.use ?? field.read;
  const requirement = { read: field.read, use, aggregate: field.aggregate ?? use }[place.use];
  return evaluatePublished(requirement, asker);
}
