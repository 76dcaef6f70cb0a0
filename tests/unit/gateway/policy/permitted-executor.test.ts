import { describe, expect, test } from 'vitest';
import { anonymousCaller } from '../../../../shared/identity/caller.js';
import { openRule } from '../../../../shared/policy/access-rule.js';
import { cutAccess, cutCases, cutUses } from '../../../fixtures/cut-cases.js';
import { deniedAt, personWith, scopeRule } from '../../../fixtures/policy-asks.js';
import { permittedSchema, policySchema } from './permitted-schema.js';

const tables = { access: cutAccess, uses: cutUses };

describe('what is left of an operation, fetched and shaped', () => {
  test.each(cutCases.map(([what, query, expected, of]) => ({ what, query, expected, of })))(
    'has $what',
    async ({ query, of, expected: { data, errors, sent } }) => {
      const { ask, takeExecuted } = permittedSchema(tables);
      const answer = await ask(query, of);
      expect(answer.data).toEqual(data);
      expect(answer.errors).toEqual(errors);
      // Nobody is asked where the root is empty; else one executor stands for all subgraphs.
      const isIntrospected = query.includes('__schema');
      expect(takeExecuted()).toHaveLength(sent.length > 0 || isIntrospected ? 1 : 0);
    },
  );
});

describe('what is given to the gateway', () => {
  test.each([
    ['a field of each row', '{ people { id birthDate } }', '{ people { id } }'],
    [
      'what a type of an interface protects',
      '{ finds { text id } }',
      textOnReports('id accord__runtime: __typename'),
    ],
    [
      'what a type of an interface protects, in a fragment on the interface with conditions',
      'query($x: Boolean = true) { finds { ... on Find @include(if: $x) { text } } }',
      'query ($x: Boolean = true) { finds { ... on Find @include(if: $x) { ... on Report { text } } accord__runtime: __typename } }',
    ],
    [
      'an object of which only a field with a condition is left',
      'query($x: Boolean = true) { people { name @skip(if: $x) birthDate } }',
      'query ($x: Boolean = true) { people { name @skip(if: $x) accord__runtime: __typename } }',
    ],
    [
      'an object of which a fragment without a condition is left',
      '{ people { ... { name } birthDate } }',
      '{ people { ... { name } } }',
    ],
    [
      'an object of which a fragment on its type is left',
      '{ people { ... on Person { name } birthDate } }',
      '{ people { ... on Person { name } } }',
    ],
    [
      'an object of which a fragment with a condition is left',
      'query($x: Boolean = true) { people { ... @skip(if: $x) { name } birthDate } }',
      'query ($x: Boolean = true) { people { ... @skip(if: $x) { name } accord__runtime: __typename } }',
    ],
    [
      'an object of which a field with a condition in a fragment is left',
      'query($x: Boolean = true) { people { ... { name @skip(if: $x) } birthDate } }',
      'query ($x: Boolean = true) { people { ... { name @skip(if: $x) } accord__runtime: __typename } }',
    ],
    ['a fragment of which nothing is left', '{ people { id ... { birthDate } } }', '{ people { id } }'],
    [
      'a fragment that is spread with a condition',
      'query($x: Boolean = true) { people { ...P @include(if: $x) birthDate id } } fragment P on Person { name }',
      'query ($x: Boolean = true) { people { ... on Person @include(if: $x) { name } id } }',
    ],
    [
      'the type of an interface, which is asked for as it is',
      '{ finds { __typename ... on Tip { source } } }',
      '{ finds { __typename accord__runtime: __typename } }',
    ],
  ])('lacks %s', async (_what, query, left) => {
    const { ask, takeExecuted } = permittedSchema(tables);
    await ask(query);
    expect(takeExecuted().map(({ text }) => text)).toEqual([left]);
  });

  test('is what was asked, where all of it may be read', async () => {
    const { ask, takeExecuted } = permittedSchema(tables);
    const query = '{ finds { __typename title } }';
    await ask(query);
    expect(takeExecuted()).toEqual([{ text: query, source: query, queryHash: `hash of ${query}` }]);
  });

  test('has a hash and a text of its own where it was cut', async () => {
    const { ask, takeExecuted } = permittedSchema(tables);
    await ask('{ people { id birthDate } }');
    await ask('{ people { id birthDate secretAlias } }');
    await ask('{ people { name birthDate } }');
    const [first, same, other] = takeExecuted();
    expect(first?.source?.replaceAll(/\s+/g, ' ')).toBe('{ people { id } }');
    expect(first?.queryHash).toMatch(/^[0-9a-f]{64}$/);
    expect(same?.queryHash).toBe(first?.queryHash);
    expect(other?.queryHash).not.toBe(first?.queryHash);
  });

  test('is cut anew for an operation of another name in the same document', async () => {
    const { ask } = permittedSchema(tables);
    const query = 'query A { secretCount } query B { person(id: 1) { birthDate } }';
    expect(await ask(query, { operationName: 'A' })).toMatchObject({ errors: [deniedAt('secretCount')] });
    expect(await ask(query, { operationName: 'B' })).toMatchObject({
      errors: [deniedAt('person', 'birthDate')],
    });
  });

  test('is refused where it would grow beyond measure', async () => {
    const spreads = (depth: number): string =>
      depth === 0 ? '...F0' : `... on Tip { ${spreads(depth - 1)} } ... on Report { ${spreads(depth - 1)} }`;
    const fields = Array.from({ length: 400 }, (_, i) => `t${i}: title`).join(' ');
    const query = `{ finds { ${spreads(6)} text } } fragment F0 on Find { ${fields} }`;
    const { ask } = permittedSchema(tables);
    await expect(ask(query)).rejects.toMatchObject({
      message: 'Expected a simpler operation: with what may be read of it, it is too large.',
      extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
    });
  });
});

