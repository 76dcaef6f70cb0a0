import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerBytes,
  expectNothingLeaks,
  expectWithoutBeta,
  memberMs,
  secret,
  startFaultyCoalition,
  wanted,
  type wordsOf,
} from '../fixtures/faulty-coalition.js';
import type { Fault } from '../fixtures/faulty-member.js';
import { type HttpListener, listenHttp } from '../fixtures/http-listener.js';

const query = `
  query ($filter: DeclarationFilter) {
    declarations(filter: $filter, first: 40) {
      edges { node { id member { id name } declarant { person { id name } } } }
      pageInfo { hasNextPage complete }
      totalCount { value relation }
    }
  }
`;
const filter = { not: { text: wanted } };

let coalition: Awaited<ReturnType<typeof startFaultyCoalition>>;
/** Where a redirect would lead; nobody may come. */
let elsewhere: HttpListener;

beforeAll(async () => {
  coalition = await startFaultyCoalition();
  elsewhere = await listenHttp((_request, response) => response.end(JSON.stringify({ data: { secret } })));
});
afterAll(async () => {
  await coalition.stop();
  await elsewhere.close();
});
beforeEach(() => {
  coalition.beta.fault = undefined;
});

const answers =
  (text: string, status = 200, headers: Record<string, string> = {}): Fault =>
  ({ response }) => {
    response.writeHead(status, headers);
    response.end(text);
  };

/** Sends a chunk again and again until the hub has enough. */
const endless =
  (chunk: string): Fault =>
  ({ response }) => {
    const more = () => {
      while (!response.destroyed && response.write(chunk)) {
        // Until the socket is full.
      }
    };
    response.on('drain', more);
    more();
  };

const trickles: Fault = async ({ response, real }) => {
  const text = await real();
  let at = 0;
  const timer = setInterval(() => response.write(text.slice(at, ++at)), 20);
  response.on('close', () => clearInterval(timer));
};

const resetsMidway: Fault = async ({ response, socket, real }) => {
  const text = await real();
  response.setHeader('content-length', Buffer.byteLength(text));
  response.write(text.slice(0, text.length / 2), () => socket.resetAndDestroy());
};

const endsMidway: Fault = async ({ response, socket, real }) => {
  const text = await real();
  response.setHeader('content-length', Buffer.byteLength(text));
  response.write(text.slice(0, text.length / 2), () => socket.end());
};

const errorsOf = (errors: readonly unknown[]): Fault =>
  answers(JSON.stringify({ data: { answer: null }, errors }));
const leaking = {
  message: `${secret} at http://10.0.0.7:5432/db`,
  path: ['answer'],
  extensions: { code: 'OOPS', stacktrace: [`at ${secret} (/srv/app.js:1:1)`], serviceName: secret },
};

const bomb = gzipSync(Buffer.alloc(50_000_000));

const redirect =
  (status: number): Fault =>
  ({ response }) => {
    response.writeHead(status, { location: elsewhere.url });
    response.end();
  };

const faults: [string, Fault, keyof typeof wordsOf][] = [
  ['never answers', () => {}, 'TIMED_OUT'],
  ['sends its head and then nothing', ({ response }) => response.flushHeaders(), 'TIMED_OUT'],
  ['trickles', trickles, 'TIMED_OUT'],
  ['resets the connection', ({ socket }) => void socket.resetAndDestroy(), 'UNREACHABLE'],
  ['hangs up', ({ socket }) => void socket.end(), 'UNREACHABLE'],
  ['resets midway', resetsMidway, 'UNREACHABLE'],
  ['hangs up midway', endsMidway, 'UNREACHABLE'],
  ['speaks no HTTP', ({ socket }) => void socket.end(`SSH-2.0-${secret}\r\n`), 'UNREACHABLE'],
  ['says 500 with a secret', answers(`${secret} of db.internal:5432`, 500), 'INVALID'],
  ['says 500 with GraphQL', answers(JSON.stringify({ errors: [leaking] }), 500), 'INVALID'],
  ['says 401', answers(JSON.stringify({ errors: [leaking] }), 401), 'INVALID'],
  ['says 503', answers('', 503), 'INVALID'],
  ['says 204', answers('', 204), 'INVALID'],
  ['redirects with 301', redirect(301), 'INVALID'],
  ['redirects with 302', redirect(302), 'INVALID'],
  ['redirects with 307', redirect(307), 'INVALID'],
  ['redirects with 308', redirect(308), 'INVALID'],
  ['answers nothing', answers(''), 'INVALID'],
  ['answers no JSON', answers(`<html>${secret}</html>`), 'INVALID'],
  ['answers half of a JSON', answers('{"data":{"answer":{"edges":['), 'INVALID'],
  ['answers a JSON text', answers(JSON.stringify(secret)), 'INVALID'],
  ['answers null', answers('null'), 'INVALID'],
  ['answers a list', answers('[]'), 'INVALID'],
  ['answers an empty object', answers('{}'), 'INVALID'],
  ['answers data as a list', answers('{"data":[]}'), 'INVALID'],
  ['answers errors as an object', answers('{"data":null,"errors":{}}'), 'INVALID'],
  ['answers no errors beside no data', answers('{"data":null,"errors":[]}'), 'INVALID'],
  ['answers without an end', endless(' '.repeat(65_536)), 'INVALID'],
  ['answers more than the most bytes', answers(`"${'x'.repeat(answerBytes)}"`), 'INVALID'],
  [
    'answers a bomb of gzip',
    ({ response }) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    'INVALID',
  ],
  [
    'answers a deep nest',
    answers(`{"data":{"answer":${'['.repeat(500_000)}${']'.repeat(500_000)}}}`),
    'INVALID',
  ],
  [
    'answers a deep nest of objects',
    answers(`{"data":{"answer":${'{"edges":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`),
    'INVALID',
  ],
  [
    'answers a hundred thousand errors',
    errorsOf(Array.from({ length: 100_000 }, () => ({ message: 'x' }))),
    'INVALID',
  ],
  ['denies with null and no word', answers('{"data":{"answer":null}}'), 'DENIED'],
];

