import { z } from 'zod';
import {
  country,
  language,
  Money,
  OrganizationRef,
  PartyRef,
  partialDate,
  recordBase,
  text,
} from '../../../shared/domain/record-body.js';

export const investigationStatuses = ['LEAD', 'ACTIVE', 'ON_HOLD', 'PUBLISHED', 'CLOSED'] as const;
export const estimativeLikelihoods = [
  'ALMOST_NO_CHANCE',
  'VERY_UNLIKELY',
  'UNLIKELY',
  'ROUGHLY_EVEN',
  'LIKELY',
  'VERY_LIKELY',
  'ALMOST_CERTAIN',
] as const;
export const findingStatuses = ['DRAFT', 'CHECKED', 'RIGHT_OF_REPLY_SENT', 'PUBLISHED', 'WITHDRAWN'] as const;
export const sourceKinds = ['HUMAN', 'DOCUMENT', 'REGISTER', 'LEAK', 'OPEN'] as const;
export const sourceReliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

export const Subject = z.strictObject({
  party: PartyRef.optional(),
  role: text.optional(),
  capacity: text.optional(),
  since: partialDate.optional(),
  until: partialDate.optional(),
  identifiedPublicly: z.boolean().optional(),
});
export type Subject = z.infer<typeof Subject>;

export const Finding = z.strictObject({
  text: text.optional(),
  subject: PartyRef.optional(),
  allegedOffence: text.optional(),
  estimate: z.enum(estimativeLikelihoods).optional(),
  credibility: z.int().min(1).max(6).optional(),
  status: z.enum(findingStatuses).optional(),
  rightOfReply: text.optional(),
  publishedAt: partialDate.optional(),
  correction: text.optional(),
});
export type Finding = z.infer<typeof Finding>;

export const EvidenceDocument = z.strictObject({
  title: text.optional(),
  mimeType: text.optional(),
  language: language.optional(),
  publishedAt: partialDate.optional(),
  sourceUrl: text.optional(),
  role: text.optional(),
  excerpt: text.optional(),
  obtainedAt: partialDate.optional(),
});
export type EvidenceDocument = z.infer<typeof EvidenceDocument>;

export const Source = z.strictObject({
  kind: z.enum(sourceKinds).optional(),
  reliability: z.enum(sourceReliabilities).optional(),
  obtainedAt: partialDate.optional(),
});
export type Source = z.infer<typeof Source>;

/**
 * The body of a record of type `Investigation`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const InvestigationBody = z.strictObject({
  ...recordBase,
  title: text.optional(),
  summary: text.optional(),
  category: text.optional(),
  status: z.enum(investigationStatuses).optional(),
  country: country.optional(),
  countries: z.array(country).optional(),
  languages: z.array(language).optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  publishedAt: partialDate.optional(),
  publishedUrl: text.optional(),
  leadOrganization: OrganizationRef.optional(),
  partners: z.array(OrganizationRef).optional(),
  offences: z.array(text).optional(),
  workingHypothesis: text.optional(),
  amountConcerned: Money.optional(),
  subjects: z.array(Subject).optional(),
  findings: z.array(Finding).optional(),
  evidence: z.array(EvidenceDocument).optional(),
  sources: z.array(Source).optional(),
});
export type InvestigationBody = z.infer<typeof InvestigationBody>;
