import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../shared/domain/tokenize.js';
import { termsOf } from '../../../shared/store/keys-of.js';
import type { RecordBody, RecordType } from '../../../shared/store/record-type.js';
import { declarationRecordTypes } from '../../../subgraphs/asset-declarations/domain/record-types.js';
import { budgetRecordTypes } from '../../../subgraphs/budgets/domain/record-types.js';
import { investigationRecordTypes } from '../../../subgraphs/investigations/domain/record-types.js';

const person = {
  ref: 'Person',
  id: 'p1',
  name: 'Tamo Verrin',
  identifiers: [{ scheme: 'XX', id: '1' }],
};
const firm = {
  ref: 'Organization',
  id: 'o1',
  name: 'Verrin Works',
  identifiers: [{ scheme: 'XX', id: '2' }],
};
const owner = { kind: 'THIRD_PARTY', party: person };
const firmOwner = { kind: 'THIRD_PARTY', party: firm };
const base = { handling: {}, provenance: {} };

type Case = readonly [type: string, place: string, body: RecordBody];

const hidden: readonly Case[] = [
  ['Declaration', 'a family member', { family: [{ relation: 'x', person }] }],
  ['Declaration', 'the owner of real estate', { realEstate: [{ owner }] }],
  ['Declaration', 'the owner of a vehicle', { vehicles: [{ owner }] }],
  ['Declaration', 'an organisation that owns a vehicle', { vehicles: [{ owner: firmOwner }] }],
  ['Declaration', 'the owner of a valuable', { valuables: [{ owner }] }],
  ['Declaration', 'the owner of an interest', { interests: [{ owner }] }],
  ['Declaration', 'the owner of a monetary asset', { monetaryAssets: [{ owner }] }],
  ['Declaration', 'who owes', { liabilities: [{ owner }] }],
  ['Declaration', 'who receives an income', { incomes: [{ recipient: owner }] }],
  ['Declaration', 'who holds a position', { positions: [{ holder: owner }] }],
  ['Declaration', 'a person who pays', { incomes: [{ payer: person }] }],
  ['Declaration', 'a person who pays in the end', { incomes: [{ ultimatePayer: person }] }],
  ['Declaration', 'a person who is paid', { expenses: [{ counterparty: person }] }],
  ['Investigation', 'a subject', { subjects: [{ party: person }] }],
  [
    'Investigation',
    'an organisation under investigation',
    { subjects: [{ party: firm, identifiedPublicly: false }] },
  ],
  ['Investigation', 'whom a finding is about', { findings: [{ subject: person }] }],
  ['Investigation', 'a partner', { partners: [firm] }],
  ['CourtCase', 'a person of the case', { parties: [{ party: person }] }],
  ['CourtCase', 'a person of an event', { events: [{ party: person }] }],
  ['SpendingTransaction', 'a person who is paid', { payee: person }],
];

const shown: readonly Case[] = [
  ['Declaration', 'the declarant', { declarant: { person } }],
  ['Declaration', 'the place of work', { declarant: { workPlace: firm } }],
  ['Declaration', 'an organisation that pays', { incomes: [{ payer: firm, ultimatePayer: firm }] }],
  ['Declaration', 'an organisation that is paid', { expenses: [{ counterparty: firm }] }],
  ['Declaration', 'a donor', { gifts: [{ donor: person }] }],
  ['Declaration', 'a creditor', { liabilities: [{ creditor: person }] }],
  ['Declaration', 'what is owned', { interests: [{ asset: firm }] }],
  [
    'Investigation',
    'a subject who is named in public',
    { subjects: [{ party: person, identifiedPublicly: true }] },
  ],
  ['Investigation', 'the lead', { leadOrganization: firm }],
  ['CourtCase', 'an organisation of the case', { parties: [{ party: firm }], events: [{ party: firm }] }],
  ['Sanction', 'who is sanctioned', { entity: person }],
  ['SpendingTransaction', 'an organisation that is paid', { payee: firm }],
  ['ContractingProcess', 'a supplier', { suppliers: [person] }],
  ['Audit', 'the audited', { auditee: firm }],
  ['BudgetLine', 'the administrator', { administrator: firm }],
];

const domains: readonly (readonly [string, readonly RecordType[]])[] = [
  ['asset-declarations', declarationRecordTypes],
  ['budgets', budgetRecordTypes],
  ['investigations', investigationRecordTypes],
];
const types = domains.flatMap(([domain, all]) => all.map((type) => ({ domain, type })));

describe('a record is found by', () => {
  const found = (name: string, body: RecordBody) => {
    const type = types.find((candidate) => candidate.type.name === name)?.type;
    const terms = type === undefined ? [] : termsOf(type, { ...base, ...body });
    const party = JSON.stringify(body).includes('"Person"') ? person : firm;
    const ofPublic = [`party=${party.id}`, `identifier=XX:${party.identifiers[0]?.id}`];
    const names = tokenize(party.name);
    return {
      public: terms.filter((term) => ofPublic.includes(term) || names.some((token) => term === `~${token}`)),
      protected: terms.filter((term) => term.startsWith('^') || /^protected\w+=./.test(term)),
    };
  };

  test.each(hidden)('%s: %s, protected', (type, _, body) => {
    const terms = found(type, body);
    expect(terms.public).toEqual([]);
    expect(terms.protected).toHaveLength(4);
  });

  test.each(shown)('%s: %s, in public', (type, _, body) => {
    const terms = found(type, body);
    expect(terms.protected).toEqual([]);
    expect(terms.public).toHaveLength(4);
  });
});

const withPlaces = types.filter(({ type }) => type.protectedUses !== undefined);

test.each(withPlaces.map(({ type, domain }) => [type.name, type, domain] as const))(
  'who finds a %s by protected parties must be able to read fields that there are',
  (_, type, domain) => {
    const schema = parse(readFileSync(`subgraphs/${domain}/schema.graphql`, 'utf8'));
    const coordinates = new Set(
      schema.definitions.flatMap((definition) =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION
          ? (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`)
          : [],
      ),
    );
    expect(type.protectedUses?.filter((use) => !coordinates.has(use))).toEqual([]);
    expect(new Set(type.protectedUses).size).toBe(type.protectedUses?.length);
  },
);

test('types have protected keys, texts and uses together or not at all', () => {
  expect(withPlaces.map(({ type }) => type.name)).toEqual([
    'Declaration',
    'SpendingTransaction',
    'Investigation',
    'CourtCase',
  ]);
  for (const { type } of types) {
    const has = type.protectedUses !== undefined;
    expect([
      type.protectedTexts !== undefined,
      'protectedParty' in type.keys,
      'protectedIdentifier' in type.keys,
    ]).toEqual([has, has, has]);
  }
});
