import { describe, expect, test } from 'vitest';
import type { Part } from '../../../../cli/ftm/answer.js';
import { toldConnections } from '../../../../cli/ftm/connections.js';
import { tellEntity } from '../../../../cli/ftm/entity.js';
import { sourceOf } from '../../../../cli/ftm/record.js';
import { createFtmCollector, type FtmEntity } from '../../../../cli/ftm/statements.js';
import { faultsOfFtm } from '../../../fixtures/ftm-model.js';

const record = {
  member: { id: 'glass-register', licence: 'ODbL-1.0' },
  createdAt: '2026-01-01T00:00:00.000Z',
  modifiedAt: '2026-02-01T00:00:00.000Z',
  handling: { tlp: 'TLP:GREEN', pap: 'PAP:GREEN', license: null },
  provenance: {
    sourceUrl: 'https://register.example/17',
    publisher: 'The register',
    retrievedAt: '2026-01-01T00:00:00.000Z',
    license: 'CC-BY-4.0',
    attribution: 'The register, CC BY 4.0',
  },
};
const official = {
  __typename: 'Person',
  id: 'glass-register:p-1',
  name: 'Dora Venk',
  names: [{ full: 'Δόρα Βενκ', language: 'ell' }],
  identifiers: [{ scheme: 'XX-DEMO-OFFICIALS', id: '10000014' }],
  birthDate: '1970',
  nationality: ['GR'],
  gender: 'FEMALE',
};
const relative = { __typename: 'Person', id: 'glass-register:p-2', name: 'Oro Venk' };
const company = {
  __typename: 'Organization',
  id: 'glass-register:o-1',
  name: 'Nomak Shipping Ltd',
  entityType: 'REGISTERED_ENTITY',
  jurisdiction: 'GR',
  identifiers: [
    { scheme: 'XI-LEI', id: 'DEMO00000000000000A1' },
    { scheme: 'XX-DEMO-GR-REG', id: '10000022' },
  ],
};
const body = {
  __typename: 'Organization',
  id: 'glass-register:o-2',
  name: 'Roads Office',
  entityType: 'STATE_BODY',
};
const euros = { amount: '1200.5', currency: 'EUR' };
const range = { minimum: '1001', maximum: '15000', currency: 'USD' };

/** One record per connection, as its query would give it. */
const records: Readonly<Record<string, Part>> = {
  declarations: {
    ...record,
    id: 'glass-register:d-1',
    title: 'Declaration 2024',
    country: 'GR',
    year: 2024,
    submittedAt: '2025-03-01',
    declarant: { post: 'mayor', region: 'GR-A', startDate: '2020', person: official, workPlace: body },
    family: [{ relation: 'σύζυγος', relationCode: 'SPOUSE', person: relative }],
    realEstate: [
      {
        propertyType: 'house',
        country: 'GR',
        city: 'Tomi',
        percentage: '50',
        owner: { kind: 'DECLARANT' },
        value: euros,
      },
      { propertyType: 'land', owner: { kind: 'SPOUSE', party: relative }, value: range },
      { propertyType: 'flat', owner: { kind: 'SPOUSE', party: null } },
    ],
    vehicles: [{ brand: 'Boro', model: 'X', buildDate: '2019', owner: { kind: 'DECLARANT' } }],
    interests: [{ asset: { ...company, entityType: null }, share: { exact: '12.5' }, value: euros }],
    incomes: [{ kind: 'salary', payer: body, amount: range, receivedAt: '2024' }],
    gifts: [{ kind: 'GIFT', donor: company, value: euros, receivedAt: '2024-05' }],
    monetaryAssets: [{ kind: 'deposit', institution: company, amount: euros }],
    liabilities: [{ kind: 'loan', creditor: company, outstanding: euros }],
    positions: [
      { organization: company, role: 'director' },
      { organization: relative, role: 'agent' },
    ],
    expenses: [{ kind: 'purchase', counterparty: company, amount: euros, date: '2024-07-01' }],
  },
  budgetLines: {
    ...record,
    id: 'glass-register:b-1',
    title: 'Roads',
    country: 'GR',
    fiscalYear: 2024,
    phase: 'EXECUTED',
    direction: 'EXPENDITURE',
    amount: euros,
    administrator: body,
    recipient: company,
  },
  contractingProcesses: {
    ...record,
    id: 'glass-register:c-1',
    ocid: 'ocds-demo-1',
    title: 'A road',
    buyer: body,
    suppliers: [company, official],
    awardValue: euros,
    awardDate: '2024-02-03',
  },
  transactions: {
    ...record,
    id: 'glass-register:t-1',
    payer: body,
    payee: company,
    amount: euros,
    date: '2024-02-03',
  },
  audits: {
    ...record,
    id: 'glass-register:a-1',
    title: 'Audit of roads',
    auditor: body,
    auditee: body,
    deliveredDate: '2025',
  },
  investigations: {
    ...record,
    id: 'glass-register:i-1',
    title: 'Roads to nowhere',
    countries: ['GR', 'PT'],
    publishedAt: '2025-09-01',
    publishedUrl: 'https://news.example/roads',
    leadOrganization: body,
    subjects: [
      { role: 'supplier', party: company },
      { role: 'official', party: null },
    ],
    findings: [{ text: 'The supplier was alone.', subject: company, status: 'PUBLISHED' }],
  },
  courtCases: {
    ...record,
    id: 'glass-register:k-1',
    title: 'Case 7',
    parties: [{ role: 'defendant', party: company }],
  },
  sanctions: { ...record, id: 'glass-register:s-1', entity: company, authority: 'Office', startDate: '2024' },
};

