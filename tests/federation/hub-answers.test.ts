import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contractAnswer, pageOf } from '../fixtures/contract-answer.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';

const budgets = contractAnswer('budgets', { budgetLines: () => pageOf('alpha', ['1', '2']) });
const investigations = (locals: readonly string[]) =>
  contractAnswer('investigations', { investigations: () => pageOf('beta', locals) });
const both =
  '{ budgetLines { edges { node { id member { id name } } } } investigations { edges { node { id } } } }';
const answeredBudgets = {
  edges: [
    { node: { id: 'alpha:1', member: { id: 'alpha', name: 'Alpha Watch' } } },
    { node: { id: 'alpha:2', member: { id: 'alpha', name: 'Alpha Watch' } } },
  ],
};

let alpha: FakeMember;
let beta: FakeMember;
let hub: TestHub;

beforeAll(async () => {
  alpha = await startFakeMember(budgets);
  beta = await startFakeMember(investigations([]));
  const member = { country: 'GB', licence: 'CC0-1.0' };
  hub = await startTestHub({
    members: [
      { ...member, id: 'alpha', name: 'Alpha Watch', providers: [{ domain: 'budgets', url: alpha.url }] },
      { ...member, id: 'beta', name: 'Beta Desk', providers: [{ domain: 'investigations', url: beta.url }] },
    ],
    deadlines: { memberMs: 300, requestMs: 2000 },
    breaker: { failures: 1000 },
    limits: { answerBytes: 20_000, bodyBytes: 4000, depth: 6, rootFields: 4, tokens: 500 },
    allowAddresses: ['127.0.0.0/8'],
    cors: { origins: ['https://app.example'] },
  });
});
afterAll(async () => {
  await hub.stop();
  await alpha.close();
  await beta.close();
});
beforeEach(() => {
  alpha.answer = budgets;
  alpha.asked.length = 0;
  beta.answer = investigations([]);
  beta.asked.length = 0;
});

