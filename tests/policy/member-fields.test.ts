import { afterEach, describe, expect, test } from 'vitest';
import type { FieldDecision } from '../../shared/policy/member-policy.js';
import { countingRecordStore } from '../fixtures/counting-record-store.js';
import { fakePolicy } from '../fixtures/fake-policy.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

let member: TestMember;
afterEach(() => member.stop());

/** Starts a member with one declaration, asks it, and tells what came of it and which types were read. */
async function ask(query: string, fields: Readonly<Record<string, FieldDecision>>, variables = {}) {
  const store = countingRecordStore(memoryStore());
  await fillStore(store, inventedDeclaration(1));
  member = await startTestMember({ store, policy: fakePolicy({ fields }) });
  const { json, policyRevision } = await member.ask('asset-declarations', query, variables);
  expect(policyRevision).toBe('fake-1');
  return { json, read: store.reads.map(({ type }) => type) };
}

const byId = (selection: string) => `{ declaration(id: "harbour-watch:d-1") { ${selection} } }`;
const denied = (path: readonly (string | number)[]) =>
  expect.objectContaining({
    message: 'Unauthorized field or type',
    path,
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
  });
const withheld = { reason: 'PURPOSE', requestAccessUrl: 'https://harbour-watch.example/ask' } as const;
const whereTitled = (title: string): FieldDecision => ({
  kind: 'BY_RECORD',
  decide: ({ object, field, now }) =>
    object['title'] === title && field === 'year' && now.getUTCFullYear() === 2026
      ? { kind: 'ALLOW' }
      : { kind: 'WITHHOLD', withheld: undefined },
});

describe('a field is given as its decision says', () => {
  const cases: [string, FieldDecision, unknown, unknown[] | undefined][] = [
    ['whole', { kind: 'ALLOW' }, 2001, undefined],
    ['not, and that it may not be read is said', { kind: 'DENY' }, null, [denied(['declaration', 'year'])]],
    ['not, unsaid', { kind: 'WITHHOLD', withheld: undefined }, null, undefined],
    [
      'not, with the reason',
      { kind: 'WITHHOLD', withheld },
      null,
      [
        expect.objectContaining({
          path: ['declaration', 'year'],
          extensions: { code: 'WITHHELD', ...withheld },
        }),
      ],
    ],
    ['masked', { kind: 'MASK', mask: (year) => Math.floor(Number(year) / 10) * 10 }, 2000, undefined],
    ['for this object', whereTitled('Declaration 1'), 2001, undefined],
    ['not for this object', whereTitled('Another'), null, undefined],
  ];
  test.each(cases)('%s', async (_, decision, year, errors) => {
    const { json } = await ask(byId('title year'), { 'Declaration.year': decision });
    expect(json).toEqual({
      data: { declaration: { title: 'Declaration 1', year } },
      ...(errors && { errors }),
    });
  });
});

describe('a denied field is denied on every way to it, and nothing of it is read', () => {
  const deny = (coordinate: string) => ({ [coordinate]: { kind: 'DENY' } }) as const;
  const entities = (selection: string) =>
    `query($of: [_Any!]!) { _entities(representations: $of) { ... on Declaration { ${selection} } } }`;
  const of = [{ __typename: 'Declaration', id: 'harbour-watch:d-1' }];

  test('under an alias, beside what may be read', async () => {
    const { json } = await ask(byId('a: title b: title year'), deny('Declaration.title'));
    expect(json).toEqual({
      data: { declaration: { a: null, b: null, year: 2001 } },
      errors: [denied(['declaration', 'a']), denied(['declaration', 'b'])],
    });
  });

  test('in fragments and lists', async () => {
    const query = `{ declarations { edges { node { incomes { ...F } } } } } fragment F on Income { kind amount { amount } }`;
    const { json } = await ask(query, deny('Income.kind'));
    expect(json).toEqual({
      data: {
        declarations: { edges: [{ node: { incomes: [{ kind: null, amount: { amount: '1.50' } }] } }] },
      },
      errors: [denied(['declarations', 'edges', 0, 'node', 'incomes', 0, 'kind'])],
    });
  });

  test('to a party, whose record is then not read', async () => {
    const { json, read } = await ask(
      byId('declarant { post person { name } workPlace { name } }'),
      deny('Declarant.person'),
    );
    expect(json).toEqual({
      data: {
        declaration: {
          declarant: { post: 'Harbour master', person: null, workPlace: { name: 'Works 1' } },
        },
      },
      errors: [denied(['declaration', 'declarant', 'person'])],
    });
    expect(read).toEqual(['Declaration', 'Organization']);
  });

  test('of a union by its runtime type', async () => {
    const { json } = await ask(
      byId(
        'incomes { payer { ... on Organization { name } } } realEstate { owner { party { ... on Person { name } } } }',
      ),
      deny('Person.name'),
    );
    expect(json).toEqual({
      data: {
        declaration: {
          incomes: [{ payer: { name: 'Works 1' } }],
          realEstate: [{ owner: { party: { name: null } } }],
        },
      },
      errors: [denied(['declaration', 'realEstate', 0, 'owner', 'party', 'name'])],
    });
  });

  test('of an entity', async () => {
    const { json } = await ask(entities('title year'), deny('Declaration.title'), { of });
    expect(json).toEqual({
      data: { _entities: [{ title: null, year: 2001 }] },
      errors: [denied(['_entities', 0, 'title'])],
    });
  });

  test('of an entity whose type is denied, which is then not there', async () => {
    const { json, read } = await ask(entities('title'), deny('Declaration.id'), { of });
    expect(json).toEqual({ data: { _entities: [null] } });
    expect(read).toEqual([]);
  });

  test('at the root, where the store is then not asked', async () => {
    const { json, read } = await ask('{ declarations { totalCount { value } } }', deny('Query.declarations'));
    expect(json).toEqual({ data: { declarations: null }, errors: [denied(['declarations'])] });
    expect(read).toEqual([]);
  });
});

