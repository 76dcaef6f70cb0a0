import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../../shared/identity/caller.js';
import type { RecordInput } from '../../shared/store/record-store.js';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { fillStore, inventedDeclaration, inventedPerson } from '../fixtures/invented-records.js';
import { ownCaller } from '../fixtures/own-caller.js';
import { memoryStore, startTestMember, type TestMember, testMember } from '../fixtures/start-test-member.js';

const rules = (text: string) =>
  `version: 1\nmember: ${testMember}\ntests: ./policy.tests.yaml\nrules:\n${text}`;
const members: Record<string, string | undefined> = {
  'by the contract and labels': undefined,
  'that shuts the root field': rules('  - field: Query.declarations\n    read: { authenticated: true }\n'),
  'that shuts the field of entities': rules(
    '  - field: Entity.declarations\n    read: { authenticated: true }\n',
  ),
  'that shuts a place it is found by': rules(
    '  - field: Declaration.declarant\n    read: { authenticated: true }\n',
  ),
  'that shuts what it is sorted by': rules(
    '  - field: Declaration.year\n    read: { authenticated: true }\n',
  ),
  'that hides a person': rules(
    '  - records: Person\n    when: has(record.handling.embargoUntil)\n    deny: { reason: OWNER }\n',
  ),
};
const hidden: Readonly<Record<number, object>> = {
  2: { tlp: 'TLP:CLEAR', embargoUntil: '2020-01-01T00:00:00.000Z' },
  4: { tlp: 'TLP:RED' },
};

/** A declaration and its declarant, whom not everybody may know of. */
function recordsOf(i: number): RecordInput[] {
  const clear = { tlp: 'TLP:CLEAR' };
  const handling = { tlp: i === 6 ? 'TLP:AMBER' : 'TLP:CLEAR' };
  const [declaration] = inventedDeclaration(i, { incomes: [], realEstate: [], handling });
  const person = {
    ...inventedPerson(`p-${i}`, ''),
    body: { name: `Person ${i}`, handling: hidden[i] ?? clear },
  };
  return declaration === undefined ? [person] : [declaration, person];
}

const started = new Map<string, TestMember>();

beforeAll(async () => {
  const store = memoryStore();
  await fillStore(store, [1, 2, 3, 4, 5, 6].flatMap(recordsOf));
  for (const [name, text] of Object.entries(members)) {
    started.set(name, await startTestMember({ store, policy: contractPolicy(testMember, text) }));
  }
}, 60_000);

afterAll(async () => {
  await Promise.all([...started.values()].map((member) => member.stop()));
});

const fields =
  'edges { cursor node { id year title declarant { person { id name } } } } pageInfo { hasNextPage endCursor } totalCount { value relation }';
const parameters = '$filter: DeclarationFilter, $orderBy: [DeclarationOrder!], $first: Int, $after: String';
const given = 'filter: $filter, orderBy: $orderBy, first: $first, after: $after';
const atRoot = `query (${parameters}) { answer: declarations(${given}) { ${fields} } }`;
const belowEntity = `query ($of: [_Any!]!, ${parameters}) {
  _entities(representations: $of) { __typename ... on Entity { id subjects answer: declarations(${given}) { ${fields} } } }
}`;

const Errors = z
  .array(z.object({ path: z.array(z.unknown()), extensions: z.object({ code: z.string() }) }))
  .default([]);
const Root = z.object({ data: z.object({ answer: z.unknown() }), errors: Errors });
const Below = z.object({
  data: z.object({
    _entities: z.array(
      z.object({
        __typename: z.literal('Entity'),
        id: z.string(),
        subjects: z.array(z.string()),
        answer: z.unknown(),
      }),
    ),
  }),
  errors: Errors,
});

interface Asked {
  readonly filter?: Record<string, unknown>;
  readonly orderBy?: readonly object[];
  readonly first?: number;
  readonly after?: string;
}

const own = (...persons: readonly string[]) => persons.map((local) => `${testMember}:${local}`);
const everybody = own('p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6');

/** Asks for the records of an entity, and for the same at the root, and gives what both answered. */
async function askBoth(
  member: TestMember | undefined,
  of: { readonly subjects: readonly string[]; readonly asked: Asked; readonly caller: Caller | undefined },
) {
  const { subjects, asked, caller } = of;
  const as = caller && { caller };
  const filter = { and: [asked.filter ?? {}, { party: { in: subjects } }] };
  const root = await member?.ask('asset-declarations', atRoot, { ...asked, filter }, as);
  const entity = { __typename: 'Entity', id: 'x', subjects };
  const below = await member?.ask('asset-declarations', belowEntity, { ...asked, of: [entity] }, as);
  const expected = Root.parse(root?.json);
  const found = Below.parse(below?.json);
  const codes = (errors: z.infer<typeof Errors>) => errors.map(({ extensions }) => extensions.code);
  return {
    root: { answer: expected.data.answer, codes: codes(expected.errors) },
    below: { answer: found.data._entities[0]?.answer, codes: codes(found.errors) },
  };
}

