import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymousCaller } from '../../shared/identity/caller.js';
import {
  authenticatedRule,
  deniedAt,
  type PolicyGraph,
  personWith,
  scopeRule,
  startPolicyGraph,
} from '../fixtures/policy-graph.js';
import { policyRecords } from '../fixtures/policy-records.js';

const access = new Map([
  ['Person.birthDate', scopeRule('personal')],
  ['Person.secretAlias', scopeRule('personal')],
  ['Person.file', authenticatedRule],
  ['File.note', scopeRule('notes')],
  ['File.code', scopeRule('codes')],
  ['Tip.text', scopeRule('tips')],
  ['Tip.source', scopeRule('tips')],
  ['Link.must', scopeRule('links')],
  ['Query.secretCount', authenticatedRule],
  ['Mutation.forget', scopeRule('forget')],
  ['Total.sum', authenticatedRule],
]);
const uses = new Map([
  ['PersonFilter.birthDate', ['Person.birthDate']],
  ['PersonField.BIRTH_DATE', ['Person.birthDate']],
  ['PersonFilter.name', ['Person.name']],
]);

let graph: PolicyGraph;
beforeAll(async () => {
  graph = await startPolicyGraph(policyRecords, { access, uses });
});
afterAll(() => graph.stop());

type Case = readonly [
  what: string,
  query: string,
  expected: {
    readonly data: unknown;
    readonly errors?: readonly unknown[];
    readonly sent: readonly string[];
  },
  of?: Parameters<PolicyGraph['ask']>[1],
];

