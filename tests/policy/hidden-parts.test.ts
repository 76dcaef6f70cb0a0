import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authenticatedRule, deniedAt, personWith, scopeRule } from '../fixtures/policy-asks.js';
import { type PolicyAnswer, type PolicyGraph, startPolicyGraph } from '../fixtures/policy-graph.js';
import { policyRecords } from '../fixtures/policy-records.js';

const access = new Map([
  ['Person.birthDate', scopeRule('personal')],
  ['Person.file', scopeRule('files')],
  ['Tip', scopeRule('tips')],
  ['Total.sum', authenticatedRule],
  ['Mutation.forget', scopeRule('forget')],
  ['Query.people', scopeRule('people')],
]);
const uses = new Map([
  ['PersonFilter.birthDate', ['Person.birthDate']],
  ['PersonField.BIRTH_DATE', ['Person.birthDate']],
]);
const hidden = new Set([
  'Person.birthDate',
  'Person.file',
  'Tip',
  'Mutation.forget',
  'Query.people(orderBy:)',
]);

const everything = personWith('personal', 'files', 'tips', 'forget', 'people');
const nothing = personWith();
let graph: PolicyGraph;
let open: PolicyGraph;
beforeAll(async () => {
  graph = await startPolicyGraph(policyRecords, { access, uses, protected: hidden });
  open = await startPolicyGraph(policyRecords, { access, uses });
});
afterAll(async () => {
  await graph.stop();
  await open.stop();
});

beforeEach(() => {
  graph.takeSent();
});

/** An answer without what names the thing that was asked for. */
function without(name: string, answer: PolicyAnswer): string {
  return JSON.stringify(answer).replaceAll(name, '…');
}

describe('introspection', () => {
  it.each([
    ['may not', nothing, false],
    ['may', everything, true],
  ])('tells of what is protected only where the caller %s read it', async (_what, caller, isTold) => {
    const { data, errors } = await graph.ask(getIntrospectionQuery(), { caller });
    expect(errors).toBeUndefined();
    const text = JSON.stringify(data);
    for (const name of [
      'birthDate',
      'BIRTH_DATE',
      'file',
      'File',
      'Tip',
      'forget',
      'orderBy',
      'PersonOrder',
    ]) {
      expect([name, text.includes(`"${name}"`)]).toEqual([name, isTold]);
    }
    for (const name of ['Person', 'name', 'Thing', 'Total', 'sum', 'PersonFilter', 'rename', 'Report']) {
      expect([name, text.includes(`"${name}"`)]).toEqual([name, true]);
    }
  });

  it('names what is left of a type, in any form of asking', async () => {
    const query = `query($n: String!, $x: Boolean!) { ...F t: __type(name: "Tip") { name } ... @include(if: $x) { __type(name: $n) { possibleTypes { name } } } }
      fragment F on Query { p: __type(name: "Person") { fields { name } } }`;
    const answer = await graph.ask(query, { caller: nothing, variables: { n: 'Thing', x: true } });
    expect(answer).toEqual({
      status: 200,
      data: {
        p: { fields: ['id', 'aliases', 'secretAlias', 'name'].map((name) => ({ name })) },
        t: null,
        __type: { possibleTypes: [{ name: 'Report' }, { name: 'Person' }] },
      },
    });
    expect(graph.takeSent()).toEqual([]);
  });

  it('is no reason to reject', async () => {
    const answer = await graph.ask('{ __schema { queryType { name } } motto }', {
      caller: nothing,
      access: 'REJECT',
    });
    expect(answer.data).toEqual({ __schema: { queryType: { name: 'Query' } }, motto: 'Follow it' });
  });

  it('tells of everything by default', async () => {
    const { data } = await open.ask(getIntrospectionQuery());
    expect(JSON.stringify(data)).toContain('"birthDate"');
  });
});