describe('the hub', () => {
  it('answers from several members and its directory as one graph', async () => {
    const answer = await hub.ask(both);
    expect(answer.data).toEqual({ budgetLines: answeredBudgets, investigations: { edges: [] } });
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions).toEqual({
      members: [
        { member: 'alpha', domain: 'budgets', state: 'ANSWERED', rows: 2 },
        { member: 'beta', domain: 'investigations', state: 'EMPTY', rows: 0 },
      ],
    });
  });

  it('sends a member its part of the operation with the request id, and no header of the caller', async () => {
    const headers = {
      'x-accord-caller-proof': 'secret',
      cookie: 'a=b',
      'x-custom': 'c',
      'x-request-id': 'request-12',
    };
    const answer = await hub.ask(both, { headers });
    expect(answer.headers.get('x-request-id')).toBe('request-12');
    expect(alpha.asked.map(({ query }) => query)).toEqual([expect.stringContaining('budgetLines')]);
    expect(alpha.asked[0]?.query).not.toContain('investigations');
    const sent = alpha.headers.at(-1) ?? {};
    expect(sent['x-request-id']).toBe('request-12');
    expect(Object.keys(sent).sort()).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-request-id',
    ]);
  });

  const failures: [string, FakeMember['answer'], string, string][] = [
    ['is late', () => undefined, 'TIMED_OUT', 'gave no answer within 300 ms'],
    [
      'trickles',
      (_asked, response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
      'TIMED_OUT',
      'gave no answer within 300 ms',
    ],
    [
      'hangs up',
      (_asked, response) => {
        response.destroy();
      },
      'UNREACHABLE',
      'could not be reached',
    ],
    [
      'fails',
      (_asked, response) => {
        response.statusCode = 500;
        return { errors: [{ message: 'db.internal:5432 is down' }] };
      },
      'INVALID',
      'gave an answer that does not keep to the contract',
    ],
    [
      'redirects',
      (_asked, response) => {
        response.writeHead(302, { location: 'http://169.254.169.254/' });
        response.end();
      },
      'INVALID',
      'gave an answer that does not keep to the contract',
    ],
    [
      'answers with no JSON',
      (_asked, response) => {
        response.end('<html>secret</html>');
      },
      'INVALID',
      'gave an answer that does not keep to the contract',
    ],
    [
      'answers with no GraphQL',
      () => ['secret'],
      'INVALID',
      'gave an answer that does not keep to the contract',
    ],
    [
      'answers with too much',
      () => ({ data: { budgetLines: null, x: 'x'.repeat(30_000) } }),
      'INVALID',
      'gave an answer that does not keep to the contract',
    ],
  ];
  it.each(failures)(
    'gives the others’ answers whole when a member %s',
    async (_what, answer, state, words) => {
      alpha.answer = answer;
      beta.answer = investigations(['1']);
      const given = await hub.ask(both);
      expect(given.status).toBe(200);
      expect(given.data).toEqual({
        budgetLines: { edges: [] },
        investigations: { edges: [{ node: { id: 'beta:1' } }] },
      });
      expect(given.errors).toEqual([
        { message: `Member "alpha" ${words}.`, extensions: { code: 'MEMBER_UNAVAILABLE', member: 'alpha' } },
      ]);
      expect(given.extensions?.['members']).toEqual([
        { member: 'alpha', domain: 'budgets', state, rows: 0 },
        { member: 'beta', domain: 'investigations', state: 'ANSWERED', rows: 1 },
      ]);
      expect(given.text).not.toMatch(/secret|internal|127\.0\.0\.1|169\.254/);
    },
  );

  const ask = '{ line: budgetLine(id: "alpha:1") { id } }';

  it('passes a member’s words about the question on, with their place', async () => {
    const extensions = { code: 'BAD_FILTER', stacktrace: ['at secret'], serviceName: 'secret' };
    alpha.answer = () => ({
      data: { answer: null },
      errors: [{ message: 'Expected a date.', path: ['answer'], extensions }],
    });
    const given = await hub.ask(ask);
    expect(given.data).toEqual({ line: null });
    expect(given.errors).toEqual([
      { message: 'Expected a date.', path: ['line'], extensions: { code: 'BAD_FILTER' } },
    ]);
    expect(given.text).not.toContain('secret');
  });

  it('says of a member’s other errors that there was one', async () => {
    const extensions = { code: 'OOPS', stacktrace: ['at secret'] };
    alpha.answer = () => ({
      data: { answer: null },
      errors: [{ message: 'secret of db.internal', path: ['answer'], extensions }],
    });
    const given = await hub.ask(ask);
    expect(given.data).toEqual({ line: null });
    expect(given.errors?.map(({ extensions: { code, member } }) => [code, member])).toEqual([
      ['MEMBER_UNAVAILABLE', 'alpha'],
    ]);
    expect(given.text).not.toMatch(/secret|internal|OOPS/);
  });

  it('takes rows that break the contract for none, and says so', async () => {
    alpha.answer = () => ({ data: { answer: { edges: [{ cursor: 5 }] } } });
    const given = await hub.ask('{ budgetLines { edges { cursor } } }');
    expect(given.data).toEqual({ budgetLines: { edges: [] } });
    expect(given.errors?.map(({ extensions }) => extensions['code'])).toEqual(['MEMBER_UNAVAILABLE']);
    expect(given.extensions?.['members']).toEqual([
      { member: 'alpha', domain: 'budgets', state: 'INVALID', rows: 0 },
    ]);
  });

  it('asks only the members that the caller names', async () => {
    const given = await hub.ask(both, { headers: { 'x-accord-ask': 'beta' } });
    expect(alpha.asked).toEqual([]);
    expect(given.data).toEqual({ budgetLines: { edges: [] }, investigations: { edges: [] } });
    expect(given.errors).toBeUndefined();
    expect(given.extensions?.['members']).toEqual([
      { member: 'alpha', domain: 'budgets', state: 'NOT_ASKED', rows: 0 },
      { member: 'beta', domain: 'investigations', state: 'EMPTY', rows: 0 },
    ]);
  });

  it('answers for a domain that no member serves', async () => {
    const given = await hub.ask('{ declarations { edges { cursor } } }');
    expect(given.data).toEqual({ declarations: { edges: [] } });
    expect(given.errors).toBeUndefined();
  });

  it('shows no plan, trace, cache or stack, whatever headers ask for them', async () => {
    alpha.answer = () => ({ data: { budgetLines: null }, errors: [{ message: 'x' }] });
    const headers = {
      'apollo-query-plan-experimental': '1',
      'apollo-federation-include-trace': 'ftv1',
      'x-apollo-tracing': '1',
    };
    const given = await hub.ask('{ budgetLines { edges { cursor } } }', { headers });
    expect(Object.keys(given.extensions ?? {})).toEqual(['members']);
    expect(given.text).not.toMatch(/stack|serviceName|QueryPlan|ftv1/);
    expect(given.headers.get('cache-control')).toBe('private, no-store');
  });

  it('logs a request with its id and name, and neither variables nor filter values', async () => {
    const before = hub.log.length;
    const query = 'query Wanted($text: String) { budgetLines(filter: { text: $text }) { edges { cursor } } }';
    await hub.ask(query, {
      variables: { text: 'a name under investigation' },
      headers: { 'x-request-id': 'logged-1' },
    });
    await hub.ask('{ budgetLines(filter: { text: "a name under investigation" }) { edges { cursor } } }');
    const log = hub.log.slice(before).join('');
    expect(log).toContain('"requestId":"logged-1"');
    expect(log).not.toContain('under investigation');
  });
});

