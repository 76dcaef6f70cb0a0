import {
  amountKey,
  commonKeys,
  commonPairs,
  dateKey,
  foldedKey,
  integerKey,
  textKey,
  textsOf,
} from '../../../shared/store/body-keys.js';
import type { RecordBody, RecordType } from '../../../shared/store/record-type.js';

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
    submittedAt: dateKey('submittedAt'),
    publishedAt: dateKey('publishedAt'),
    declarant: textKey('declarant', 'person', 'id'),
    declarantName: foldedKey('declarant', 'person', 'name'),
    currency: textKey('total', 'currency'),
    total: amountKey('total'),
    ...commonKeys,
  },
  texts: (body) => [...textsOf(body, declarationTexts), ...itemTexts(body)],
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
