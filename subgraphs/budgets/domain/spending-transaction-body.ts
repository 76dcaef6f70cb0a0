import { z } from 'zod';
import {
  country,
  Money,
  OrganizationRef,
  PartyRef,
  partialDate,
  recordBase,
  text,
} from '../../../shared/domain/record-body.js';

/**
 * The body of a record of type `SpendingTransaction`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const SpendingTransactionBody = z.strictObject({
  ...recordBase,
  transactionId: text.optional(),
  date: partialDate.optional(),
  country: country.optional(),
  amount: Money.optional(),
  payer: OrganizationRef.optional(),
  payee: PartyRef.optional(),
  purpose: text.optional(),
  programme: text.optional(),
  invoiceId: text.optional(),
  contractId: text.optional(),
  tenderId: text.optional(),
  sourceUrl: text.optional(),
});
export type SpendingTransactionBody = z.infer<typeof SpendingTransactionBody>;
