import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { AccordError } from '../../shared/errors/accord-error.js';
import { keepOpening, type StoreSource } from '../../shared/kit/keep-opening.js';
import type { RecordStore } from '../../shared/store/record-store.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

let member: TestMember;
afterEach(() => member.stop());

const limits = { bodyBytes: 2000, depth: 6, tokens: 150 };
const json = { 'content-type': 'application/json' };
const url = () => `${member.url}/asset-declarations/graphql`;

const start = (store: RecordStore | StoreSource) =>
  startTestMember({ store, domains: ['asset-declarations'] });

/** A store whose reads fail as `fault` says. */
function failing(fault: () => Error): RecordStore {
  const store = memoryStore();
  store.page = () => Promise.reject(fault());
  store.getByIds = () => Promise.reject(fault());
  return store;
}

describe('what a member serves beside its domains', () => {
  test('health says that the process lives, and ready that its store answers', async () => {
    member = await start(memoryStore());
    const health = await fetch(`${member.url}/health`);
    expect([health.status, await health.json()]).toEqual([
      200,
      { status: 'alive', member: 'harbour-watch', version: '0.0.0-test' },
    ]);
    const ready = await fetch(`${member.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', policy: { revision: expect.stringMatching(/^[\w-]{43}$/) } },
    ]);
  });

  test('nothing else, and nothing by another method', async () => {
    member = await start(memoryStore());
    expect((await fetch(`${member.url}/`)).status).toBe(404);
    expect((await fetch(`${member.url}/toString/graphql`)).status).toBe(404);
    const query = await fetch(`${url()}?query={__typename}`);
    expect([query.status, query.headers.get('allow')]).toEqual([405, 'POST']);
    const health = await fetch(`${member.url}/health`, { method: 'POST' });
    expect([health.status, health.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('each domain answers for its own contract', async () => {
    member = await startTestMember({ store: memoryStore() });
    for (const domain of ['investigations', 'budgets', 'asset-declarations'] as const) {
      const { json: answer } = await member.ask(
        domain,
        '{ _service { sdl } __schema { queryType { name } } }',
      );
      expect(answer).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } });
      expect(JSON.stringify(answer)).toContain('@merge');
    }
  });
});

describe('a store that is down', () => {
  test('is said to be down while the member stays up, and is opened when it is back', async () => {
    let isAway = true;
    let time = 0;
    const store = memoryStore();
    await fillStore(store, inventedDeclaration(1));
    const source = keepOpening(
      async () => {
        if (isAway) {
          throw new AccordError('STORE_UNAVAILABLE', 'Expected the store to be reachable, it is not.');
        }
        return store;
      },
      { now: () => new Date(time), retryAfterMs: 1000 },
    );
    member = await start(source);
    const query = '{ declarations { edges { node { title } } } }';
    const down = await member.ask('asset-declarations', query);
    expect([down.status, down.json]).toEqual([
      503,
      {
        errors: [
          {
            message: 'Expected the store to be reachable, it is not.',
            extensions: { code: 'STORE_UNAVAILABLE', requestId: 'test-request-1' },
          },
        ],
      },
    ]);
    expect((await fetch(`${member.url}/ready`)).status).toBe(503);
    expect((await fetch(`${member.url}/health`)).status).toBe(200);
    isAway = false;
    time = 1000;
    const up = await member.ask('asset-declarations', query);
    expect(up.json).toEqual({ data: { declarations: { edges: [{ node: { title: 'Declaration 1' } }] } } });
    expect((await fetch(`${member.url}/ready`)).status).toBe(200);
  });

  test('in the middle of an answer costs the fields that needed it', async () => {
    const fault = () =>
      new AccordError('STORE_UNAVAILABLE', 'Expected the store to be reachable, it is not.', {
        cause: new Error('connection to db.internal refused'),
      });
    member = await start(failing(fault));
    const { status, json: answer } = await member.ask(
      'asset-declarations',
      '{ __typename declarations { edges { node { id } } } }',
    );
    expect([status, answer]).toEqual([
      200,
      {
        data: { __typename: 'Query', declarations: null },
        errors: [
          {
            message: 'Expected the store to be reachable, it is not.',
            path: ['declarations'],
            locations: [{ line: 1, column: 14 }],
            extensions: { code: 'STORE_UNAVAILABLE' },
          },
        ],
      },
    ]);
    expect(member.log.join('')).toContain('db.internal');
  });
});

describe('a fault of ours', () => {
  test('is masked for the client and logged under the request id that both see', async () => {
    member = await start(failing(() => new Error('secret of row 7')));
    const answer = await member.ask('asset-declarations', '{ declaration(id: "harbour-watch:d-1") { id } }');
    expect(answer.json).toEqual({
      data: { declaration: null },
      errors: [
        {
          message: 'Something went wrong on our side; the log has it as "test-request-1".',
          path: ['declaration'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'INTERNAL', requestId: 'test-request-1' },
        },
      ],
    });
    expect(answer.headers.get('x-request-id')).toBe('test-request-1');
    const logged = member.log.find((line) => line.includes('secret of row 7'));
    expect(logged).toContain('test-request-1');
  });
});

describe('a request id', () => {
  test.each([
    ['taken from the caller', 'abc-DEF_123', 'abc-DEF_123'],
    ['our own when it is too short', 'abc', 'test-request-1'],
    ['our own when it could forge a log line', 'abc def ghi', 'test-request-1'],
  ])('is %s', async (_, given, expected) => {
    member = await start(memoryStore());
    const response = await fetch(`${member.url}/health`, { headers: { 'x-request-id': given } });
    expect(response.headers.get('x-request-id')).toBe(expected);
  });
});

test('the log has the name and length of an operation, and no filter value', async () => {
  member = await start(memoryStore());
  await member.ask(
    'asset-declarations',
    'query WhoIsIt($f: DeclarationFilter) { declarations(filter: $f) { edges { node { id } } } a: declarations(filter: { text: "inlinename" }) { edges { cursor } } }',
    { f: { text: 'variablename' } },
  );
  const log = member.log.join('');
  expect(JSON.parse(member.log.at(-1) ?? '')).toMatchObject({
    requestId: 'test-request-1',
    domain: 'asset-declarations',
    operation: 'WhoIsIt',
    tookMs: 0,
    errors: 0,
  });
  expect(log).not.toMatch(/variablename|inlinename/);
});

describe('a request that is not as it must be', () => {
  const cases: [string, string, Record<string, string>, number, string, RegExp][] = [
    ['no JSON', '{', json, 400, 'BAD_INPUT', /^Expected a request body of JSON, it does not parse\.$/],
    ['another type', '{}', { 'content-type': 'text/plain' }, 400, 'BAD_INPUT', /application\/json/],
    [
      'too large',
      ' '.repeat(2001),
      json,
      413,
      'BODY_TOO_LARGE',
      /^Expected a request body of at most 2000 bytes/,
    ],
    ['an empty object', '{}', json, 400, 'BAD_REQUEST', /POST body missing/],
    ['a batch', '[{"query":"{__typename}"}]', json, 400, 'BAD_REQUEST', /batching/],
    ['no GraphQL', '{"query":"{"}', json, 400, 'GRAPHQL_PARSE_FAILED', /^Syntax Error/],
    [
      'an unknown field',
      '{"query":"{ x }"}',
      json,
      400,
      'GRAPHQL_VALIDATION_FAILED',
      /Cannot query field "x"/,
    ],
    [
      'a variable of another form',
      '{"query":"query($f:DeclarationFilter){declarations(filter:$f){totalCount{value}}}","variables":{"f":{"total":{"eq":"1e3"}}}}',
      json,
      400,
      'BAD_USER_INPUT',
      /Expected a decimal number as a string/,
    ],
    [
      'too deep, through a fragment',
      JSON.stringify({
        query:
          '{ declarations { edges { node { ...F } } } } fragment F on Declaration { declarant { workPlace { parent { id } } } }',
      }),
      json,
      400,
      'QUERY_TOO_COMPLEX',
      /^Expected an operation of at most 6 levels, got 7\.$/,
    ],
    [
      'too long',
      JSON.stringify({ query: `{ ${'__typename '.repeat(151)} }` }),
      json,
      400,
      'GRAPHQL_PARSE_FAILED',
      /more that 150 tokens/,
    ],
  ];
  test.each(cases)('%s', async (_, body, headers, status, code, message) => {
    member = await startTestMember({ store: memoryStore(), limits, domains: ['asset-declarations'] });
    const response = await member.post('asset-declarations', body, headers);
    const answer: unknown = await response.json();
    expect([response.status, answer]).toMatchObject([
      status,
      { errors: [{ message: expect.stringMatching(message), extensions: { code } }] },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/stacktrace|node_modules/);
  });
});

describe('draining', () => {
  test('finishes what is under way and takes nothing new', async () => {
    const store = memoryStore();
    await fillStore(store, inventedDeclaration(1));
    const page = store.page.bind(store);
    let started: () => void = () => {};
    const underWay = new Promise<void>((resolve) => {
      started = resolve;
    });
    store.page = async (query) => {
      started();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return page(query);
    };
    member = await start(store);
    const asked = member.ask('asset-declarations', '{ declarations { edges { node { title } } } }');
    await underWay;
    const stopped = member.stop();
    await expect(fetch(`${member.url}/health`)).rejects.toThrow();
    expect((await asked).json).toEqual({
      data: { declarations: { edges: [{ node: { title: 'Declaration 1' } }] } },
    });
    await stopped;
  });

  test('cuts off a connection that never ends its request', async () => {
    member = await start(memoryStore());
    const socket = connect(Number(new URL(member.url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => {});
    socket.write('POST /asset-declarations/graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await member.stop();
    await closed;
  });
});
