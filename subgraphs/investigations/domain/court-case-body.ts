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

export const proceedingStages = [
  'FORMAL_CONTACT',
  'CHARGED',
  'TRIAL',
  'JUDGMENT',
  'APPEAL',
  'FINAL',
  'SETTLED',
  'DROPPED',
] as const;

/** Where a court sits: a country or an ISO 3166-2 subdivision. */
const jurisdiction = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'an ISO 3166-1 or 3166-2 code');

export const CaseParty = z.strictObject({
  party: PartyRef.optional(),
  role: text.optional(),
});
export type CaseParty = z.infer<typeof CaseParty>;

export const ProceedingEvent = z.strictObject({
  stage: z.enum(proceedingStages).optional(),
  disposition: text.optional(),
  date: partialDate.optional(),
  authority: text.optional(),
  party: PartyRef.optional(),
  amount: Money.optional(),
  amountKind: text.optional(),
  description: text.optional(),
});
export type ProceedingEvent = z.infer<typeof ProceedingEvent>;

/**
 * The body of a record of type `CourtCase`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const CourtCaseBody = z.strictObject({
  ...recordBase,
  title: text.optional(),
  caseNumber: text.optional(),
  ecli: text.optional(),
  court: text.optional(),
  jurisdiction: jurisdiction.optional(),
  country: country.optional(),
  category: text.optional(),
  type: text.optional(),
  status: text.optional(),
  fileDate: partialDate.optional(),
  closeDate: partialDate.optional(),
  offences: z.array(text).optional(),
  subjectMatter: z.array(text).optional(),
  parties: z.array(CaseParty).optional(),
  events: z.array(ProceedingEvent).optional(),
  appealOf: localId.optional(),
});
export type CourtCaseBody = z.infer<typeof CourtCaseBody>;
