import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Domain } from '../../shared/domain/domains.js';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { countingRecordStore } from '../fixtures/counting-record-store.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

const policy = contractPolicy(
  'harbour-watch',
  `
version: 1
member: harbour-watch
tests: ./policy.tests.yaml
rules:
  - field: Declaration.title
    read: { scopes: [["titles"]] }
  - field: Declarant.person
    read: { scopes: [["people"]] }
  - field: Person.name
    read: { scopes: [["names"]] }
  - field: Money
    read: { scopes: [["amounts"]] }
  - field: Declaration.handling
    read: { scopes: [["handling"]] }
`,
);

const person = (...scopes: readonly string[]): Caller =>
  freezeCaller({ ...anonymousCaller, kind: 'person', subject: 'p', scopes, clearance: 'TLP:GREEN' });
const nobody = person();

const store = countingRecordStore(memoryStore());
let member: TestMember;
beforeAll(async () => {
  const common = { handling: { tlp: 'TLP:CLEAR' }, provenance: { publisher: 'Register of Brackwater' } };
  const party = (kind: string, id: string, name: string) => ({ party: { ref: kind, id, name } });
  await fillStore(store, [
    ...inventedDeclaration(1),
    {
      type: 'CourtCase',
      local: 'c-1',
      body: {
        ...{ ...common, title: 'An open case' },
        parties: [
          { ...party('Person', 'p-1', 'Person 1'), role: 'accused' },
          { ...party('Organization', 'o-1', 'Works 1'), role: 'accused' },
        ],
      },
    },
  ]);
  member = await startTestMember({ store, policy });
});
afterAll(() => member.stop());
beforeEach(() => {
  store.reads.length = 0;
});

const denied = (...path: readonly (string | number)[]) =>
  expect.objectContaining({
    ...{ message: 'Unauthorized field or type', path },
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
  });

