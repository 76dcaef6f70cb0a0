import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pageOf } from '../fixtures/contract-answer.js';
import {
  callerHeaders,
  type PolicyCoalition,
  publishedPolicy,
  startPolicyCoalition,
} from '../fixtures/policy-coalition.js';
import {
  type StrictCaller,
  type StrictCoalition,
  startStrictCoalition,
} from '../fixtures/strict-coalition.js';

let coalition: StrictCoalition;

beforeAll(async () => {
  coalition = await startStrictCoalition();
});
afterAll(async () => {
  await coalition.stop();
});
beforeEach(() => {
  coalition.forget();
});

const unauthorized = (path: readonly (string | number)[]) => ({
  message: 'Unauthorized field or type',
  path,
  extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', member: 'beta' },
});

describe('a field that a member publishes a rule for', () => {
  const everybody: readonly StrictCaller[] = ['anonymous', 'dashboard', 'investigator', 'own', 'proven'];
  const fields: readonly [string, string, readonly StrictCaller[]][] = [
    ['sourceUrl', 'sourceUrl', ['investigator']],
    ['verificationStatus', 'verificationStatus', []],
    ['title', 'title', ['investigator', 'own', 'proven']],
    ['regime', 'regime', ['investigator']],
    ['country', 'country', everybody],
    ['year', 'year', everybody],
    ['total', 'total { amount }', ['dashboard', 'investigator', 'own', 'proven']],
    ['post', 'declarant { post }', ['proven']],
    ['region', 'declarant { region }', ['own']],
  ];
  const cases = fields.flatMap(([field, selection, allowed]) =>
    everybody.map((caller) => ({ field, selection, caller, isAllowed: allowed.includes(caller) })),
  );

  test.each(cases)('$field for $caller: $isAllowed', async ({ field, selection, caller, isAllowed }) => {
    const answer = await coalition.ask(caller, `{ declarations { edges { node { id ${selection} } } } }`);
    const word = new RegExp(`\\b${field}\\b`);
    expect([word.test(coalition.sent('alpha')), word.test(coalition.sent('beta'))]).toEqual([
      true,
      isAllowed,
    ]);
    const [ofAlpha, ofBeta] = answer.data.declarations.edges.map(({ node }) => node);
    const whole = (member: string) => JSON.parse(JSON.stringify(ofAlpha).replaceAll('alpha', member));
    const at = [
      'declarations',
      'edges',
      1,
      'node',
      ...(selection.includes('declarant') ? ['declarant'] : []),
    ];
    if (isAllowed) {
      expect(answer.errors).toBeUndefined();
      expect(ofBeta).toEqual(whole('beta'));
    } else {
      expect(answer.errors).toEqual([unauthorized([...at, field])]);
      expect(JSON.stringify(ofBeta)).toContain(`"${field}":null`);
      expect(ofBeta?.['id']).toBe('beta:d-1');
    }
    expect(answer.members.map(({ state }) => state)).toEqual(['ANSWERED', 'ANSWERED']);
  });
});

