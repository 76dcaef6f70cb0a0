import type { Caller } from '../identity/caller.js';
import { evaluatePublished } from '../policy/evaluate-published.js';
import { isAmong, isOwner, readableLabels } from '../policy/labels.js';
import type { Audience } from './link-subject.js';

/** A published subject, as far as it says who may know of it. */
export interface SubjectAudience {
  /** The member that published it. */
  readonly member: string;
  readonly audience: Audience;
}

/**
 * Whether a caller may know of a subject at an instant: by its label under the caller's clearance, its embargo, and what
 * the owner's rules ask beyond these. The hub alone decides, so what only the owner could tell denies: a condition on
 * the record, and a proof that a caller offers and nobody here has verified. Pure.
 */
export function maySeeSubject({ member, audience }: SubjectAudience, caller: Caller, now: Date): boolean {
  const { tlp, embargoUntil, sharedWith, requires } = audience;
  const labels = readableLabels(caller, { member, sharesStrict: new Set(sharedWith) });
  const asker = { caller, owner: member, offersProof: false };
  return (
    isAmong(labels, tlp) &&
    (embargoUntil === undefined || isOwner(caller, member) || Date.parse(embargoUntil) <= now.getTime()) &&
    requires.every((requirement) => evaluatePublished(requirement, asker) === 'ALLOW')
  );
}
