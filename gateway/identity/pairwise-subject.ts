import { createHmac } from 'node:crypto';
import type { Caller } from '../../shared/identity/caller.js';

/** A name for a caller that stays the same at one member, and that two members cannot match. */
export function pairwiseSubject(
  secret: Uint8Array,
  member: string | null,
  { kind, subject }: Pick<Caller, 'kind' | 'subject'>,
): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([member, kind, subject]))
    .digest('base64url');
}