function textOnReports(rest: string): string {
  return `{ finds { ... on Report { text } ${rest} } }`;
}

describe('REJECT', () => {
  test('answers with one error that names no place, and asks nobody', async () => {
    const { ask, takeExecuted } = permittedSchema(tables);
    const answer = await ask('{ motto people { birthDate } }', { access: 'REJECT' });
    expect(answer).toEqual({
      errors: [
        {
          message: 'Unauthorized field or type',
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', http: { status: 403 } },
        },
      ],
    });
    expect(takeExecuted()).toEqual([]);
  });

  test.each([
    ['a field that one type of an interface protects', '{ finds { id text } }'],
    ['a field in a fragment', '{ people { ... { birthDate } } }'],
    ['a field below open ones', '{ chain { may { must } } }'],
  ])('refuses %s', async (_what, query) => {
    const answer = await permittedSchema(tables).ask(query, { access: 'REJECT' });
    expect(answer).not.toHaveProperty('data');
  });

  test('answers what may be read whole, and what only a hidden type is cut out of', async () => {
    const { ask } = permittedSchema(tables);
    expect(await ask('{ motto }', { access: 'REJECT' })).toEqual({ data: { motto: 'Follow it' } });
    const hiding = permittedSchema({
      access: new Map([['Tip', scopeRule('tips')]]),
      uses: new Map(),
      protected: new Set(['Tip']),
    });
    const answer = await hiding.ask('{ finds { title } }', { access: 'REJECT' });
    expect(answer.data).toEqual({ finds: [null, null, { title: 'A report' }, null] });
  });
});

