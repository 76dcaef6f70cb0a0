import {
  amountKey,
  commonKeys,
  commonPairs,
  dateKey,
  foldedKey,
  listKey,
  textKey,
  textsOf,
  yearKey,
} from '../../../shared/store/body-keys.js';
import type { RecordType } from '../../../shared/store/record-type.js';

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
    ...commonKeys,
  },
  // Hypotheses and unpublished findings are left out: that a search finds a record would tell what they say.
  texts: (body) => textsOf(body, [['title'], ['summary']]),
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
    closeDate: dateKey('closeDate'),
    ...commonKeys,
  },
  texts: (body) => textsOf(body, [['title'], ['caseNumber'], ['court'], ['subjectMatter']]),
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
