import type { ProtectedPlace } from '../../../shared/domain/party-refs.js';
import {
  amountKey,
  commonKeys,
  commonKeysWith,
  commonPairs,
  dateKey,
  foldedKey,
  listKey,
  organizationUses,
  personUses,
  protectedNamesOf,
  textKey,
  textsOf,
  yearKey,
} from '../../../shared/store/body-keys.js';
import type { RecordType } from '../../../shared/store/record-type.js';
import { proceedingKeys } from './proceeding-keys.js';

/** Where an investigation names who is under it and who works on it. */
const investigationPlaces: readonly ProtectedPlace[] = [
  { path: ['subjects', 'party'], unless: 'identifiedPublicly' },
  { path: ['findings', 'subject'] },
  { path: ['partners'] },
];

/** Where a court case names natural persons. */
const casePlaces: readonly ProtectedPlace[] = [
  { path: ['parties', 'party'], only: 'Person' },
  { path: ['events', 'party'], only: 'Person' },
];

/**
 * How records of investigations are kept. Keys are the fields of the type's filter in `schema.graphql`, and what its
 * sort fields and dimensions need beyond them.
 */
const investigation: RecordType = {
  name: 'Investigation',
  keys: {
    title: foldedKey('title'),
    status: textKey('status'),
    country: textKey('country'),
    countries: listKey('countries'),
    category: textKey('category'),
    offences: listKey('offences'),
    startDate: dateKey('startDate'),
    startYear: yearKey('startDate'),
    publishedAt: dateKey('publishedAt'),
    currency: textKey('amountConcerned', 'currency'),
    amount: amountKey('amountConcerned'),
    ...commonKeysWith(investigationPlaces),
  },
  // Hypotheses and unpublished findings are left out: that a search finds a record would tell what they say.
  texts: (body) => textsOf(body, [['title'], ['summary']], investigationPlaces),
  protectedTexts: (body) => protectedNamesOf(body, investigationPlaces),
  protectedUses: [
    'Investigation.subjects',
    'Subject.party',
    'Investigation.findings',
    'Finding.subject',
    'Investigation.partners',
    ...personUses,
    ...organizationUses,
  ],
  openInPart: ['Subject.party'],
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'startDate' },
    { equal: [], sort: 'publishedAt' },
    { equal: [], sort: 'title' },
    { equal: ['country'], sort: 'startDate' },
    { equal: ['status'], sort: 'startDate' },
    { equal: ['status'], sort: 'publishedAt' },
    { equal: ['category'], sort: 'startDate' },
    ...commonPairs,
  ],
};

const courtCase: RecordType = {
  name: 'CourtCase',
  keys: {
    caseNumber: textKey('caseNumber'),
    court: textKey('court'),
    country: textKey('country'),
    jurisdiction: textKey('jurisdiction'),
    status: textKey('status'),
    type: textKey('type'),
    fileDate: dateKey('fileDate'),
    fileYear: yearKey('fileDate'),
    closeDate: dateKey('closeDate'),
    ...proceedingKeys,
    ...commonKeysWith(casePlaces),
  },
  texts: (body) => textsOf(body, [['title'], ['caseNumber'], ['court'], ['subjectMatter']], casePlaces),
  protectedTexts: (body) => protectedNamesOf(body, casePlaces),
  protectedUses: [
    'CourtCase.parties',
    'CaseParty.party',
    'CourtCase.events',
    'ProceedingEvent.party',
    ...personUses,
  ],
  openInPart: ['CaseParty.party', 'ProceedingEvent.party'],
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'fileDate' },
    { equal: [], sort: 'closeDate' },
    { equal: [], sort: 'caseNumber' },
    { equal: ['caseNumber'], sort: null },
    { equal: ['country'], sort: 'fileDate' },
    { equal: ['jurisdiction'], sort: 'fileDate' },
    { equal: ['court'], sort: 'fileDate' },
    { equal: ['status'], sort: 'closeDate' },
    ...commonPairs,
  ],
};

const sanction: RecordType = {
  name: 'Sanction',
  keys: {
    authority: textKey('authority'),
    programId: textKey('programId'),
    country: textKey('country'),
    status: textKey('status'),
    startDate: dateKey('startDate'),
    endDate: dateKey('endDate'),
    listingDate: dateKey('listingDate'),
    ...commonKeys,
  },
  texts: (body) => textsOf(body, [['program'], ['programId'], ['reason'], ['linkedTo']]),
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'startDate' },
    { equal: [], sort: 'endDate' },
    { equal: [], sort: 'listingDate' },
    { equal: ['country'], sort: 'startDate' },
    { equal: ['authority'], sort: 'startDate' },
    { equal: ['programId'], sort: 'listingDate' },
    { equal: ['status'], sort: 'endDate' },
    ...commonPairs,
  ],
};

export const investigationRecordTypes: readonly RecordType[] = [investigation, courtCase, sanction];
