import { parse, print } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { lintContract } from '../../../gateway/plan/lint-contract.js';
import { domains } from '../../../shared/domain/domains.js';
import { type AccessRule, type AccessTable, openRule } from '../../../shared/policy/access-rule.js';
import { readAccessTable } from '../../../shared/policy/access-table.js';
import { type ContractTypes, readContractTypes } from '../../../shared/policy/contract-types.js';
import { readMasks } from '../../../shared/policy/mask-table.js';
import { schemaPlaces } from '../../../shared/policy/schema-places.js';
import { readUseTable } from '../../../shared/policy/use-table.js';
import type { RecordType } from '../../../shared/store/record-type.js';
import { domainModules } from '../../../subgraphs/wire.js';
import { markedBody, type RecordPlace } from '../../fixtures/marked-body.js';

const contracts = domainModules(domains).map((module) => {
  const document = parse(module.sdl);
  return { ...module, document, access: readAccessTable(document), types: readContractTypes(document) };
});

const members = [['member']];
const unlessNatural = [['member'], ['legal-entity']];

/** The classes M, O and R10 of DOMAIN.md. */
const protectedByClass: Readonly<Record<string, { policies?: string[][]; scopes?: string[][] }>> = {
  'Person.birthDate': { policies: members },
  'Person.birthPlace': { policies: members },
  'Person.gender': { policies: members },
  'Investigation.partners': { policies: members },
  'Investigation.workingHypothesis': { policies: [['owner']] },
  'Subject.party': { policies: [['member'], ['named-in-public']] },
  Finding: { scopes: [['investigations:findings']] },
  'Finding.subject': { policies: [['member'], ['published']] },
  'Finding.allegedOffence': { policies: [['member'], ['published']] },
  'Finding.estimate': { policies: [['member'], ['published']] },
  'Finding.credibility': { policies: [['member'], ['published']] },
  'Finding.text': { policies: [['owner'], ['published']] },
  'Finding.rightOfReply': { policies: [['owner'], ['published']] },
  'EvidenceDocument.excerpt': { policies: members },
  'Source.reliability': { policies: members },
  'CaseParty.party': { policies: unlessNatural },
  'ProceedingEvent.party': { policies: unlessNatural },
  'SpendingTransaction.payee': { policies: [['owner'], ['legal-entity']] },
  'FamilyMember.person': { policies: members },
  'AssetOwner.party': { policies: unlessNatural },
  'Income.payer': { policies: unlessNatural },
  'Income.ultimatePayer': { policies: unlessNatural },
  'Expense.counterparty': { policies: unlessNatural },
};

/** Class N: what is in no contract cannot leak (DOMAIN.md). Looked for in names, without case and underscores. */
const neverInContract =
  /account(no|num|id)|iban|swift|bic$|passport|nationalid|taxn|taxid|vatcode|ssn|socialsecurity|curp|unzr|ethnic|race|racial|religio|belief|politicalopinion|political$|health|medical|sexual|sexlife|genetic|biometric|tradeunion|codename|sourceidentity|sourcename|protectedidentity|consent|protectionneed|custody|contenthash|filename|author$|(?<!formal)contact|phone|email|homeaddress|street|latitude|longitude|cadastral|vin$|plate|minor|legalreview|draft(?!$)/;

test('the contracts protect what DOMAIN.md classes as M, O and R10, and nothing else', () => {
  const rules = new Map(contracts.flatMap(({ access }) => [...access]));
  const expected = Object.entries(protectedByClass).map(([coordinate, { policies, scopes }]) => [
    coordinate,
    {
      ...openRule,
      ...(policies === undefined ? {} : { policies: [policies] }),
      ...(scopes === undefined ? {} : { scopes: [scopes] }),
    },
  ]);
  expect(Object.fromEntries(rules)).toEqual(Object.fromEntries(expected));
});

test('each contract protects the parties it shows the same', () => {
  for (const { access, document } of contracts) {
    expect(access.get('Person.birthDate')).toEqual({ ...openRule, policies: [members] });
    expect(readMasks(document)).toEqual(new Map([['Person.birthDate', { to: 'YEAR', unless: [['owner']] }]]));
  }
});