const askedAs: [string, Asked][] = [
  ['everything', {}],
  ['a filter', { filter: { year: { gte: 2003 } } }],
  [
    'a filter of its own parts',
    { filter: { and: [{ year: { gte: 2001 } }, { not: { year: { eq: 2003 } } }] } },
  ],
  ['an order', { orderBy: [{ field: 'YEAR', direction: 'DESC' }], first: 2 }],
  ['an order by the party', { orderBy: [{ field: 'DECLARANT_NAME' }], first: 3 }],
  ['an order that needs a currency', { orderBy: [{ field: 'TOTAL' }] }],
  [
    'an order by amounts of one currency',
    { orderBy: [{ field: 'TOTAL' }], filter: { currency: { eq: 'GBP' } } },
  ],
  ['a party beside', { filter: { party: { eq: `${testMember}:p-3` } } }],
  ['too many rows', { first: 201 }],
  ['no cursor', { after: 'nothing' }],
  ['a filter without an operator', { filter: { year: {} } }],
];

describe.each(Object.keys(members))('a member %s', (name) => {
  describe.each<[string, Caller | undefined]>([
    ['anybody', undefined],
    ['its own people', ownCaller(testMember)],
  ])('answers %s', (_, caller) => {
    test.each(askedAs)('below an entity as at the root: %s', async (_, asked) => {
      const { root, below } = await askBoth(started.get(name), { subjects: everybody, asked, caller });
      const isShut = name === 'that shuts the field of entities' && caller === undefined;
      expect(below).toEqual(isShut ? { answer: null, codes: ['UNAUTHORIZED_FIELD_OR_TYPE'] } : root);
    });
  });
});

describe('an entity at a member', () => {
  const member = () => started.get('by the contract and labels');
  const idsOf = async (subjects: unknown) => {
    const text = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Entity { subjects declarations { edges { node { id } } totalCount { value relation } } } } }`;
    const answer = await member()?.ask('asset-declarations', text, {
      of: [{ __typename: 'Entity', id: 'x', subjects }],
    });
    return answer?.json;
  };
  const page = (...numbers: readonly number[]) => ({
    edges: numbers.map((i) => ({ node: { id: `${testMember}:d-${i}` } })),
    totalCount: { value: numbers.length, relation: 'EXACT' },
  });

  test('is made of what is its own, each once', async () => {
    const others = ['another:p-2', `${testMember}x:p-3`, `${testMember}:`, 'p-5', `${testMember}:p 5`, ''];
    expect(await idsOf([...own('p-1', 'p-1'), ...others])).toEqual({
      data: { _entities: [{ subjects: own('p-1'), declarations: page(1) }] },
    });
  });

  test('of nobody here has no records', async () => {
    expect(await idsOf([])).toEqual({ data: { _entities: [{ subjects: [], declarations: page() }] } });
    expect(await idsOf(['another:p-1'])).toEqual({
      data: { _entities: [{ subjects: [], declarations: page() }] },
    });
  });

  test('is not found by a person whom the caller may not know of', async () => {
    expect(await idsOf(own('p-4', 'p-5'))).toEqual({
      data: { _entities: [{ subjects: own('p-4', 'p-5'), declarations: page(5) }] },
    });
  });

  test.each<[string, unknown, string]>([
    ['no list', undefined, 'BAD_INPUT'],
    ['a text', 'x', 'BAD_INPUT'],
    ['numbers', [1], 'BAD_INPUT'],
    ['too many', own(...Array.from({ length: 1001 }, (_, i) => `q-${i}`)), 'QUERY_TOO_COMPLEX'],
  ])('is refused with %s as its subjects', async (_, subjects, code) => {
    expect(await idsOf(subjects)).toMatchObject({
      data: { _entities: [null] },
      errors: [{ path: ['_entities', 0], extensions: { code } }],
    });
  });

  test('may have a thousand subjects here', async () => {
    const many = own(...Array.from({ length: 999 }, (_, i) => `q-${i}`), 'p-3');
    expect(await idsOf(many)).toMatchObject({ data: { _entities: [{ declarations: page(3) }] } });
  });
});