async function expectOthersOnly(state: keyof typeof wordsOf): Promise<void> {
  const { hub } = coalition;
  const startedAt = performance.now();
  const given = await hub.ask(query, { variables: { filter } });
  // A tenth over the deadline, with a margin of three for a busy machine; without a deadline it would be 10 s.
  expect(performance.now() - startedAt).toBeLessThan(3 * 1.1 * memberMs + 500);
  expectWithoutBeta(given, state, { alpha: 12, gamma: 12 });
  expect(given.data).toMatchObject({
    declarations: {
      pageInfo: { hasNextPage: false, complete: false },
      totalCount: { value: 24, relation: 'AT_LEAST' },
    },
  });
  expectNothingLeaks(given, hub.log);
}

describe('the hub gives the others’ rows in time, and says what is missing, when a member', () => {
  it.each(faults)('%s', async (_what, fault, state) => {
    coalition.beta.fault = fault;
    await expectOthersOnly(state);
    expect(elsewhere.connections()).toBe(0);
  });

  it('refuses connections', async () => {
    await coalition.beta.refuse();
    await expectOthersOnly('UNREACHABLE');
    await coalition.beta.accept();
  });

  it('answers again after each of them', async () => {
    const given = await coalition.hub.ask(query, { variables: { filter } });
    expect(given.errors).toBeUndefined();
    expect(given.data).toMatchObject({
      declarations: { pageInfo: { complete: true }, totalCount: { value: 36, relation: 'EXACT' } },
    });
  });
});

describe('of a member’s own errors', () => {
  it.each([
    ['an unknown code', [leaking]],
    ['no code', [{ message: secret }]],
    ['no form', [secret, null, 5, [secret]]],
    ['a code of our own faults', [{ ...leaking, extensions: { ...leaking.extensions, code: 'INTERNAL' } }]],
    ['a code that is a prototype’s', [{ ...leaking, extensions: { code: '__proto__' } }]],
  ])('one with %s says only that the member could not answer', async (_what, errors) => {
    const { hub, beta } = coalition;
    beta.fault = errorsOf(errors);
    const given = await hub.ask(query, { variables: { filter } });
    expect(given.errors).toEqual([
      {
        message: 'Member "beta" could not answer.',
        extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' },
      },
    ]);
    expectNothingLeaks(given, hub.log);
  });

  it.each([
    [`Expected a date; see http://10.0.0.7/${'x'.repeat(10)}.`],
    ['Expected a date, got "a" from db.internal:5432.'],
    ['Expected a date.\n    at read (/srv/member/read.js:10:5)'],
    ['Expected a date, as /srv/member/dates says.'],
    ['Expected a date, asked 10.0.0.7.'],
    [''],
  ])('words about the question that name an address become the code’s own: %j', async (message) => {
    const { hub, beta } = coalition;
    beta.fault = errorsOf([
      { ...leaking, message, extensions: { ...leaking.extensions, code: 'BAD_FILTER' } },
    ]);
    const given = await hub.ask(query, { variables: { filter } });
    expect(given.errors).toEqual([
      {
        message: 'Member "beta": A filter names an unknown field or a value of the wrong form.',
        path: ['declarations'],
        extensions: { code: 'BAD_FILTER', member: 'beta' },
      },
    ]);
    expect(given.extensions?.['members']).toContainEqual({
      member: 'beta',
      domain: 'asset-declarations',
      state: 'DENIED',
      rows: 0,
    });
    expectNothingLeaks(given, hub.log);
  });

  it('gives at most a hundred, and counts the rest', async () => {
    const { hub, beta } = coalition;
    beta.fault = async ({ response, body, real }) => {
      const asked: { variables: Record<string, unknown> } = JSON.parse(body);
      const answer: { data: { answer: { edges: unknown[] } } } = JSON.parse(await real());
      const rows = answer.data.answer.edges.length;
      const errors = Array.from({ length: 500 }, (_, i) => ({
        ...leaking,
        path: ['answer', 'edges', i % rows, 'node', 'declarant'],
      }));
      // The page may take a second question; its errors would be others.
      const first = asked.variables['accord__after'] === null;
      response.end(JSON.stringify(first ? { ...answer, errors } : answer));
    };
    const given = await hub.ask(query, { variables: { filter } });
    expect(given.errors).toHaveLength(100);
    expect(given.errors?.[0]).toMatchObject({
      message: 'Member "beta" reported an error.',
      extensions: { code: 'MEMBER_ERROR', member: 'beta' },
    });
    expect(given.extensions?.['errorsOmitted']).toBe(400);
    expectNothingLeaks(given, hub.log);
  });
});
