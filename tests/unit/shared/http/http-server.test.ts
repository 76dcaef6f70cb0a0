import { afterEach, describe, expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { answerJson } from '../../../../shared/http/answers.js';
import { createHttpServer, type HttpExchange, type HttpServer } from '../../../../shared/http/http-server.js';
import { readJsonBody } from '../../../../shared/http/read-body.js';
import { createLogger } from '../../../../shared/log/logger.js';

const log: string[] = [];
let server: HttpServer;
let url: string;

async function start(handle: (exchange: HttpExchange) => Promise<void>): Promise<void> {
  log.length = 0;
  server = createHttpServer({
    handle,
    logger: createLogger({ name: 'test', level: 'info' }, { write: (line) => void log.push(line) }),
    createId: () => 'test-request',
  });
  url = await server.listen('127.0.0.1', 0);
}
afterEach(() => server.drain(100));

describe('what a handler throws is answered for it', () => {
  test('an error of ours as itself, under the status of its code', async () => {
    await start(async () => {
      throw new AccordError('NOT_READY', 'Expected the members to be known.');
    });
    const response = await fetch(url);
    expect([response.status, await response.json()]).toEqual([
      503,
      {
        errors: [
          {
            message: 'Expected the members to be known.',
            extensions: { code: 'NOT_READY', requestId: 'test-request' },
          },
        ],
      },
    ]);
    expect(log).toEqual([]);
  });

  test('anything else masked, and logged under the same id', async () => {
    await start(async () => {
      throw new Error('secret');
    });
    const response = await fetch(url);
    const text = await response.text();
    expect([response.status, response.headers.get('x-request-id')]).toEqual([500, 'test-request']);
    expect(text).toContain('Something went wrong on our side; the log has it as \\"test-request\\".');
    expect(text).not.toContain('secret');
    expect(log.join('')).toMatch(/"requestId":"test-request".*secret/);
  });
});

describe('a body of JSON', () => {
  const post = (
    body: string | Uint8Array<ArrayBuffer> | ReadableStream,
    type = 'application/json; charset=utf-8',
  ) => fetch(url, { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' } as const);
  const echo = async ({ request, response }: HttpExchange) => {
    answerJson(response, 200, await readJsonBody(request, 10));
  };

  test('is read up to the last byte allowed', async () => {
    await start(echo);
    expect(await (await post('"12345678"')).json()).toBe('12345678');
  });

  test.each([
    [
      'one byte more',
      '"123456789"',
      413,
      'BODY_TOO_LARGE',
      'Expected a request body of at most 10 bytes, got more.',
    ],
    [
      'a megabyte',
      `"${'x'.repeat(1_000_000)}"`,
      413,
      'BODY_TOO_LARGE',
      'Expected a request body of at most 10 bytes, got more.',
    ],
    ['no JSON', '{', 400, 'BAD_INPUT', 'Expected a request body of JSON, it does not parse.'],
    ['nothing', '', 400, 'BAD_INPUT', 'Expected a request body of JSON, it does not parse.'],
    [
      'no UTF-8',
      new Uint8Array([0x22, 0xff, 0x22]),
      400,
      'BAD_INPUT',
      'Expected a request body in UTF-8, it has other bytes.',
    ],
  ])('that is %s is refused', async (_, body, status, code, message) => {
    await start(echo);
    const response = await post(body);
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { errors: [{ message, extensions: { code } }] },
    ]);
  });

  test('that does not say how long it is, is refused once it is too long', async () => {
    await start(echo);
    const chunks = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 5; i++) {
          controller.enqueue(new TextEncoder().encode('1234567890'));
        }
        controller.close();
      },
    });
    expect((await post(chunks)).status).toBe(413);
  });

  test('of another type is refused', async () => {
    await start(echo);
    const response = await post('1', 'application/jsonp');
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ message: 'Expected a request body of type "application/json".' }] },
    ]);
  });
});

test('a port in use is said in one line', async () => {
  await start(async ({ response }) => answerJson(response, 200, 1));
  const port = Number(new URL(url).port);
  const second = createHttpServer({
    handle: async () => {},
    logger: createLogger({ name: 'test', level: 'silent' }),
    createId: () => 'id',
  });
  await expect(second.listen('127.0.0.1', port)).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message: `Expected port ${port} to be free to listen on, it is in use.`,
  });
  await second.drain(100);
});

test('connections are kept alive', async () => {
  await start(async ({ response }) => answerJson(response, 200, 1));
  const response = await fetch(url);
  expect(response.headers.get('connection')).toBe('keep-alive');
  await response.text();
});
