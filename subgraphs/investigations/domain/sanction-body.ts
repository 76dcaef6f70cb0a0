import { z } from 'zod';
import {
  country,
  localId,
  Money,
  PartyRef,
  partialDate,
  recordBase,
  text,
} from '../../../shared/domain/record-body.js';

/**
 * The body of a record of type `Sanction`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const SanctionBody = z.strictObject({
  ...recordBase,
  entity: PartyRef.optional(),
  authority: text.optional(),
  authorityId: text.optional(),
  program: text.optional(),
  programId: text.optional(),
  country: country.optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  listingDate: partialDate.optional(),
  reason: text.optional(),
  grounds: z.array(text).optional(),
  provisions: text.optional(),
  duration: text.optional(),
  status: text.optional(),
  amount: Money.optional(),
  courtCase: localId.optional(),
  linkedTo: z.array(text).optional(),
});
export type SanctionBody = z.infer<typeof SanctionBody>;
