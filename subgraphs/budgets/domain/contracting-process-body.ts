import { z } from 'zod';
import {
  country,
  localId,
  Money,
  OrganizationRef,
  PartyRef,
  partialDate,
  recordBase,
  text,
} from '../../../shared/domain/record-body.js';

export const tenderStatuses = [
  'PLANNING',
  'PLANNED',
  'ACTIVE',
  'CANCELLED',
  'UNSUCCESSFUL',
  'COMPLETE',
  'WITHDRAWN',
] as const;
export const procurementMethods = ['OPEN', 'SELECTIVE', 'LIMITED', 'DIRECT'] as const;
export const procurementCategories = ['GOODS', 'WORKS', 'SERVICES'] as const;

/**
 * The body of a record of type `ContractingProcess`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const ContractingProcessBody = z.strictObject({
  ...recordBase,
  ocid: text.optional(),
  title: text.optional(),
  description: text.optional(),
  country: country.optional(),
  status: z.enum(tenderStatuses).optional(),
  procurementMethod: z.enum(procurementMethods).optional(),
  procurementCategory: z.enum(procurementCategories).optional(),
  buyer: OrganizationRef.optional(),
  procuringEntity: OrganizationRef.optional(),
  suppliers: z.array(PartyRef).optional(),
  value: Money.optional(),
  awardValue: Money.optional(),
  tenderStart: partialDate.optional(),
  tenderEnd: partialDate.optional(),
  awardDate: partialDate.optional(),
  numberOfTenderers: z.int().min(0).optional(),
  flags: z.array(text).optional(),
  budgetLine: localId.optional(),
});
export type ContractingProcessBody = z.infer<typeof ContractingProcessBody>;
