import type { ProtectedPlace } from '../../../shared/domain/party-refs.js';
import {
  amountKey,
  commonKeysWith,
  commonPairs,
  dateKey,
  daysKey,
  foldedKey,
  integerKey,
  organizationUses,
  personUses,
  protectedNamesOf,
  textKey,
  textsOf,
} from '../../../shared/store/body-keys.js';
import type { RecordBody, RecordType } from '../../../shared/store/record-type.js';

const owned = ['realEstate', 'vehicles', 'valuables', 'interests', 'monetaryAssets', 'liabilities'];

/** Where a declaration names family, owners beside the declarant, and natural persons who paid or were paid. */
const places: readonly ProtectedPlace[] = [
  { path: ['family', 'person'] },
  ...owned.map((list) => ({ path: [list, 'owner', 'party'] })),
  { path: ['incomes', 'recipient', 'party'] },
  { path: ['positions', 'holder', 'party'] },
  { path: ['incomes', 'payer'], only: 'Person' },
  { path: ['incomes', 'ultimatePayer'], only: 'Person' },
  { path: ['expenses', 'counterparty'], only: 'Person' },
];

/**
 * How declarations are kept. Keys are the fields of `DeclarationFilter`, and what `DeclarationOrderField` and
 * `DeclarationDimension` need beyond them. A total is sorted only with its currency pinned.
 */
const declaration: RecordType = {
  name: 'Declaration',
  keys: {
    country: textKey('country'),
    regime: textKey('regime'),
    category: textKey('category', 'code'),
    categoryScheme: textKey('category', 'scheme'),
    categoryLabel: textKey('category', 'label'),
    type: textKey('type'),
    version: textKey('version'),
    year: integerKey('year'),
    dueDate: dateKey('dueDate'),
    submittedAt: dateKey('submittedAt'),
    submissionDelay: daysKey(['dueDate'], ['submittedAt']),
    publishedAt: dateKey('publishedAt'),
    declarant: textKey('declarant', 'person', 'id'),
    declarantName: foldedKey('declarant', 'person', 'name'),
    currency: textKey('total', 'currency'),
    total: amountKey('total'),
    ...commonKeysWith(places),
  },
  texts: (body) => [...textsOf(body, declarationTexts, places), ...itemTexts(body)],
  protectedTexts: (body) => protectedNamesOf(body, places),
  protectedUses: [
    'Declaration.family',
    'FamilyMember.person',
    'Declaration.realEstate',
    'RealEstate.owner',
    'Declaration.vehicles',
    'Vehicle.owner',
    'Declaration.valuables',
    'Valuable.owner',
    'Declaration.interests',
    'OwnershipInterest.owner',
    'Declaration.monetaryAssets',
    'MonetaryAsset.owner',
    'Declaration.liabilities',
    'Liability.owner',
    'Declaration.incomes',
    'Income.recipient',
    'Income.payer',
    'Income.ultimatePayer',
    'Declaration.positions',
    'Position.holder',
    'Declaration.expenses',
    'Expense.counterparty',
    'AssetOwner.party',
    ...personUses,
    ...organizationUses,
  ],
  openInPart: ['Income.payer', 'Income.ultimatePayer', 'Expense.counterparty'],
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'year' },
    { equal: [], sort: 'submittedAt' },
    { equal: [], sort: 'publishedAt' },
    { equal: [], sort: 'declarantName' },
    { equal: ['currency'], sort: 'total' },
    { equal: ['year', 'currency'], sort: 'total' },
    { equal: ['country'], sort: 'year' },
    { equal: ['year'], sort: 'declarantName' },
    { equal: ['regime', 'category'], sort: 'publishedAt' },
    { equal: ['declarant'], sort: 'year' },
    { equal: ['declarant'], sort: 'publishedAt' },
    ...commonPairs,
  ],
};

export const declarationRecordTypes: readonly RecordType[] = [declaration];

const declarationTexts = [
  ['title'],
  ['category', 'label'],
  ['declarant', 'post'],
  ['declarant', 'postCategory'],
  ['declarant', 'region'],
];

const itemLists = [
  'realEstate',
  'vehicles',
  'valuables',
  'interests',
  'incomes',
  'gifts',
  'monetaryAssets',
  'liabilities',
  'positions',
  'expenses',
];

/** Fields of an item that say what it is in words. Parties' names are found through their references. */
const itemFields = [
  'description',
  'propertyType',
  'region',
  'city',
  'type',
  'brand',
  'model',
  'kind',
  'destination',
  'purpose',
  'role',
  'sector',
  'donorStatus',
];

function itemTexts(body: RecordBody): string[] {
  return itemLists.flatMap((list) => {
    const value = body[list];
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item) =>
      typeof item === 'object' && item !== null
        ? Object.entries(item).flatMap(([field, text]) =>
            itemFields.includes(field) && typeof text === 'string' ? [text] : [],
          )
        : [],
    );
  });
}