describe('the hub refuses', () => {
  const cases: [string, string, number, string, string | RegExp][] = [
    [
      'an unknown field, without a suggestion',
      '{ budgetLine }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      /^Field "budgetLine" of type "BudgetLine" must have/,
    ],
    [
      'a field that is nearly one',
      '{ budgetLins { edges { cursor } } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot query field "budgetLins" on type "Query".',
    ],
    [
      'a text that does not parse',
      '{ budgetLines',
      400,
      'GRAPHQL_PARSE_FAILED',
      'Syntax Error: Expected Name, found <EOF>.',
    ],
    [
      'an operation that is too deep',
      '{ budgetLines { edges { node { member { contractVersions { domain } state } } } } x: members { id } y: members { contractVersions { domain } } }'.replace(
        'state',
        'providers { a { b } }',
      ),
      400,
      'QUERY_TOO_COMPLEX',
      'Expected an operation of at most 6 levels, got 7.',
    ],
    [
      'too many root fields',
      '{ a: members { id } b: members { id } c: members { id } d: members { id } e: members { id } }',
      400,
      'QUERY_TOO_COMPLEX',
      'Expected an operation of at most 4 root fields, got 5.',
    ],
    [
      'too many tokens',
      `{ members { id ${'id '.repeat(500)} } }`,
      400,
      'QUERY_TOO_COMPLEX',
      'Expected an operation of at most 500 tokens, got more.',
    ],
    [
      'too large a body',
      `{ members { id } } #${'x'.repeat(5000)}`,
      413,
      'BODY_TOO_LARGE',
      'Expected a request body of at most 4000 bytes, got more.',
    ],
    [
      'a malformed decimal',
      '{ budgetLines(filter: { amount: { gte: "much" } }) { edges { cursor } } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      /^Expected a decimal number as text/,
    ],
    [
      'a malformed date',
      '{ transactions(filter: { date: { gte: "May" } }) { edges { cursor } } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      'Expected a date such as "2019", "2019-05" or "2019-05-03", got "May".',
    ],
    [
      'a mutation that the graph does not have',
      'mutation { a }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot query field "a" on type "Mutation".',
    ],
    [
      'a subscription',
      'subscription { a }',
      400,
      'OPERATION_RESOLUTION_FAILURE',
      'Expected an operation that the graph has, got a subscription.',
    ],
    [
      'two operations of which none is named',
      'query A { members { id } } query B { members { id } }',
      400,
      'OPERATION_RESOLUTION_FAILURE',
      'Expected one operation, or "operationName" to name one of the document.',
    ],
    ['no operation', '', 400, 'BAD_REQUEST', /non-empty `query`/],
  ];
  it.each(cases)('%s', async (_what, query, status, code, words) => {
    const given = await hub.ask(query);
    expect({ status: given.status, code: given.errors?.[0]?.extensions['code'] }).toEqual({ status, code });
    expect(given.errors?.[0]?.message).toEqual(
      typeof words === 'string' ? words : expect.stringMatching(words),
    );
    expect(given.data).toBeUndefined();
    expect(alpha.asked).toEqual([]);
  });

  const bodies: [string, string, string, number, string][] = [
    ['a body that is not JSON', '{', 'application/json', 400, 'BAD_INPUT'],
    ['a body of another type', '{"query":"{ members { id } }"}', 'text/plain', 400, 'BAD_INPUT'],
    [
      'a form, which a page of another origin can send',
      'query=%7Bmembers%7Bid%7D%7D',
      'application/x-www-form-urlencoded',
      400,
      'BAD_INPUT',
    ],
    [
      'several operations in one body',
      '[{"query":"{ members { id } }"}]',
      'application/json',
      400,
      'BAD_REQUEST',
    ],
    ['a body that is a text', '"{ members { id } }"', 'application/json', 400, 'BAD_REQUEST'],
    ['a body that is null', 'null', 'application/json', 400, 'BAD_REQUEST'],
    ['an empty body', '', 'application/json', 400, 'BAD_INPUT'],
    [
      'variables that are a list',
      '{"query":"{ members { id } }","variables":[1]}',
      'application/json',
      400,
      'BAD_REQUEST',
    ],
  ];
  it.each(bodies)('%s', async (_what, body, type, status, code) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    const { errors } = JSON.parse(await response.text());
    expect({ status: response.status, code: errors[0].extensions.code }).toEqual({ status, code });
  });
});

