import type { Caller } from '../../../shared/identity/caller.js';
import { investigationsModule } from '../../../subgraphs/investigations/domain-module.js';
import { isOver, type PlainFieldRule, scoped } from './coalition-rules.js';
import { isMember, isOwner, kernelFields, kernelRules, partyUses } from './declaration-domain.js';
import { investigationPolicies } from './investigation-policies.js';
import type { PlainDomain } from './plain-domain.js';

const memberFields = ['Investigation.partners', 'EvidenceDocument.excerpt'];

/** Words that are the owner's until they are published. */
const untilPublished = (place: string, opens: PlainFieldRule['opens']): PlainFieldRule => ({
  at: place,
  opens,
  about: ({ publishedAt }) => !isOver(publishedAt),
  else: 'SILENT',
});

export const investigationDomain: PlainDomain = {
  module: investigationsModule,
  policies: investigationPolicies,
  type: 'Investigation',
  prefix: 'i',
  roots: { list: 'investigations', byId: 'investigation', totals: 'investigationTotals' },
  shown: {
    ...kernelFields,
    Investigation: [
      ...['id', 'title', 'summary', 'category', 'status', 'country', 'startDate', 'publishedAt'],
      ...['leadOrganization', 'partners', 'workingHypothesis', 'amountConcerned', 'subjects', 'findings'],
      ...['findings', 'evidence', 'handling', 'member', '__typename'],
    ],
    Subject: ['party', 'party', 'role', 'identifiedPublicly'],
    Finding: ['text', 'subject', 'status', 'rightOfReply', 'publishedAt'],
    EvidenceDocument: ['title', 'excerpt'],
  },
  contract: [
    ...kernelRules,
    ...memberFields.map((place): PlainFieldRule => ({ at: place, opens: isMember, else: 'DENY' })),
    { at: 'Investigation.workingHypothesis', opens: isOwner, else: 'DENY' },
    {
      at: 'Subject.party',
      opens: (caller: Caller) => caller.isMember,
      about: ({ identifiedPublicly }) => identifiedPublicly !== true,
      else: 'SILENT',
    },
    { at: 'Finding', opens: scoped('investigations:findings'), else: 'DENY' },
    ...['Finding.text', 'Finding.rightOfReply'].map((place) => untilPublished(place, isOwner)),
    untilPublished('Finding.subject', isMember),
  ],
  uses: {
    currency: ['Investigation.amountConcerned', 'Money.currency'],
    party: ['Investigation.leadOrganization', 'Investigation.subjects', 'Person.id', 'Organization.id'],
    text: [
      'Investigation.title',
      'Investigation.summary',
      'Investigation.leadOrganization',
      'Investigation.subjects',
      'Person.name',
      'Organization.name',
    ],
    START_YEAR: ['Investigation.startDate'],
    CURRENCY: ['Investigation.amountConcerned', 'Money.currency'],
    sum: ['Investigation.amountConcerned', 'Money.amount'],
  },
  sum: 'amountConcerned',
  isOpen: ([list], _ref, { identifiedPublicly }) =>
    list === 'leadOrganization' || (list === 'subjects' && identifiedPublicly === true),
  openInPart: ['Subject.party'],
  protectedUses: [
    ...['Investigation.subjects', 'Subject.party', 'Investigation.findings', 'Finding.subject'],
    ...['Investigation.partners', ...partyUses],
  ],
};
