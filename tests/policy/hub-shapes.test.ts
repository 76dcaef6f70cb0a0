import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymousCaller } from '../../shared/identity/caller.js';
import { cutAccess, cutCases, cutUses } from '../fixtures/cut-cases.js';
import { deniedAt, personWith, scopeRule } from '../fixtures/policy-asks.js';
import { type PolicyGraph, startPolicyGraph } from '../fixtures/policy-graph.js';
import { policyRecords } from '../fixtures/policy-records.js';

let graph: PolicyGraph;
beforeAll(async () => {
  graph = await startPolicyGraph(policyRecords, { access: cutAccess, uses: cutUses });
});
afterAll(() => graph.stop());

describe('the hub cuts', () => {
  it.each(cutCases.map(([what, query, expected, of]) => ({ what, query, expected, of })))(
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
    { access: new Map([...cutAccess, ['Leak.text', scopeRule('leaks')]]), uses: cutUses },
  );
  const after = await next.ask(query, { caller: personWith('tips') });
  expect(after).toMatchObject({
    data: { finds: [{ title: 'A leak', text: null }] },
    errors: [deniedAt('finds', 0, 'text')],
  });
  expect(next.takeSent().join()).not.toMatch(/on Leak \{[^}]*text/);
  await next.stop();
});