describe('a denied field, however it is asked for,', () => {
  const node = ['declarations', 'edges', 1, 'node'];
  test.each<[string, string, (string | number)[][], Record<string, unknown>?]>([
    ['by another name', '{ declarations { edges { node { here: sourceUrl } } } }', [[...node, 'here']]],
    [
      'twice',
      '{ declarations { edges { node { a: sourceUrl b: sourceUrl } } } }',
      [
        [...node, 'a'],
        [...node, 'b'],
      ],
    ],
    [
      'in a fragment',
      '{ declarations { edges { node { ...F } } } } fragment F on Declaration { sourceUrl declarant { post } }',
      [
        [...node, 'sourceUrl'],
        [...node, 'declarant', 'post'],
      ],
    ],
    [
      'on the interface of its type',
      '{ declarations { edges { node { ... on Record { id } ... on Declaration { sourceUrl } } } } }',
      [[...node, 'sourceUrl']],
    ],
    [
      'under a condition that holds',
      'query ($yes: Boolean!) { declarations { edges { node { sourceUrl @include(if: $yes) } } } }',
      [[...node, 'sourceUrl']],
      { yes: true },
    ],
    [
      'under a condition that does not hold',
      'query ($yes: Boolean!) { declarations { edges { node { id sourceUrl @include(if: $yes) } } } }',
      [],
      { yes: false },
    ],
    [
      'as a whole type',
      '{ declarations { edges { node { total { amount currency } } } } }',
      [[...node, 'total']],
    ],
    [
      'with edges renamed',
      '{ page: declarations { rows: edges { node { sourceUrl } } } }',
      [['page', 'rows', 1, 'node', 'sourceUrl']],
    ],
  ])('%s, is not sent and null with an error', async (_, query, paths, variables = {}) => {
    const answer = await coalition.ask('anonymous', query, { variables });
    expect(coalition.sent('beta')).not.toMatch(/\b(sourceUrl|post|amount)\b/);
    expect(answer.errors ?? []).toEqual(paths.map((path) => unauthorized(path)));
    expect(JSON.stringify(answer.data)).not.toMatch(/(source|post) of beta/);
    expect(coalition.beta.asked).toHaveLength(1);
  });

  test('is null in a record by id', async () => {
    const answer = await coalition.ask('anonymous', '{ declaration(id: "beta:d-1") { id sourceUrl } }');
    expect(answer.data).toEqual({ declaration: { id: 'beta:d-1', sourceUrl: null } });
    expect(answer.errors).toEqual([unauthorized(['declaration', 'sourceUrl'])]);
    expect(coalition.sent('beta')).not.toContain('sourceUrl');
  });

  test('cut for one caller is there for the next, whoever comes first', async () => {
    const query = '{ declarations { edges { node { sourceUrl } } } }';
    const nodes = async (caller: StrictCaller) =>
      (await coalition.ask(caller, query)).data.declarations.edges.map(({ node }) => node['sourceUrl']);
    const order: StrictCaller[] = [
      'anonymous',
      'investigator',
      'dashboard',
      'investigator',
      'own',
      'anonymous',
    ];
    for (const caller of order) {
      const ofBeta = caller === 'investigator' ? 'source of beta' : null;
      expect(await nodes(caller)).toEqual(['source of alpha', ofBeta]);
    }
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, i) => nodes(i % 2 === 0 ? 'anonymous' : 'investigator')),
    );
    expect(many.map(([, ofBeta]) => ofBeta)).toEqual(
      many.map((_, i) => (i % 2 === 0 ? null : 'source of beta')),
    );
  });

  test('that the member answers all the same makes its answer invalid', async () => {
    const beta = coalition.beta;
    const page = { ...pageOf('beta', ['d-1']) };
    beta.answer = () => ({
      data: {
        answer: {
          edges: page.edges.map(({ cursor, node: { id } }) => ({
            node: { id, sourceUrl: 'source of beta', accord__id: id },
            ...{ accord__cursor: cursor, accord__node: { accord__id: id } },
          })),
          accord__page: { accord__more: false },
        },
      },
    });
    const answer = await coalition.ask('anonymous', '{ declarations { edges { node { id sourceUrl } } } }');
    expect(answer.members[1]).toMatchObject({ member: 'beta', state: 'INVALID', rows: 0 });
    expect(JSON.stringify(answer)).not.toContain('source of beta');
  });
});