describe('the hub’s other paths', () => {
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${hub.url}${path}`, { redirect: 'manual', ...init });

  it.each([
    ['/health', 200],
    ['/ready', 200],
    ['/members', 200],
    ['/metrics', 200],
    ['/', 404],
    ['/graphiql/react.js', 404],
    ['/graphql', 405],
    ['/graphql?query={members{id}}', 405],
  ])('answers GET %s with %i', async (path, status) => {
    expect((await get(path, { headers: { accept: 'text/html' } })).status).toBe(status);
  });

  it('tells an operator of this machine what came of each provider, and nobody else', async () => {
    alpha.answer = () => undefined;
    await hub.ask('{ budgetLines { edges { cursor } } }');
    const { members } = JSON.parse(await (await get('/members')).text());
    expect(members[0]).toMatchObject({
      member: 'alpha',
      domain: 'budgets',
      lastOutcome: 'TIMED_OUT',
      failedInARow: 1,
    });
    expect(JSON.stringify(members)).not.toContain(alpha.url);
    expect(await (await get('/metrics')).text()).toContain(
      'accord_member_answers_total{member="alpha",domain="budgets",outcome="TIMED_OUT"}',
    );
    for (const path of ['/members', '/metrics']) {
      expect((await get(path, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(403);
    }
  });

  it('lets pages of listed origins read answers, and no others', async () => {
    const origins = ['https://app.example', 'https://evil.example', 'null'];
    const allowed = await Promise.all(
      origins.map(async (origin) => {
        const asked = await hub.ask('{ members { id } }', { headers: { origin } });
        const preflight = await get('/graphql', { method: 'OPTIONS', headers: { origin } });
        return [asked, preflight].map(({ headers }) => headers.get('access-control-allow-origin'));
      }),
    );
    expect(allowed).toEqual([
      ['https://app.example', 'https://app.example'],
      [null, null],
      [null, null],
    ]);
  });
});