const entity = {
  id: 'ent-1',
  kind: 'PERSON',
  subjects: ['glass-register:p-1', 'harbour-watch:p-9'],
  sources: [
    {
      subject: 'glass-register:p-1',
      tlp: 'TLP:CLEAR',
      member: { id: 'glass-register', licence: 'ODbL-1.0' },
      names: [{ full: 'Δόρα Βενκ', language: 'ell' }],
      identifiers: [{ scheme: 'XI-WIKIDATA', id: 'Q1' }],
      countries: ['GR'],
      topics: ['role.pep'],
    },
    {
      subject: 'harbour-watch:p-9',
      tlp: 'TLP:AMBER',
      member: { id: 'harbour-watch', licence: 'CC-BY-4.0' },
      names: [{ full: 'Dora Venk' }],
    },
  ],
  links: [
    { candidate: 'glass-register:p-1', match: 'harbour-watch:p-9', judgement: 'POSITIVE' },
    {
      candidate: 'glass-register:p-1',
      match: 'lantern-desk:p-4',
      judgement: 'NO_JUDGEMENT',
      confidenceScore: 0.71,
      matcher: 'accord-linker/1',
      criteria: [{ feature: 'name' }],
      candidateEntity: { kind: 'PERSON', sources: [] },
      matchEntity: {
        kind: 'PERSON',
        sources: [
          {
            subject: 'lantern-desk:p-3',
            tlp: 'TLP:CLEAR',
            member: { id: 'lantern-desk', licence: 'CC-BY-4.0' },
          },
          {
            subject: 'lantern-desk:p-4',
            tlp: 'TLP:GREEN',
            member: { id: 'lantern-desk', licence: 'CC-BY-4.0' },
          },
        ],
      },
    },
  ],
};

function told(): FtmEntity[] {
  const collector = createFtmCollector(new Map(entity.subjects.map((subject) => [subject, entity.id])));
  tellEntity(entity, collector);
  for (const { field, tell } of toldConnections) {
    const of = records[field];
    expect(of, field).toBeDefined();
    tell({ record: of ?? {}, source: sourceOf(of ?? {}), collector });
  }
  return collector.entities();
}

describe('an entity in the words of FollowTheMoney', () => {
  test("holds nothing that FollowTheMoney's model does not know", () => {
    expect(faultsOfFtm(told())).toEqual([]);
  });

  test('is told where it holds something else', () => {
    const collector = createFtmCollector(new Map());
    const source = { member: 'm', record: 'm:1' };
    collector.add({ id: 'a', schema: 'Person' }, { share: '1', country: 'GR' }, source);
    collector.add({ id: 'b', schema: 'Ownership' }, { owner: 'nobody', asset: 'a' }, source);
    expect(faultsOfFtm(collector.entities())).toEqual([
      'Person has no property share',
      'Person.country of type country is "GR"',
      'Ownership.owner names an entity that is not there',
      'Ownership.asset is of Asset, not of Person',
    ]);
  });

  test('merges what its records say under its own id and keeps theirs', () => {
    const [first] = told();
    expect(first).toMatchObject({
      id: 'ent-1',
      schema: 'Person',
      referents: ['glass-register:p-1', 'harbour-watch:p-9'],
      datasets: ['glass-register', 'harbour-watch'],
    });
    expect(first?.properties['name']).toEqual(['Δόρα Βενκ', 'Dora Venk']);
  });

  test('says of each statement who says it, by what licence and under what label', () => {
    const statements = told().flatMap((one) => one.statements);
    expect(statements.filter(({ license, tlp }) => license === undefined || tlp === undefined)).toEqual([]);
    expect(
      statements.find(({ record: of, prop }) => of === 'harbour-watch:p-9' && prop === 'name'),
    ).toMatchObject({
      dataset: 'harbour-watch',
      license: 'CC-BY-4.0',
      tlp: 'TLP:AMBER',
    });
    expect(statements.find(({ record: of }) => of === 'glass-register:d-1')).toMatchObject({
      license: 'CC-BY-4.0',
      attribution: 'The register, CC BY 4.0',
      source_url: 'https://register.example/17',
      tlp: 'TLP:GREEN',
    });
  });

  test('takes a record without a label for TLP:AMBER', () => {
    const collector = createFtmCollector(new Map());
    collector.add({ id: 'a', schema: 'Person' }, { name: 'A' }, { member: 'm', record: 'm:1' });
    expect(collector.entities()[0]?.statements[0]?.tlp).toBe('TLP:AMBER');
  });

  test('invents no owner where the caller may not see who it is', () => {
    const ids = told().map(({ id }) => id);
    expect(ids).toContain('glass-register:d-1#realEstate-2');
    expect(ids).not.toContain('glass-register:d-1#ownership-realEstate-2');
  });

  test('links to others as proposals and not to itself', () => {
    const similar = told().filter(({ schema }) => schema === 'Similar');
    expect(similar.map(({ properties }) => properties['match'])).toEqual([['lantern-desk:p-4']]);
    expect(told().map(({ id }) => id)).not.toContain('lantern-desk:p-3');
  });

  test('takes an organisation for a company once a record knows it as one', () => {
    expect(told().find(({ id }) => id === company.id)?.schema).toBe('Company');
  });
});