describe('what a member itself does not give', () => {
  test.each<[string, object, object]>([
    [
      'a denied field',
      { code: 'UNAUTHORIZED_FIELD_OR_TYPE', reason: 'TLP', scopes: ['secret'] },
      {
        message: 'Unauthorized field or type',
        extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', member: 'beta' },
      },
    ],
    [
      'a value that is withheld',
      { code: 'WITHHELD', reason: 'EMBARGO', requestAccessUrl: 'https://beta.example/ask' },
      {
        message: 'The owner withholds a value from the caller, and says why.',
        extensions: {
          ...{ code: 'WITHHELD', member: 'beta' },
          ...{ reason: 'EMBARGO', requestAccessUrl: 'https://beta.example/ask' },
        },
      },
    ],
    [
      'a reason and an address that are none',
      { code: 'WITHHELD', reason: 'secret', requestAccessUrl: 'javascript:secret' },
      {
        message: 'The owner withholds a value from the caller, and says why.',
        extensions: { code: 'WITHHELD', member: 'beta' },
      },
    ],
  ])('is passed on in our words: %s', async (_, extensions, expected) => {
    const beta = coalition.beta;
    beta.answer = () => ({
      data: { answer: { accord__id: 'beta:d-1', id: 'beta:d-1', country: null } },
      errors: [{ message: 'secret', path: ['answer', 'country'], extensions }],
    });
    const answer = await coalition.ask('own', '{ declaration(id: "beta:d-1") { id country } }');
    expect(answer.data).toEqual({ declaration: { id: 'beta:d-1', country: null } });
    expect(answer.errors).toEqual([{ ...expected, path: ['declaration', 'country'] }]);
  });
});