describe.each(contracts)('the contract of $domain', ({ sdl, document, access, types, recordTypes }) => {
  it('passes the linter', () => {
    expect(lintContract(sdl)).toEqual([]);
  });

  it('has no place for what no member may share', () => {
    const names = schemaPlaces(document).map(({ coordinate }) => coordinate);
    const found = names.filter((coordinate) =>
      coordinate.split(/[.(]/).some((part) => neverInContract.test(plainName(part))),
    );
    expect(found).toEqual([]);
    expect(neverInContract.test(plainName('accountNumber'))).toBe(true);
    expect(neverInContract.test(plainName('TAX_NUMBER'))).toBe(true);
  });

  it('leaves open what every record is found and handled by', () => {
    const open = ['id', 'member', 'handling', 'provenance', 'createdAt', 'modifiedAt'];
    const fields = types.fields('Query').map(({ name }) => `Query.${name}`);
    const common = [...types.records].flatMap((record) => open.map((field) => `${record}.${field}`));
    const closed = [...fields, ...common, 'Query', ...types.records].filter((coordinate) =>
      access.has(coordinate),
    );
    expect(closed).toEqual([]);
  });

  it('says of every filter, order, dimension and sum what it reads', () => {
    const uses = readUseTable(document);
    for (const record of recordTypes) {
      const filter = types.inputFields(`${record.name}Filter`).map(({ name }) => name.value);
      const unsaid = filter.filter((field) => !uses.has(`${record.name}Filter.${field}`));
      expect(unsaid.sort()).toEqual(['and', 'member', 'not', 'or']);
    }
    for (const type of types.names.filter((name) => /(OrderField|Dimension)$/.test(name))) {
      expect(types.values(type).filter(({ name }) => !uses.has(`${type}.${name.value}`))).toEqual([]);
    }
    for (const type of types.names.filter((name) => types.field(name, 'sum') !== undefined)) {
      expect(uses.get(`${type}.sum`)).toContain('Money.amount');
    }
  });

  it('asks below an entity as at the root, and says that it filters by party', () => {
    const uses = readUseTable(document);
    const connections = types.fields('Entity').filter(({ type }) => type.endsWith('Connection'));
    expect(connections.length).toBe(recordTypes.length);
    for (const { name, node, type } of connections) {
      const root = types.field('Query', name)?.node;
      const record = type.replace(/Connection$/, '');
      const plain = (field: typeof root) =>
        (field?.arguments ?? []).map(({ description: _, ...argument }) => print(argument));
      expect(plain(node)).toEqual(plain(root));
      expect(types.field('Query', name)?.type).toBe(type);
      const byParty = uses.get(`${record}Filter.party`) ?? [];
      expect(uses.get(`Entity.${name}`)).toEqual([`Query.${name}`, ...byParty]);
    }
  });

  it('opens in part what stores keep open in part', () => {
    const inPart = [...access].filter(
      ([, rule]) => isAlone('legal-entity', rule) || isAlone('named-in-public', rule),
    );
    const places = recordTypes.flatMap(({ openInPart = [] }) => openInPart);
    // The owners of assets are kept apart whoever they are.
    const expected = inPart.map(([coordinate]) => coordinate).filter((at) => at !== 'AssetOwner.party');
    expect([...places].sort()).toEqual(expected.sort());
  });

  test.each(
    recordTypes.flatMap((record) => ['text', 'party', 'identifier'].map((field) => ({ record, field }))),
  )('reads by "$field" of $record.name what its store keeps for it', ({ record, field }) => {
    const listed = readUseTable(document).get(`${record.name}Filter.${field}`) ?? [];
    const kept = variants.flatMap((variant) => {
      const { party } = variant;
      const { body, places } = markedBody(types, record.name, variant);
      const marks = new Set(keptFor(field, record, body));
      return places
        .filter((place) => marks.has(place.mark) && !isHidden(place, { ...variant, access, types }))
        .flatMap((place) => [
          ...place.coordinates.filter((coordinate) => !access.has(coordinate)),
          ...(place.isParty ? [`${partyAt(place, party, types)}.${ofParty[field]}`] : []),
        ]);
    });
    const expected = field === 'identifier' ? [...kept, 'Identifier.scheme', 'Identifier.id'] : kept;
    expect([...listed].sort()).toEqual([...new Set(expected)].sort());
  });
});

const variants = [true, false].flatMap((isNamed) =>
  (['Person', 'Organization'] as const).map((party) => ({ party, isNamed })),
);

/** What each of these filters reads of a party. */
const ofParty: Readonly<Record<string, string>> = { text: 'name', party: 'id', identifier: 'identifiers' };

/** The marks that a store keeps for a filter without looking at who asks. */
function keptFor(field: string, record: RecordType, body: Record<string, unknown>): readonly string[] {
  const key = record.keys[field];
  return field === 'text'
    ? record.texts(body)
    : key?.kind === 'terms'
      ? key.of(body).map((term) => term.replace('XX:', ''))
      : [];
}

/** Whether the contract keeps a place from some callers: stores keep its parties apart. */
function isHidden(
  { coordinates }: RecordPlace,
  of: {
    readonly party: string;
    readonly isNamed: boolean;
    readonly access: AccessTable;
    readonly types: ContractTypes;
  },
): boolean {
  return coordinates.some((coordinate) => {
    const rule = of.access.get(coordinate) ?? of.access.get(typeGiven(coordinate, of.types));
    const opens = [
      ...(of.party === 'Organization' ? ['legal-entity'] : []),
      ...(of.isNamed ? ['named-in-public'] : []),
    ];
    return rule !== undefined && !opens.some((policy) => isAlone(policy, rule));
  });
}

/** Whether a policy by itself opens what a rule is on. */
function isAlone(policy: string, { policies }: AccessRule): boolean {
  return policies.some((alternatives) => alternatives.some((names) => names.join() === policy));
}

function partyAt({ coordinates }: RecordPlace, party: string, types: ContractTypes): string {
  const type = typeGiven(coordinates.at(-1) ?? '', types);
  return type === 'Party' ? party : type;
}

function typeGiven(coordinate: string, types: ContractTypes): string {
  const [type = '', field = ''] = coordinate.split('.');
  return types.field(type, field)?.type ?? '';
}

function plainName(name: string): string {
  return name.replaceAll(/[_):]/g, '').toLowerCase();
}