describe('variables', () => {
  const ask = (variables: Record<string, unknown>) => {
    const query =
      'query($f: PersonFilter, $o: [PersonOrder!]) { people(filter: $f, orderBy: $o) { id } motto }';
    return permittedSchema(tables).ask(query, { variables });
  };

  test.each([
    ['a field', { f: { birthDate: '1970' } }],
    ['a field within lists and fields', { f: { and: [{ name: 'x' }, { not: { birthDate: '1970' } }] } }],
    ['a field given as null', { f: { birthDate: null } }],
    ['an enum value', { o: [{ field: 'BIRTH_DATE' }] }],
    ['an enum value in a list of one that is not written as one', { o: { field: 'BIRTH_DATE' } }],
  ])('that use a protected field by %s deny the field they are for', async (_what, variables) => {
    expect(await ask(variables)).toEqual({
      data: { people: null, motto: 'Follow it' },
      errors: [deniedAt('people')],
      extensions: {},
    });
  });

  test.each([
    ['nothing', {}],
    ['null', { f: null, o: null }],
    ['lists of nothing', { f: { and: [] }, o: [] }],
    ['an open field', { f: { not: { name: 'x' } }, o: [{}] }],
    ['an open enum value', { o: [{ field: 'NAME' }] }],
  ])('that use %s deny nothing', async (_what, variables) => {
    expect((await ask(variables)).errors).toBeUndefined();
  });

  test('of the wrong form are said to be so, whatever is denied', async () => {
    const answer = await ask({ f: { birthDate: 1 } });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.map(({ message }) => message)).toEqual([
      'Variable "$f" got invalid value 1 at "f.birthDate"; String cannot represent a non string value: 1',
    ]);
  });

  test('and literals are told apart by alias, also where one fragment is spread twice', async () => {
    const { ask: asking } = permittedSchema(tables);
    const query = `{ a: people(orderBy: [{ field: BIRTH_DATE }]) { id } ...Q ...Q people(filter: {}) { id } }
      fragment Q on Query { b: people(filter: { birthDate: "1970" }) { id } ... { c: people(filter: { name: "x" }) { id } } }`;
    const answer = await asking(query);
    const all = [{ id: '1' }, { id: '2' }];
    expect(answer.data).toEqual({ a: null, b: null, people: all, c: all });
    expect(answer.errors).toEqual([deniedAt('a'), deniedAt('b')]);
  });

  test('are judged each time, whatever the same text used before', async () => {
    const { ask: asking } = permittedSchema(tables);
    const query = 'query($f: PersonFilter) { people(filter: $f) { id } }';
    const denied = { people: null };
    const open = { people: [{ id: '1' }, { id: '2' }] };
    for (const [filter, data] of [
      [{ birthDate: 'x' }, denied],
      [{ name: 'x' }, open],
      [{ birthDate: 'x' }, denied],
    ] as const) {
      expect((await asking(query, { variables: { f: filter } })).data).toEqual(data);
    }
  });

  test('count as used where an argument cannot be read', async () => {
    const { ask: asking } = permittedSchema(tables);
    const answer = await asking('query($g: [PersonField!]) { total(groupBy: $g) { count } }');
    expect(answer).toMatchObject({ data: { total: null }, errors: [deniedAt('total')] });
  });
});

describe('types and names that a caller is not told of', () => {
  const hiding = {
    access: new Map([
      ['Tip', scopeRule('tips')],
      ['Person.birthDate', scopeRule('personal')],
    ]),
    uses: new Map([['PersonFilter.birthDate', ['Person.birthDate']]]),
    protected: new Set(['Tip', 'Person.birthDate']),
  };

  test('are not in the schema that they are told', async () => {
    const query = `query Q($n: String! = "Person") { __type(name: $n) { ...T } ... { tip: __type(name: "Tip") { name } }
      __schema @include(if: true) { queryType { name } } motto } fragment T on __Type { fields { name } }`;
    const { ask, takeExecuted } = permittedSchema(hiding);
    const names = (fields: readonly string[]) => fields.map((name) => ({ name }));
    expect((await ask(query)).data).toEqual({
      __type: { fields: names(['id', 'name', 'file', 'aliases', 'secretAlias']) },
      tip: null,
      __schema: { queryType: { name: 'Query' } },
      motto: 'Follow it',
    });
    expect(takeExecuted().map(({ text }) => text)).toEqual(['query Q($n: String! = "Person") { motto }']);
    expect((await ask(query, { caller: personWith('tips', 'personal') })).data).toMatchObject({
      __type: { fields: names(['id', 'name', 'birthDate', 'file', 'aliases', 'secretAlias']) },
      tip: { name: 'Tip' },
    });
  });

  test('leave no object behind, and say so where one was asked for', async () => {
    const { ask } = permittedSchema(hiding);
    expect(await ask('{ mustFinds { title } }')).toEqual({
      data: null,
      errors: [deniedAt('mustFinds', 0)],
      extensions: {},
    });
    expect(await ask('{ finds { title } }')).toEqual({
      data: { finds: [null, null, { title: 'A report' }, null] },
      errors: [deniedAt('finds', 0), deniedAt('finds', 3)],
      extensions: {},
    });
  });

  test('are no names in variables either', async () => {
    const query = 'query($f: PersonFilter) { people(filter: $f) { id } }';
    const answer = await permittedSchema(hiding).ask(query, { variables: { f: { birthDate: 'x' } } });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.message).toContain('Field "birthDate" is not defined by type "PersonFilter"');
  });
});

