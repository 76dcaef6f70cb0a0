import type { Caller } from '../../../shared/identity/caller.js';
import { assetDeclarationsModule } from '../../../subgraphs/asset-declarations/domain-module.js';
import { at, type Body, type PlainFieldRule, year } from './coalition-rules.js';
import { declarationPolicies } from './declaration-policies.js';
import type { PlainDomain } from './plain-domain.js';

export const isMember = (caller: Caller): boolean => caller.isMember;
export const isOwner = (caller: Caller, member: string): boolean =>
  caller.isMember && caller.organization === member;

/** A party that the contract shows to members, and to others only where it is no person. */
export function entitiesAlone(place: string): PlainFieldRule {
  return {
    at: place,
    opens: isMember,
    about: (object: Body, field: string) => at(object, field, 'ref') !== 'Organization',
    else: 'SILENT',
  };
}

/** What every contract asks for persons. */
export const kernelRules: readonly PlainFieldRule[] = [
  ...['birthDate', 'birthPlace', 'gender'].map(
    (field): PlainFieldRule => ({ at: `Person.${field}`, opens: isMember, else: 'DENY' }),
  ),
  { at: 'Person.birthDate', opens: isOwner, else: year },
];

/** The fields asked for of what all records have. */
export const kernelFields: PlainDomain['shown'] = {
  Person: ['id', 'name', 'birthDate', 'birthPlace', 'gender', '__typename'],
  Organization: ['id', 'name', 'legalForm'],
  Money: ['amount', 'currency', 'minimum', 'maximum'],
  Handling: ['tlp', 'embargoUntil'],
  Member: ['id'],
};

/** Where everybody who may search finds parties. */
const open = [
  ...['Declaration.declarant', 'Declarant.person', 'Declarant.workPlace', 'Declaration.gifts', 'Gift.donor'],
  ...['Declaration.incomes', 'Declaration.expenses'],
];

/** What it takes to search for parties by all that parties are found by. */
export const partyUses = ['id', 'name', 'identifiers'].flatMap((name) => [
  `Person.${name}`,
  `Organization.${name}`,
]);

export const declarationDomain: PlainDomain = {
  module: assetDeclarationsModule,
  policies: declarationPolicies,
  type: 'Declaration',
  prefix: 'd',
  roots: { list: 'declarations', byId: 'declaration', totals: 'declarationTotals' },
  shown: {
    ...kernelFields,
    Declaration: [
      ...['id', 'title', 'country', 'regime', 'category', 'type', 'year', 'submittedAt', 'publishedAt'],
      ...['total', 'declarant', 'declarant', 'family', 'family', 'realEstate', 'realEstate', 'incomes'],
      ...['incomes', 'gifts', 'gifts', 'expenses'],
      ...['handling', 'member', '__typename'],
    ],
    Declarant: ['person', 'post', 'workPlace'],
    FamilyMember: ['relation', 'person', 'person'],
    RealEstate: ['propertyType', 'value', 'owner'],
    AssetOwner: ['kind', 'party', 'party'],
    Income: ['description', 'payer', 'amount'],
    Gift: ['description', 'donor', 'value'],
    Expense: ['description', 'counterparty'],
    Classification: ['scheme', 'code', 'label'],
  },
  contract: [
    ...kernelRules,
    { at: 'FamilyMember.person', opens: isMember, else: 'DENY' },
    ...['Income.payer', 'Expense.counterparty', 'AssetOwner.party'].map(entitiesAlone),
  ],
  uses: {
    category: ['Declaration.category', 'Classification.code'],
    declarant: ['Declaration.declarant', 'Declarant.person', 'Person.id'],
    currency: ['Declaration.total', 'Money.currency'],
    total: ['Declaration.total', 'Money.amount'],
    party: [...open, 'Person.id', 'Organization.id'],
    text: [
      ...open,
      ...['Declaration.title', 'Declaration.category', 'Classification.label', 'Declarant.post'],
      ...['Declaration.realEstate', 'RealEstate.propertyType', 'Income.description'],
      ...['Gift.description', 'Expense.description'],
      ...['Person.name', 'Organization.name'],
    ],
    TOTAL: ['Declaration.total', 'Money.amount'],
    DECLARANT_NAME: ['Declaration.declarant', 'Declarant.person', 'Person.name'],
    CATEGORY: [
      'Declaration.category',
      'Classification.scheme',
      'Classification.code',
      'Classification.label',
    ],
    CURRENCY: ['Declaration.total', 'Money.currency'],
    sum: ['Declaration.total', 'Money.amount'],
  },
  sum: 'total',
  subject: ['declarant', 'person', 'id'],
  isOpen: ([list], { ref }) =>
    list === 'declarant' ||
    list === 'gifts' ||
    ((list === 'incomes' || list === 'expenses') && ref === 'Organization'),
  openInPart: ['Income.payer', 'Expense.counterparty'],
  protectedUses: [
    ...['Declaration.family', 'FamilyMember.person', 'Declaration.realEstate', 'RealEstate.owner'],
    ...['Declaration.incomes', 'Income.payer', 'Declaration.expenses', 'Expense.counterparty'],
    ...['AssetOwner.party', ...partyUses],
  ],
};