describe('what is hidden cannot be told from what is not there', () => {
  it.each([
    ['a field', 'birthDate', 'absentOne', (name: string) => `{ person(id: 1) { ${name} } }`],
    [
      'a field with selections',
      'file',
      'absentOne',
      (name: string) => `{ person(id: 1) { ${name} { id } } }`,
    ],
    [
      'a field beside a fault',
      'birthDate',
      'absentOne',
      (name: string) => `{ person(id: 1) { ${name} nope } }`,
    ],
    ['a type', 'Tip', 'Gap', (name: string) => `{ finds { ... on ${name} { id } } }`],
    [
      'a type of a fragment',
      'Tip',
      'Gap',
      (name: string) => `{ finds { ...F } } fragment F on ${name} { id }`,
    ],
    ['a type of a variable', 'PersonOrder', 'PersonOther', (name: string) => `query($o: ${name}) { motto }`],
    ['an argument', 'orderBy', 'absent', (name: string) => `{ people(${name}: []) { id } }`],
    [
      'an input field',
      'birthDate',
      'absentOne',
      (name: string) => `{ people(filter: { ${name}: "1" }) { id } }`,
    ],
    [
      'an enum value',
      'BIRTH_DATE',
      'ABSENT_ONE',
      (name: string) => `{ total(groupBy: [${name}]) { count } }`,
    ],
    ['a mutation', 'forget', 'absent', (name: string) => `mutation { ${name}(id: 1) }`],
  ])('%s', async (_what, hiddenName, absentName, query) => {
    const one = await graph.ask(query(hiddenName), { caller: nothing });
    const other = await graph.ask(query(absentName), { caller: nothing });
    expect(one.status).toBe(400);
    expect(one.errors?.map(({ extensions }) => extensions['code'])).toContain('GRAPHQL_VALIDATION_FAILED');
    // A name moves what stands after it.
    const place = /"locations":\[[^\]]*\],?/g;
    expect(without(hiddenName, one).replaceAll(place, '')).toBe(
      without(absentName, other).replaceAll(place, ''),
    );
    expect(graph.takeSent()).toEqual([]);
  });

  it.each([
    [
      'an input field',
      '($v: PersonFilter) { people(filter: $v) { id } }',
      { birthDate: '1' },
      { absentOne: '1' },
    ],
    ['an enum value', '($v: [PersonField!]!) { total(groupBy: $v) { count } }', ['BIRTH_DATE'], ['ABSENT']],
  ])('%s in a variable', async (_what, query, hiddenValue, absentValue) => {
    const ask = (v: unknown) => graph.ask(`query${query}`, { caller: nothing, variables: { v } });
    const [one, other] = [await ask(hiddenValue), await ask(absentValue)];
    expect(one.status).toBe(400);
    const named = /birthDate|absentOne|BIRTH_DATE|ABSENT/g;
    expect(JSON.stringify(one).replaceAll(named, '…')).toBe(JSON.stringify(other).replaceAll(named, '…'));
    expect(graph.takeSent()).toEqual([]);
  });

  it('a suggestion names nothing', async () => {
    const answer = await graph.ask('{ person(id: 1) { birthDat } }', { caller: nothing });
    expect(JSON.stringify(answer)).not.toContain('birthDate');
  });

  it('callers who may read it are answered, before and after', async () => {
    const query = '{ person(id: 1) { birthDate } }';
    expect((await graph.ask(query, { caller: everything })).data).toEqual({
      person: { birthDate: '1970-02-03' },
    });
    expect((await graph.ask(query, { caller: nothing })).status).toBe(400);
    expect((await graph.ask(query, { caller: everything })).status).toBe(200);
  });
});

describe('objects of a hidden type', () => {
  it('are null, so that not even their type is told, and are asked for nothing', async () => {
    const answer = await graph.ask('{ finds { __typename id title ... on Report { pages } } }', {
      caller: nothing,
    });
    const report = { __typename: 'Report', id: 'r1', title: 'A report', pages: 3 };
    expect(answer.data).toEqual({ finds: [null, null, report, null] });
    expect(answer.errors).toEqual([deniedAt('finds', 0), deniedAt('finds', 3)]);
    expect(graph.takeSent()).toEqual([
      'records: { finds { __typename ... on Report { id title pages } accord__runtime: __typename } }',
    ]);
  });

  it('take a list of what may not be null with them', async () => {
    const answer = await graph.ask('{ things { __typename } motto }', { caller: nothing });
    expect(answer.data).toEqual({ things: null, motto: 'Follow it' });
    expect(answer.errors).toEqual([deniedAt('things', 0)]);
  });

  it('reject the whole only where one is there', async () => {
    const ask = (query: string) => graph.ask(query, { caller: nothing, access: 'REJECT' });
    expect(await ask('{ finds { id } }')).toMatchObject({
      data: null,
      errors: [{ message: 'Unauthorized field or type' }],
    });
    graph.takeSent();
    expect((await ask('query($x: Boolean = false) { motto finds @include(if: $x) { id } }')).data).toEqual({
      motto: 'Follow it',
    });
    expect(graph.takeSent()).toHaveLength(1);
  });

  it('are there for who may read them', async () => {
    const answer = await graph.ask('{ things { __typename } }', { caller: everything });
    expect(answer.data).toEqual({
      things: ['Tip', 'Report', 'Tip', 'Person'].map((__typename) => ({ __typename })),
    });
  });
});
