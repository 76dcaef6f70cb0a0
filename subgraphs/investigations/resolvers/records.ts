import { loadOrganization, loadOrganizations, loadParty } from '../../../shared/kit/parties.js';
import { loadRecord, referenceResolver, referenceTo } from '../../../shared/kit/record-by-id.js';
import { courtCase, investigation, sanction } from './kinds.js';
import type {
  CasePartyResolvers,
  CourtCaseResolvers,
  FindingResolvers,
  InvestigationResolvers,
  ProceedingEventResolvers,
  SanctionResolvers,
  SubjectResolvers,
} from './types.generated.js';

/** Fields without a resolver are as the record's body has them. */
export const investigationResolvers: InvestigationResolvers = {
  __resolveReference: referenceResolver(investigation),
  leadOrganization: (parent, _args, context) => loadOrganization(parent.leadOrganization, context),
  partners: (parent, _args, context) => loadOrganizations(parent.partners, context),
};

export const subjectResolvers: SubjectResolvers = {
  party: (subject, _args, context) => loadParty(subject.party, context),
};

export const findingResolvers: FindingResolvers = {
  subject: (finding, _args, context) => loadParty(finding.subject, context),
};

export const courtCaseResolvers: CourtCaseResolvers = {
  __resolveReference: referenceResolver(courtCase),
  appealOf: (parent, _args, context) => referenceTo(courtCase, parent.appealOf, context),
};

export const casePartyResolvers: CasePartyResolvers = {
  party: (parent, _args, context) => loadParty(parent.party, context),
};

export const proceedingEventResolvers: ProceedingEventResolvers = {
  party: (event, _args, context) => loadParty(event.party, context),
};

export const sanctionResolvers: SanctionResolvers = {
  __resolveReference: referenceResolver(sanction),
  entity: (parent, _args, context) => loadParty(parent.entity, context),
  courtCase: (parent, _args, context) => loadRecord(courtCase, parent.courtCase, context),
};
