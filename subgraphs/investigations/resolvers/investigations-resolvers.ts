import { kernelResolvers } from '../../../shared/kit/kernel-resolvers.js';
import { entity } from './entity.js';
import { query } from './query.js';
import {
  casePartyResolvers,
  courtCaseResolvers,
  findingResolvers,
  investigationResolvers,
  proceedingEventResolvers,
  sanctionResolvers,
  subjectResolvers,
} from './records.js';
import type { Resolvers } from './types.generated.js';

export const investigationsResolvers: Resolvers = {
  ...kernelResolvers,
  Query: query,
  Entity: entity,
  Investigation: investigationResolvers,
  Subject: subjectResolvers,
  Finding: findingResolvers,
  CourtCase: courtCaseResolvers,
  CaseParty: casePartyResolvers,
  ProceedingEvent: proceedingEventResolvers,
  Sanction: sanctionResolvers,
};