test('what cannot be null cannot be withheld unsaid', async () => {
  const { json } = await ask(byId('title handling { tlp }'), {
    'Declaration.handling': { kind: 'WITHHOLD', withheld: undefined },
  });
  expect(json).toEqual({ data: { declaration: null }, errors: [denied(['declaration', 'handling'])] });
});

test('what is absent has no mask', async () => {
  const { json } = await ask(byId('publishedAt'), {
    'Declaration.publishedAt': { kind: 'MASK', mask: () => '1999' },
  });
  expect(json).toEqual({ data: { declaration: { publishedAt: null } } });
});

describe('why a field is empty is said', () => {
  /** Of places that a declaration has, one that the contract ends before, and two that are none of its. */
  const places = [
    'year',
    'family[0].person',
    'incomes[0].payer.identifiers',
    'total.words',
    'notes',
    'family 0',
  ];

  async function placesTold(fields: Readonly<Record<string, FieldDecision>>): Promise<unknown> {
    const store = memoryStore();
    const unspecified = places.map((field) => ({ field, reason: 'UNKNOWN' }));
    await fillStore(store, inventedDeclaration(1, { unspecified }));
    member = await startTestMember({ store, policy: fakePolicy({ fields }) });
    return (await member.ask('asset-declarations', byId('unspecified { field }'))).json;
  }

  const cases: [string, Readonly<Record<string, FieldDecision>>, readonly string[] | null][] = [
    ['of every place in the contract', {}, places.slice(0, 4)],
    [
      'not of a field that is denied',
      { 'FamilyMember.person': { kind: 'DENY' } },
      ['year', 'incomes[0].payer.identifiers', 'total.words'],
    ],
    [
      'not of what is under one that is withheld',
      { 'Declaration.family': { kind: 'WITHHOLD', withheld: undefined } },
      ['year', 'incomes[0].payer.identifiers', 'total.words'],
    ],
    [
      'not of a field that is masked',
      { 'Declaration.year': { kind: 'MASK', mask: () => 2000 } },
      ['family[0].person', 'incomes[0].payer.identifiers', 'total.words'],
    ],
    [
      'not of a field that is left to the record',
      { 'Declaration.year': whereTitled('Declaration 1') },
      ['family[0].person', 'incomes[0].payer.identifiers', 'total.words'],
    ],
    [
      'not of a field that one type of a union denies',
      { 'Person.identifiers': { kind: 'DENY' } },
      ['year', 'family[0].person', 'total.words'],
    ],
    [
      'not of what the contract does not have under one that is denied',
      { 'Declaration.total': { kind: 'DENY' } },
      ['year', 'family[0].person', 'incomes[0].payer.identifiers'],
    ],
    [
      'not at all where none may be read, as where there is none',
      {
        'Declaration.year': { kind: 'DENY' },
        'Declaration.family': { kind: 'DENY' },
        'Declaration.incomes': { kind: 'DENY' },
        'Declaration.total': { kind: 'DENY' },
      },
      null,
    ],
  ];
  test.each(cases)('%s', async (_, fields, told) => {
    const unspecified = told?.map((field) => ({ field })) ?? null;
    expect(await placesTold(fields)).toEqual({ data: { declaration: { unspecified } } });
  });
});
