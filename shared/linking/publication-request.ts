import { z } from 'zod';
import { localId } from '../domain/record-body.js';
import { messageClaims } from '../identity/member-message.js';
import { LinkSubject } from './link-subject.js';

/** `typ` of what a member publishes at a hub, signed. */
export const publicationType = 'accord-publication+jws';

/** The most subjects that one request puts and withdraws together. */
export const mostChanges = 1000;
/** The most bytes of one request; a member cuts what it publishes so that it stays well below. */
export const mostPublicationBytes = 8 * 1024 * 1024;

/**
 * Changes of what a member publishes for linking. A subject belongs to whoever signed: it names no member. `sequence` is
 * one more than that of the member's last request that was applied; where that is not so, the hub says which was.
 */
export const PublicationRequest = z
  .strictObject({
    ...messageClaims,
    sequence: z.int().min(1),
    /** All that the hub has of the member goes first, and the sequence starts again with this request, the first. */
    restart: z.boolean().default(false),
    put: z.array(LinkSubject).max(mostChanges),
    /** Local ids. */
    withdraw: z.array(localId).max(mostChanges),
  })
  .refine(({ put, withdraw }) => put.length + withdraw.length <= mostChanges, 'expected fewer changes')
  .refine(({ restart, sequence }) => !restart || sequence === 1, 'expected the first sequence')
  .refine(
    ({ put, withdraw }) => isEachOnce([...put.map(({ local }) => local), ...withdraw]),
    'expected once',
  );
export type PublicationRequest = Readonly<z.infer<typeof PublicationRequest>>;

/**
 * `applied` · `repeated`: a request of this sequence was applied before · `gap`: an earlier one is missing. `last`: the
 * sequence of the last one that was applied.
 */
export const PublicationAnswer = z.object({
  outcome: z.enum(['applied', 'repeated', 'gap']),
  last: z.int().min(0),
});
export type PublicationAnswer = Readonly<z.infer<typeof PublicationAnswer>>;

function isEachOnce(locals: readonly string[]): boolean {
  return new Set(locals).size === locals.length;
}