describe('a caller who wants to be told of any denial', () => {
  test.each<[string, StrictCaller, boolean]>([
    ['sourceUrl', 'anonymous', true],
    ['sourceUrl', 'investigator', false],
  ])('gets for %s as %s one error and no data: %s', async (field, caller, isRejected) => {
    const query = `{ declarations { edges { node { id ${field} } } } }`;
    const answer = await coalition.ask(caller, query, { extensions: { access: 'REJECT' } });
    expect(answer.errors).toEqual(
      isRejected
        ? [{ message: 'Unauthorized field or type', extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]
        : undefined,
    );
    expect(answer.data === null).toBe(isRejected);
    expect([coalition.alpha, coalition.beta].map(({ asked }) => asked.length)).toEqual(
      isRejected ? [0, 0] : [1, 1],
    );
  });

  test.each<[string, string, StrictCaller, boolean]>([
    [
      'a filter',
      '{ declarations(filter: { country: { eq: "GB" } }) { edges { node { id } } } }',
      'own',
      true,
    ],
    ['a total', '{ declarationTotals(filter: {}, groupBy: [YEAR]) { count { value } } }', 'anonymous', true],
    [
      'a field beside others',
      '{ a: declarations { edges { node { id } } } b: declarations { edges { node { title } } } }',
      'anonymous',
      true,
    ],
    ['a record of another member', '{ declaration(id: "alpha:d-1") { title } }', 'anonymous', false],
    [
      'a field that is left out',
      '{ declarations { edges { node { id title @include(if: false) } } } }',
      'anonymous',
      false,
    ],
  ])('is rejected, before anybody is asked, for %s', async (_, query, caller, isRejected) => {
    const answer = await coalition.ask(caller, query, { extensions: { access: 'REJECT' } });
    expect(answer.data === null).toBe(isRejected);
    expect(answer.errors?.length).toBe(isRejected ? 1 : undefined);
    expect([...coalition.alpha.asked, ...coalition.beta.asked].length > 0).toBe(!isRejected);
  });

  test('is rejected where a member denies what it does not publish', async () => {
    coalition.beta.answer = () => ({
      data: { answer: null },
      errors: [{ message: '', path: ['answer'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
    const query = '{ declarations(filter: { publishedAt: { gte: "2020" } }) { edges { node { id } } } }';
    const answer = await coalition.ask('own', query, { extensions: { access: 'REJECT' } });
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([
      { message: 'Unauthorized field or type', extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } },
    ]);
  });
});

describe('what belongs to owners alone', () => {
  const ofMember = (member: string) => ({
    __typename: 'Investigation',
    workingHypothesis: `guess of ${member}`,
  });
  let owners: PolicyCoalition;

  beforeAll(async () => {
    owners = await startPolicyCoalition({
      domain: 'investigations',
      fields: { alpha: undefined, beta: undefined },
      roots: (member) => ({
        investigations: () => {
          const page = pageOf(member, ['i-1']);
          const edges = page.edges.map(({ cursor, node }) => ({
            cursor,
            node: { ...node, ...ofMember(member) },
          }));
          return { ...page, edges };
        },
      }),
    });
  });
  afterAll(async () => {
    await owners.stop();
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    ['alpha', { org: 'alpha' }, ['alpha']],
    ['beta', { org: 'beta' }, ['beta']],
    ['no member', { org: 'civic-charts' }, []],
  ])('is asked of the member of the caller and of no other: %s', async (_, claims, own) => {
    for (const { asked } of Object.values(owners.members)) {
      asked.length = 0;
    }
    const query = '{ investigations { edges { node { id workingHypothesis } } } }';
    const { data } = await owners.hub.ask(query, { headers: await callerHeaders(claims) });
    for (const [id, { asked }] of Object.entries(owners.members)) {
      expect(asked.map(({ query: text }) => text.includes('workingHypothesis'))).toEqual([own.includes(id)]);
      expect(JSON.stringify(data).includes(`guess of ${id}`)).toBe(own.includes(id));
    }
  });
});

describe('headers to members', () => {
  test('hold no header that a client invents, and a proof for none but its member', async () => {
    const invented = {
      'x-accord-proof': 'beta=aaaa.bbbb.cccc',
      'x-accord-caller-proof': 'zzzz.zzzz.zzzz',
      'x-forwarded-for': '192.0.2.7',
      'x-caller': 'lead',
      cookie: 'session=1',
      'x-purpose': 'INVESTIGATION',
    };
    await coalition.ask('investigator', '{ declarations { edges { node { id } } } }', { headers: invented });
    const names = (id: 'alpha' | 'beta') => Object.keys(coalition[id].headers[0] ?? {}).sort();
    const ours = [
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-request-id',
    ];
    expect(names('alpha')).toEqual(ours);
    expect(names('beta')).toEqual([...ours, 'x-accord-caller-proof'].sort());
    expect(coalition.beta.headers[0]?.['x-accord-caller-proof']).toBe('aaaa.bbbb.cccc');
    expect(Object.keys(coalition.beta.policyHeaders[0] ?? {}).sort()).toEqual(
      ours.filter((name) => name !== 'x-request-id'),
    );
  });
});

describe('a policy that changes', () => {
  test('is taken soon after an answer speaks of it, and one that is broken is none', async () => {
    const beta = coalition.beta;
    const query = '{ declaration(id: "beta:d-1") { id year } }';
    const publish = async (revision: string, policy: unknown, year: number | null) => {
      beta.policy = policy;
      beta.answer = ({ query: text }) => {
        const id = 'beta:d-1';
        const data = { answer: { id, accord__id: id, ...(/\byear\b/.test(text) && { year: 2020 }) } };
        return { data, extensions: { policyRevision: revision } };
      };
      await expect
        .poll(async () => (await coalition.ask('own', query)).data.declaration?.['year'], {
          timeout: 8000,
          interval: 200,
        })
        .toBe(year);
    };
    await publish('beta-2', publishedPolicy('beta', 'beta-2', { 'Declaration.year': { read: false } }), null);
    await publish(
      'beta-3',
      publishedPolicy('alpha', 'beta-3', { 'Declaration.year': { read: false } }),
      2020,
    );
    await publish('beta-4', publishedPolicy('beta', 'beta-4', { 'Declaration.year': { read: false } }), null);
    await publish('beta-5', { version: 2 }, 2020);
  }, 30_000);
});