const cases: readonly Case[] = [
  [
    'a field of each row',
    '{ people { id birthDate } }',
    {
      data: {
        people: [
          { id: '1', birthDate: null },
          { id: '2', birthDate: null },
        ],
      },
      errors: [deniedAt('people', 0, 'birthDate'), deniedAt('people', 1, 'birthDate')],
      sent: ['records: { people { id } }'],
    },
  ],
  [
    'nothing of who may read it',
    '{ people { id birthDate } }',
    {
      data: {
        people: [
          { id: '1', birthDate: '1970-02-03' },
          { id: '2', birthDate: '1981-04-05' },
        ],
      },
      sent: ['records: { people { id birthDate } }'],
    },
    { caller: personWith('personal') },
  ],
  [
    'everything under an object, which is there all the same',
    '{ people { birthDate } }',
    {
      data: { people: [{ birthDate: null }, { birthDate: null }] },
      errors: [deniedAt('people', 0, 'birthDate'), deniedAt('people', 1, 'birthDate')],
      sent: ['records: { people { accord__runtime: __typename } }'],
    },
  ],
  [
    'everything there is, and asks nobody',
    '{ secretCount other: secretCount }',
    {
      data: { secretCount: null, other: null },
      errors: [deniedAt('secretCount'), deniedAt('other')],
      sent: [],
    },
  ],
  [
    'a field under an alias, beside an open one under its name',
    '{ person(id: 1) { birthDate: name name: birthDate } }',
    {
      data: { person: { birthDate: 'Ada Invented', name: null } },
      errors: [deniedAt('person', 'name')],
      sent: ['records: { person(id: 1) { birthDate: name } }'],
    },
  ],
  [
    'what is in a field of another subgraph',
    '{ person(id: 2) { aliases secretAlias } }',
    {
      data: { person: { aliases: ['alias of 2'], secretAlias: null } },
      errors: [deniedAt('person', 'secretAlias')],
      sent: [
        'records: { person(id: 2) { __typename id } }',
        'names: query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { aliases } } }',
      ],
    },
  ],
  [
    'the other subgraph, where nothing of it may be read',
    '{ person(id: 2) { name secretAlias } }',
    {
      data: { person: { name: 'Ben Invented', secretAlias: null } },
      errors: [deniedAt('person', 'secretAlias')],
      sent: ['records: { person(id: 2) { name } }'],
    },
  ],
  [
    'a field of one type of an interface, in a list with open and protected rows and nulls',
    '{ finds { __typename text } }',
    {
      data: {
        finds: [
          { __typename: 'Tip', text: null },
          null,
          { __typename: 'Report', text: 'report text' },
          { __typename: 'Tip', text: null },
        ],
      },
      errors: [deniedAt('finds', 0, 'text'), deniedAt('finds', 3, 'text')],
      sent: ['records: { finds { __typename ... on Report { text } accord__runtime: __typename } }'],
    },
  ],
  [
    'the same through named and nested fragments on several types',
    '{ mustFinds { ...F } } fragment F on Find { t: text ... { ... on Tip { source } ...R } } fragment R on Report { pages text }',
    {
      data: {
        mustFinds: [
          { t: null, source: null },
          { t: 'report text', pages: 3, text: 'report text' },
          { t: null, source: null },
        ],
      },
      errors: [
        deniedAt('mustFinds', 0, 't'),
        deniedAt('mustFinds', 0, 'source'),
        deniedAt('mustFinds', 2, 't'),
        deniedAt('mustFinds', 2, 'source'),
      ],
      sent: [
        'records: { mustFinds { __typename ... on Report { t: text pages text } accord__runtime: __typename } }',
      ],
    },
  ],
  [
    'one fragment where it is spread on a protected and on an open type',
    '{ mustFinds { ... on Tip { ...F } ... on Report { ...F } } } fragment F on Find { text }',
    {
      data: { mustFinds: [{ text: null }, { text: 'report text' }, { text: null }] },
      errors: [deniedAt('mustFinds', 0, 'text'), deniedAt('mustFinds', 2, 'text')],
      sent: ['records: { mustFinds { __typename ... on Report { text } accord__runtime: __typename } }'],
    },
  ],
  [
    'one response key under types with different rules, through a union',
    '{ things { ... on Tip { x: source } ... on Report { x: title } ... on Person { x: name birthDate } } }',
    {
      data: {
        things: [{ x: null }, { x: 'A report' }, { x: null }, { x: 'Ada Invented', birthDate: null }],
      },
      errors: [deniedAt('things', 0, 'x'), deniedAt('things', 2, 'x'), deniedAt('things', 3, 'birthDate')],
      sent: [
        'records: { things { __typename ... on Report { x: title } ... on Person { x__alias_0: name } accord__runtime: __typename } }',
      ],
    },
  ],
  [
    'a field that may not be null, up to what may, with no error for what is gone with it',
    '{ chain { next { next { must name } } may { may { must } } } motto }',
    {
      data: { chain: null, motto: 'Follow it' },
      errors: [deniedAt('chain', 'next', 'next', 'must')],
      sent: [
        'records: { chain { next { next { name } } may { may { accord__runtime: __typename } } } }',
        'names: { motto }',
      ],
    },
  ],
  [
    'such a field on a way that ends before the root, after an error that stands',
    '{ chain { may { file: name must } name } people { file { note code } } }',
    {
      data: { chain: { may: null, name: 'link 3' }, people: [{ file: null }, { file: null }] },
      errors: [
        deniedAt('chain', 'may', 'must'),
        deniedAt('people', 0, 'file', 'note'),
        deniedAt('people', 0, 'file', 'code'),
      ],
      sent: [
        'records: { chain { may { file: name } name } people { file { accord__runtime: __typename } } }',
      ],
    },
    { caller: personWith() },
  ],
  [
    'a whole object by the rule of its field, before what is in it',
    '{ people { id file { note code } } }',
    {
      data: {
        people: [
          { id: '1', file: null },
          { id: '2', file: null },
        ],
      },
      errors: [deniedAt('people', 0, 'file'), deniedAt('people', 1, 'file')],
      sent: ['records: { people { id } }'],
    },
  ],
  [
    'fields of a mutation before it runs',
    'mutation { forget(id: 1) rename(id: 1, name: "x") { birthDate name } }',
    {
      data: { forget: null, rename: { birthDate: null, name: 'Ada Invented' } },
      errors: [deniedAt('forget'), deniedAt('rename', 'birthDate')],
      sent: ['records: mutation { rename(id: 1, name: "x") { name } }'],
    },
  ],
  [
    'beside introspection with its fragments',
    '{ __typename __schema { queryType { ...F } } secretCount } fragment F on __Type { name }',
    {
      data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } }, secretCount: null },
      errors: [deniedAt('secretCount')],
      sent: [],
    },
  ],
  [
    'fields that are merged: a denied part of one, an open part of the other',
    '{ person(id: 1) { file { id } } person(id: 1) { name file { note } } }',
    {
      data: { person: { file: { id: 'f1', note: null }, name: 'Ada Invented' } },
      errors: [deniedAt('person', 'file', 'note')],
      sent: ['records: { person(id: 1) { file { id accord__runtime: __typename } name } }'],
    },
    { caller: personWith() },
  ],
];

