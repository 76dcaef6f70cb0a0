import { z } from 'zod';
import {
  country,
  Money,
  OrganizationRef,
  partialDate,
  recordBase,
  text,
} from '../../../shared/domain/record-body.js';

export const milestoneStatuses = ['SCHEDULED', 'MET', 'NOT_MET', 'PARTIALLY_MET'] as const;

export const AuditRecommendation = z.strictObject({
  text: text.optional(),
  addressee: OrganizationRef.optional(),
  dueDate: partialDate.optional(),
  status: z.enum(milestoneStatuses).optional(),
  amountQuestioned: Money.optional(),
  followUp: text.optional(),
});
export type AuditRecommendation = z.infer<typeof AuditRecommendation>;

/**
 * The body of a record of type `Audit`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const AuditBody = z.strictObject({
  ...recordBase,
  title: text.optional(),
  country: country.optional(),
  auditor: OrganizationRef.optional(),
  auditee: OrganizationRef.optional(),
  subject: text.optional(),
  scope: text.optional(),
  status: z.enum(milestoneStatuses).optional(),
  plannedDate: partialDate.optional(),
  dueDate: partialDate.optional(),
  deliveredDate: partialDate.optional(),
  publishedAt: partialDate.optional(),
  recommendations: z.array(AuditRecommendation).optional(),
});
export type AuditBody = z.infer<typeof AuditBody>;