interface Case {
  readonly what: string;
  readonly query: string;
  readonly caller: Caller;
  readonly data: unknown;
  readonly errors?: readonly unknown[];
  /** The types of which records were read. */
  readonly read: readonly string[];
  readonly domain?: Domain;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const id = '"harbour-watch:d-1"';
const warm = `query($x: Boolean! = true) { declaration(id: ${id}) { year @include(if: $x) title @skip(if: $x) ... @include(if: $x) { t: title } } }`;

const cases: readonly Case[] = [
  {
    what: 'under another name, beside an open field under its name',
    query: `{ declaration(id: ${id}) { title: regime regime: title } }`,
    ...{ caller: nobody, data: { declaration: { title: 'XX-TEST', regime: null } } },
    ...{ errors: [denied('declaration', 'regime')], read: ['Declaration'] },
  },
  {
    what: 'under an alias of who may read it',
    query: `{ declaration(id: ${id}) { regime: title } }`,
    ...{
      caller: person('titles'),
      data: { declaration: { regime: 'Declaration 1' } },
      read: ['Declaration'],
    },
  },
  {
    what: 'in named and nested fragments, through the interface of its type',
    query: `{ declarations { edges { node { ...A } } } }
      fragment A on Record { id ... on Declaration { ...B } } fragment B on Declaration { ... { t: title } year }`,
    caller: nobody,
    data: { declarations: { edges: [{ node: { id: 'harbour-watch:d-1', t: null, year: 2001 } }] } },
    ...{ errors: [denied('declarations', 'edges', 0, 'node', 't')], read: ['Declaration'] },
  },
  {
    what: 'under one response key of two types with different rules, in a list with open and protected rows',
    domain: 'investigations',
    query: `{ courtCases { edges { node { parties { role party { ... on Person { x: name } ... on Organization { x: name } } } } } } }`,
    caller: freezeCaller({
      ...person('people'),
      organization: 'alpha',
      isMember: true,
      clearance: 'TLP:AMBER',
    }),
    data: {
      courtCases: {
        edges: [
          {
            node: {
              parties: [
                { role: 'accused', party: { x: null } },
                { role: 'accused', party: { x: 'Works 1' } },
              ],
            },
          },
        ],
      },
    },
    errors: [denied('courtCases', 'edges', 0, 'node', 'parties', 0, 'party', 'x')],
    read: ['CourtCase', 'Organization', 'Person'],
  },
  {
    what: 'that is a party, by whether it is a person, without a word where its record decides',
    domain: 'investigations',
    query: '{ courtCases { edges { node { parties { role party { ... on Organization { name } } } } } } }',
    caller: nobody,
    data: {
      courtCases: {
        edges: [
          {
            node: {
              parties: [
                { role: 'accused', party: null },
                { role: 'accused', party: { name: 'Works 1' } },
              ],
            },
          },
        ],
      },
    },
    read: ['CourtCase', 'Organization'],
  },
  {
    what: 'that may not be null, up to what may',
    query: `{ declaration(id: ${id}) { year handling { tlp } } other: declaration(id: ${id}) { year } }`,
    ...{ caller: nobody, data: { declaration: null, other: { year: 2001 } } },
    ...{ errors: [denied('declaration', 'handling')], read: ['Declaration'] },
  },
  {
    what: 'that is everything under an object, which is there all the same',
    query: `{ declaration(id: ${id}) { incomes { amount { amount currency } } declarant { person { name } } } }`,
    caller: nobody,
    data: { declaration: { incomes: [{ amount: null }], declarant: { person: null } } },
    errors: [denied('declaration', 'incomes', 0, 'amount'), denied('declaration', 'declarant', 'person')],
    read: ['Declaration'],
  },
  {
    what: 'under a party that may be read',
    query: `{ declaration(id: ${id}) { declarant { person { id name } } } }`,
    caller: person('people'),
    data: { declaration: { declarant: { person: { id: 'harbour-watch:p-1', name: null } } } },
    ...{ errors: [denied('declaration', 'declarant', 'person', 'name')], read: ['Declaration', 'Person'] },
  },
  ...[true, false, undefined, false].map((x): Case => {
    const isFirst = x !== false;
    return {
      what: ['with @skip and @include, after the plan is warm', x].join(' '),
      ...{ query: warm, caller: nobody, variables: x === undefined ? {} : { x } },
      data: { declaration: isFirst ? { year: 2001, t: null } : { title: null } },
      errors: [denied('declaration', isFirst ? 't' : 'title')],
      read: ['Declaration'],
    };
  }),
];

describe('a member cuts a field', () => {
  test.each(cases)('$what', async ({ query, caller, variables, data, errors, read, domain }) => {
    const { json } = await member.ask(domain ?? 'asset-declarations', query, variables, { caller });
    expect(json).toEqual({ data, ...(errors && { errors }) });
    expect(store.reads.map(({ type }) => type).sort()).toEqual([...read].sort());
  });

  test.each([
    ['A', { declaration: { title: null } }],
    ['B', { declaration: { year: 2001 } }],
  ])('in the operation that is run, of two in one document: %s', async (operationName, data) => {
    const query = `query A { declaration(id: ${id}) { title } } query B { declaration(id: ${id}) { year } }`;
    const body = JSON.stringify({ query, operationName });
    const json = { 'content-type': 'application/json' };
    const answer = await member.post('asset-declarations', body, json, nobody);
    expect(await answer.json()).toMatchObject({ data });
  });
});

describe('a member', () => {
  test.each([
    ['a field', '{ declarations { edges { node { titl } } } }'],
    ['a type', '{ declarations { edges { node { ... on Declaratio { id } } } } }'],
    ['an argument', '{ declarations(filte: {}) { edges { node { id } } } }'],
    ['an enum value', '{ declarations(orderBy: [{ field: YEA }]) { edges { node { id } } } }'],
    [
      'an enum value of a variable',
      'query($o: [DeclarationOrder!]) { declarations(orderBy: $o) { edges { node { id } } } }',
    ],
  ])('suggests no name where %s is not there', async (_, query) => {
    const { status, json } = await member.ask('asset-declarations', query, { o: [{ field: 'YEA' }] });
    expect([status, JSON.stringify(json)]).toEqual([400, expect.not.stringContaining('Did you mean')]);
    expect(store.reads).toEqual([]);
  });

  test('lets no cache keep what it answers', async () => {
    const { headers } = await member.ask('asset-declarations', `{ declaration(id: ${id}) { title } }`);
    expect(headers.get('cache-control')).toContain('no-store');
  });

  test('believes the token of its hub, whatever headers say', async () => {
    const headers = {
      ...{ 'x-purpose': 'INVESTIGATION', 'x-caller': 'lead', 'x-accord-scopes': 'titles', scope: 'titles' },
      ...{ cookie: 'session=1', 'x-api-key': 'titles', 'x-accord-proof': 'harbour-watch=a.b.c' },
    };
    const query = `{ declaration(id: ${id}) { title } }`;
    const { json } = await member.ask('asset-declarations', query, {}, { caller: nobody, headers });
    expect(json).toEqual({
      data: { declaration: { title: null } },
      errors: [denied('declaration', 'title')],
    });
  });
});