describe('the hub cuts', () => {
  it.each(cases.map(([what, query, expected, of]) => ({ what, query, expected, of })))(
    '$what',
    async (one) => {
      const {
        query,
        of,
        expected: { data, errors, sent },
      } = one;
      const answer = await graph.ask(query, of);
      expect(answer.data).toEqual(data);
      expect(answer.errors).toEqual(errors);
      expect(graph.takeSent()).toEqual(sent);
      expect(JSON.stringify(answer)).not.toContain('accord__');
    },
  );
});

describe('@skip and @include, after the plan is warm', () => {
  const query =
    'query($x: Boolean! = true) { person(id: 1) { name @include(if: $x) birthDate @skip(if: $x) ... @include(if: $x) { secretAlias } } }';
  const first = { person: { name: 'Ada Invented', secretAlias: null } };
  const second = { person: { birthDate: null } };
  it.each([
    [{ x: true }, first, [deniedAt('person', 'secretAlias')]],
    [{ x: false }, second, [deniedAt('person', 'birthDate')]],
    [{}, first, [deniedAt('person', 'secretAlias')]],
    [{ x: false }, second, [deniedAt('person', 'birthDate')]],
  ])('with %j', async (variables, data, errors) => {
    expect(await graph.ask(query, { variables })).toMatchObject({ data, errors });
    expect(graph.takeSent()).toHaveLength(1);
  });
});

describe('uses', () => {
  const ask = 'query($f: PersonFilter, $o: [PersonOrder!]) { people(filter: $f, orderBy: $o) { id } motto }';
  const denied = { people: null, motto: 'Follow it' };
  it.each([
    ['a filter', { f: { birthDate: '1970' } }],
    ['a filter under others', { f: { and: [{ name: 'x' }, { not: { birthDate: '1970' } }] } }],
    ['a filter of nothing', { f: { birthDate: null } }],
    ['an order', { o: [{ field: 'BIRTH_DATE' }] }],
    ['an order that is one and no list', { o: { field: 'BIRTH_DATE' } }],
  ])('denies the field that uses a protected one by %s', async (_what, variables) => {
    const answer = await graph.ask(ask, { variables });
    expect(answer).toMatchObject({ data: denied, errors: [deniedAt('people')] });
    expect(graph.takeSent()).toEqual(['names: { motto }']);
    const allowed = await graph.ask(ask, { variables, caller: personWith('personal') });
    expect(allowed.errors).toBeUndefined();
    expect(graph.takeSent()).toHaveLength(2);
  });

  it.each([
    ['nothing', {}],
    ['null', { f: null, o: null }],
    ['an open field', { f: { not: { name: 'x' } }, o: [{}] }],
  ])('lets %s pass', async (_what, variables) => {
    expect((await graph.ask(ask, { variables })).errors).toBeUndefined();
    expect(graph.takeSent()).toHaveLength(2);
  });

  it('sees what is written in the operation, and tells aliases apart', async () => {
    const answer = await graph.ask(
      '{ a: people(orderBy: [{ field: BIRTH_DATE }]) { id } people(orderBy: [{}], filter: {}) { id } }',
    );
    expect(answer.data).toEqual({ a: null, people: [{ id: '1' }, { id: '2' }] });
    expect(answer.errors).toEqual([deniedAt('a')]);
    expect(graph.takeSent()).toEqual(['records: { people(orderBy: [{}], filter: {}) { id } }']);
  });

  it('says of variables of the wrong form what they are, not that something is denied', async () => {
    const answer = await graph.ask(ask, { variables: { f: { birthDate: 1 } } });
    expect(answer.status).toBe(400);
    expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
    expect(graph.takeSent()).toEqual([]);
  });
});

