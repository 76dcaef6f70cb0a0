import type { ProtectedPlace } from '../../../shared/domain/party-refs.js';
import {
  amountKey,
  commonKeys,
  commonKeysWith,
  commonPairs,
  dateKey,
  daysKey,
  foldedKey,
  integerKey,
  listKey,
  personUses,
  protectedNamesOf,
  textKey,
  textsOf,
  yearKey,
} from '../../../shared/store/body-keys.js';
import type { KeySpec, RecordType } from '../../../shared/store/record-type.js';

/**
 * How budget records are kept. Keys are the fields of the type's filter in `schema.graphql`, and what its sort fields
 * and dimensions need beyond them: a classification is filtered and sorted by its code and grouped by (scheme, code).
 * Money is sorted only with its currency pinned.
 */
const budgetLine: RecordType = {
  name: 'BudgetLine',
  keys: {
    country: textKey('country'),
    fiscalYear: integerKey('fiscalYear'),
    direction: textKey('direction'),
    phase: textKey('phase'),
    currency: textKey('amount', 'currency'),
    amount: amountKey('amount'),
    ...classificationKeys('administrative'),
    ...classificationKeys('functional'),
    ...classificationKeys('economic'),
    ...classificationKeys('activity'),
    ...classificationKeys('financialSource'),
    dataset: textKey('provenance', 'dataset'),
    ...commonKeys,
  },
  texts: (body) => textsOf(body, budgetLineTexts),
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'fiscalYear' },
    { equal: [], sort: 'administrative' },
    { equal: [], sort: 'functional' },
    { equal: ['country'], sort: null },
    { equal: ['country'], sort: 'fiscalYear' },
    { equal: ['fiscalYear'], sort: 'functional' },
    { equal: ['currency'], sort: 'amount' },
    { equal: ['fiscalYear', 'currency'], sort: 'amount' },
    { equal: ['phase', 'direction', 'currency'], sort: 'fiscalYear' },
    ...commonPairs,
  ],
};

const budgetLineTexts = [
  ['title'],
  ['administrative', 'label'],
  ['functional', 'label'],
  ['economic', 'label'],
  ['activity', 'label'],
  ['financialSource', 'label'],
];

const contractingProcess: RecordType = {
  name: 'ContractingProcess',
  keys: {
    ocid: textKey('ocid'),
    title: foldedKey('title'),
    country: textKey('country'),
    status: textKey('status'),
    procurementMethod: textKey('procurementMethod'),
    procurementCategory: textKey('procurementCategory'),
    currency: textKey('value', 'currency'),
    value: amountKey('value'),
    awardDate: dateKey('awardDate'),
    awardYear: yearKey('awardDate'),
    tenderStart: dateKey('tenderStart'),
    numberOfTenderers: integerKey('numberOfTenderers'),
    flags: listKey('flags'),
    ...commonKeys,
  },
  texts: (body) => textsOf(body, [['title'], ['description'], ['ocid']]),
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'awardDate' },
    { equal: [], sort: 'tenderStart' },
    { equal: [], sort: 'title' },
    { equal: ['currency'], sort: 'value' },
    { equal: ['ocid'], sort: null },
    { equal: ['country'], sort: 'awardDate' },
    { equal: ['status'], sort: 'awardDate' },
    { equal: ['procurementMethod'], sort: 'awardDate' },
    ...commonPairs,
  ],
};

const audit: RecordType = {
  name: 'Audit',
  keys: {
    title: foldedKey('title'),
    country: textKey('country'),
    status: textKey('status'),
    dueDate: dateKey('dueDate'),
    dueYear: yearKey('dueDate'),
    deliveredDate: dateKey('deliveredDate'),
    deliveryDelay: daysKey(['dueDate'], ['deliveredDate']),
    ...commonKeys,
  },
  texts: (body) => textsOf(body, [['title'], ['subject'], ['scope']]),
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'dueDate' },
    { equal: [], sort: 'deliveredDate' },
    { equal: [], sort: 'title' },
    { equal: ['country'], sort: 'dueDate' },
    { equal: ['status'], sort: 'dueDate' },
    { equal: ['country'], sort: 'deliveredDate' },
    ...commonPairs,
  ],
};

/** Where a transaction names a natural person who was paid. */
const paymentPlaces: readonly ProtectedPlace[] = [{ path: ['payee'], only: 'Person' }];

const spendingTransaction: RecordType = {
  name: 'SpendingTransaction',
  keys: {
    date: dateKey('date'),
    country: textKey('country'),
    currency: textKey('amount', 'currency'),
    amount: amountKey('amount'),
    contractId: textKey('contractId'),
    tenderId: textKey('tenderId'),
    ...commonKeysWith(paymentPlaces),
  },
  texts: (body) => textsOf(body, [['purpose'], ['programme']], paymentPlaces),
  protectedTexts: (body) => protectedNamesOf(body, paymentPlaces),
  protectedUses: ['SpendingTransaction.payee', ...personUses],
  openInPart: ['SpendingTransaction.payee'],
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'date' },
    { equal: ['currency'], sort: 'amount' },
    { equal: ['country'], sort: 'date' },
    { equal: ['contractId'], sort: 'date' },
    { equal: ['tenderId'], sort: 'date' },
    ...commonPairs,
  ],
};

export const budgetRecordTypes: readonly RecordType[] = [
  budgetLine,
  contractingProcess,
  audit,
  spendingTransaction,
];

function classificationKeys(field: string): Record<string, KeySpec> {
  return {
    [field]: textKey(field, 'code'),
    [`${field}Scheme`]: textKey(field, 'scheme'),
    [`${field}Label`]: textKey(field, 'label'),
  };
}
