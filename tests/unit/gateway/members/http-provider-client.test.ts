import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createHttpProviderClient,
  type HttpProviderClient,
} from '../../../../gateway/members/http-provider-client.js';
import { type HttpListener, listenHttp } from '../../../fixtures/http-listener.js';

let listener: HttpListener;
let client: HttpProviderClient;
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;

beforeAll(async () => {
  listener = await listenHttp((request, response, body) => answer(request, response, body));
  client = createHttpProviderClient({ mayReach: () => true });
});
afterAll(async () => {
  await client.close();
  await listener.close();
});
const timers: NodeJS.Timeout[] = [];
afterEach(() => timers.splice(0).forEach(clearInterval));

function ask(options: { ms?: number; maxBytes?: number; url?: string } = {}) {
  return client.ask({
    url: options.url ?? `${listener.url}/graphql?v=1`,
    body: '{"query":"{ a }"}',
    headers: { 'x-request-id': 'request-1' },
    signal: AbortSignal.timeout(options.ms ?? 5000),
    maxBytes: options.maxBytes ?? 1000,
  });
}

function send(status: number, text: string, headers: Record<string, string> = {}): void {
  answer = (_request, response) => {
    response.writeHead(status, headers);
    response.end(text);
  };
}

describe('the HTTP provider client', () => {
  it('posts JSON to the URL and gives the parsed answer with its size', async () => {
    let seen: unknown;
    answer = (request, response, body) => {
      const { method, url, headers } = request;
      seen = { method, url, body, type: headers['content-type'], id: headers['x-request-id'] };
      response.end('{"data":{"a":"ä"}}');
    };
    expect(await ask()).toEqual({
      outcome: 'answered',
      httpStatus: 200,
      body: { data: { a: 'ä' } },
      bytes: 19,
    });
    expect(seen).toEqual({
      method: 'POST',
      url: '/graphql?v=1',
      body: '{"query":"{ a }"}',
      type: 'application/json',
      id: 'request-1',
    });
  });

  it('reads an answer that comes in pieces, cut within a character', async () => {
    answer = (_request, response) => {
      const bytes = Buffer.from('{"data":{"a":"日本"}}');
      response.write(bytes.subarray(0, 15));
      setTimeout(() => response.end(bytes.subarray(15)), 10);
    };
    expect(await ask()).toMatchObject({ body: { data: { a: '日本' } } });
  });

  it('keeps the connection for the next question', async () => {
    send(200, '{}');
    await ask();
    const before = listener.connections();
    await ask();
    await ask();
    expect(listener.connections()).toBe(before);
  });

  it('takes the answer of a GraphQL server that refused the question', async () => {
    send(400, '{"errors":[{"message":"no"}]}');
    expect(await ask()).toMatchObject({ outcome: 'answered', httpStatus: 400 });
  });

  it.each([
    ['a fault of the server', 500, '{"data":{}}', {}, 'status 500'],
    ['not found', 404, 'gone', {}, 'status 404'],
    ['a redirect', 302, '', { location: 'http://127.0.0.1:1/' }, 'status 302'],
    ['a body that is not JSON', 200, '<html>', {}, 'status 200 with a body that is not JSON'],
    ['no body', 200, '', {}, 'status 200 with a body that is not JSON'],
    ['too many bytes', 200, JSON.stringify('x'.repeat(2000)), {}, 'more than 1000 bytes'],
  ])('says INVALID of %s', async (_what, status, text, headers, detail) => {
    send(status, text, headers);
    expect(await ask()).toEqual({ outcome: 'failed', cause: 'INVALID', detail });
  });

  it('says TIMED_OUT of a provider that does not begin', async () => {
    answer = () => undefined;
    expect(await ask({ ms: 50 })).toMatchObject({ outcome: 'failed', cause: 'TIMED_OUT' });
  });

  it('says TIMED_OUT of a provider that begins and trickles', async () => {
    answer = (_request, response) => {
      response.write('{');
      timers.push(setInterval(() => response.write(' '), 10));
    };
    const start = performance.now();
    expect(await ask({ ms: 100 })).toMatchObject({ outcome: 'failed', cause: 'TIMED_OUT' });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('says TIMED_OUT at once where the request has already ended', async () => {
    send(200, '{}');
    const reply = await client.ask({
      url: listener.url,
      body: '{}',
      headers: {},
      signal: AbortSignal.abort(),
      maxBytes: 10,
    });
    expect(reply).toMatchObject({ outcome: 'failed', cause: 'TIMED_OUT' });
  });

  it('says UNREACHABLE where nobody listens', async () => {
    expect(await ask({ url: 'http://127.0.0.1:1/' })).toEqual({
      outcome: 'failed',
      cause: 'UNREACHABLE',
      detail: 'ECONNREFUSED',
    });
  });

  it('says UNREACHABLE of a connection that breaks within the answer', async () => {
    answer = (_request, response) => {
      response.write('{"data":');
      setTimeout(() => response.destroy(), 10);
    };
    expect(await ask()).toMatchObject({ outcome: 'failed', cause: 'UNREACHABLE' });
  });

  it('opens no connection to an address or a name that the rules forbid', async () => {
    const guarded = createHttpProviderClient({ mayReach: (address) => address === '192.0.2.1' });
    const before = listener.connections();
    for (const url of [listener.url, listener.url.replace('127.0.0.1', 'localhost')]) {
      const reply = await guarded.ask({
        url,
        body: '{}',
        headers: {},
        signal: AbortSignal.timeout(2000),
        maxBytes: 10,
      });
      expect(reply).toMatchObject({ outcome: 'failed', cause: 'UNREACHABLE' });
    }
    expect(listener.connections()).toBe(before);
    await guarded.close();
  });

  it('answers a hundred questions at once', async () => {
    answer = (_request, response, body) => response.end(body);
    const replies = await Promise.all(Array.from({ length: 100 }, () => ask()));
    expect(replies.every((reply) => reply.outcome === 'answered')).toBe(true);
  });
});