describe('REJECT', () => {
  it('answers nothing where a part may not be read, and asks nobody', async () => {
    const answer = await graph.ask('{ motto people { id birthDate } }', { access: 'REJECT' });
    const { path: _, ...error } = deniedAt();
    expect(answer).toEqual({ status: 403, errors: [error] });
    expect(graph.takeSent()).toEqual([]);
  });

  it('answers what may be read whole', async () => {
    const query = '{ people { id birthDate } }';
    expect(
      (await graph.ask(query, { access: 'REJECT', caller: personWith('personal') })).errors,
    ).toBeUndefined();
    expect(graph.takeSent()).toHaveLength(1);
  });
});

it('cuts the operation that is run, of several in one document', async () => {
  const query =
    'query A { person(id: 1) { ...P } } query B { secretCount motto } fragment P on Person { name birthDate }';
  expect(await graph.ask(query, { operationName: 'A' })).toMatchObject({
    data: { person: { name: 'Ada Invented', birthDate: null } },
    errors: [deniedAt('person', 'birthDate')],
  });
  expect(await graph.ask(query, { operationName: 'B' })).toMatchObject({
    data: { secretCount: null, motto: 'Follow it' },
    errors: [deniedAt('secretCount')],
  });
  expect(graph.takeSent()).toEqual([
    'records: query A__records__0 { person(id: 1) { name } }',
    'names: query B__names__0 { motto }',
  ]);
});

it('keeps two callers apart who ask the same a thousand times, one after the other and at once', async () => {
  const query = 'query($i: ID!) { person(id: $i) { name birthDate secretAlias } mustFinds { text } }';
  const callers = [
    anonymousCaller,
    personWith('personal'),
    personWith('tips'),
    personWith('tips', 'personal'),
  ];
  const seen = callers.map(() => new Set<string>());
  for (let round = 0; round < 250; round += 1) {
    const answers = await Promise.all(
      callers.map((caller) => graph.ask(query, { caller, variables: { i: '1' } })),
    );
    for (const [index, { data }] of answers.entries()) {
      seen[index]?.add(JSON.stringify(data));
    }
  }
  graph.takeSent();
  const person = (isPersonal: boolean) => ({
    name: 'Ada Invented',
    birthDate: isPersonal ? '1970-02-03' : null,
    secretAlias: isPersonal ? 'secret alias of 1' : null,
  });
  const finds = (tips: boolean) => [
    { text: tips ? 'tip text' : null },
    { text: 'report text' },
    { text: tips ? 'more text' : null },
  ];
  expect(seen.map((answers) => [...answers].map((text) => JSON.parse(text)))).toEqual([
    [{ person: person(false), mustFinds: finds(false) }],
    [{ person: person(true), mustFinds: finds(false) }],
    [{ person: person(false), mustFinds: finds(true) }],
    [{ person: person(true), mustFinds: finds(true) }],
  ]);
});

it('cuts by the types that a new revision has, whatever the one before planned', async () => {
  const query = '{ finds { title text } }';
  const before = await graph.ask(query, { caller: personWith('tips') });
  expect(before.errors).toBeUndefined();
  const { records, names } = policyRecords;
  if (records === undefined || names === undefined) {
    throw new Error('Expected the two subgraphs.');
  }
  const sdl = `${records.sdl} type Leak implements Find { id: ID! title: String text: String }`;
  const leak = { __typename: 'Leak', id: 'l1', title: 'A leak', text: 'leak text' };
  const resolvers = { ...records.resolvers, Query: { finds: () => [leak] } };
  const next = await startPolicyGraph(
    { records: { sdl, resolvers }, names },
    { access: new Map([...access, ['Leak.text', scopeRule('leaks')]]), uses },
  );
  const after = await next.ask(query, { caller: personWith('tips') });
  expect(after).toMatchObject({
    data: { finds: [{ title: 'A leak', text: null }] },
    errors: [deniedAt('finds', 0, 'text')],
  });
  expect(next.takeSent().join()).not.toMatch(/on Leak \{[^}]*text/);
  await next.stop();
});