describe('an answer', () => {
  test('tells how many positions are denied beyond those with an error', async () => {
    const names = Array.from({ length: 101 }, (_, i) => `n${i}: secretCount`).join(' ');
    const { ask } = permittedSchema(tables);
    const all = await ask(`{ ${names} }`);
    expect(all.errors).toHaveLength(100);
    expect(all.extensions).toEqual({ deniedBeyondErrors: 1 });
    const allButOne = await ask(`{ ${names.replace('n0: secretCount', '')} }`);
    expect(allButOne.errors).toHaveLength(100);
    expect(allButOne.extensions).toEqual({});
  });

  test('keeps the errors and extensions that came with the data', async () => {
    const failed = { message: 'Member "alpha" gave no answer.', path: ['people'], extensions: {} };
    const { ask } = permittedSchema(tables, policySchema, () => ({
      data: { people: null },
      errors: [failed],
      extensions: { accord: 1 },
    }));
    expect(await ask('{ people { birthDate } secretCount }')).toEqual({
      data: { people: null, secretCount: null },
      errors: [failed, deniedAt('secretCount')],
      extensions: { accord: 1 },
    });
  });

  test.each([{}, { data: null }])('without data, %j, is passed on', async (answer) => {
    const given = { ...answer, errors: [{ message: 'Nobody answered.', extensions: {} }] };
    const { ask } = permittedSchema(tables, policySchema, () => given);
    expect(await ask('{ people { birthDate } }')).toEqual(given);
  });

  test.each([
    ['an object for a list', '{ people { birthDate } }', { people: {} }, { people: null }],
    ['a word for an object', '{ chain { must } }', { chain: 'x' }, { chain: null }],
    ['a list for an object', '{ chain { must } }', { chain: [] }, { chain: null }],
    ['nothing for a list', '{ people { birthDate } }', {}, { people: null }],
  ])('that has %s gives nothing', async (_what, query, data, shaped) => {
    const { ask } = permittedSchema(tables, policySchema, () => ({ data }));
    expect(await ask(query)).toEqual({ data: shaped, extensions: {} });
  });

  test('has no object of which nobody said what it is', async () => {
    const data = { finds: [{ title: 'x' }, { accord__runtime: 'Nothing' }, { accord__runtime: 'Find' }] };
    const { ask } = permittedSchema(tables, policySchema, () => ({ data }));
    expect(await ask('{ finds { text } }')).toEqual({
      data: { finds: [null, null, null] },
      errors: [deniedAt('finds', 0), deniedAt('finds', 1), deniedAt('finds', 2)],
      extensions: {},
    });
  });
});

test('what the rule of an interface denies is denied on all its types', async () => {
  const { ask, takeExecuted } = permittedSchema({
    access: new Map([['Find.text', scopeRule('finds')]]),
    uses: new Map(),
  });
  const answer = await ask('{ finds { text ... on Report { open: text } } }');
  expect(answer.data).toEqual({
    finds: [{ text: null }, null, { text: null, open: 'report text' }, { text: null }],
  });
  expect(answer.errors).toHaveLength(3);
  expect(takeExecuted()[0]?.text).toBe(
    '{ finds { ... on Report { open: text } accord__runtime: __typename } }',
  );
});

test('a field that one of its places denies is denied, though another place leaves it open', async () => {
  const { ask } = permittedSchema({ access: new Map([['Find.text', scopeRule('finds')]]), uses: new Map() });
  const answer = await ask('{ finds { text ... on Report { text } } }');
  expect(answer.data).toEqual({ finds: [{ text: null }, null, { text: null }, { text: null }] });
});

test('an object of a type that a caller is not told of does not even say that', async () => {
  const { ask } = permittedSchema({
    access: new Map([['Tip', scopeRule('tips')]]),
    uses: new Map(),
    protected: new Set(['Tip']),
  });
  expect((await ask('{ finds { __typename } }')).data).toEqual({
    finds: [null, null, { __typename: 'Report' }, null],
  });
});

test('a policy that protects nothing passes what is asked on, unread', async () => {
  const { ask, takeExecuted } = permittedSchema({ access: new Map([['Query', openRule]]), uses: new Map() });
  const query = '{ people { birthDate } }';
  const asked = await ask(query, { caller: anonymousCaller, variables: { unknown: 1 } });
  expect(asked.errors).toBeUndefined();
  expect(takeExecuted()[0]?.source).toBe(query);
});
