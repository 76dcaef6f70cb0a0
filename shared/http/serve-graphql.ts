import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { invariant } from '../errors/invariant.js';
import type { HttpExchange } from './http-server.js';

export interface GraphqlExchange<C extends BaseContext> {
  readonly server: ApolloServer<C>;
  readonly exchange: HttpExchange;
  /** The request's body, already read and parsed. */
  readonly body: unknown;
  readonly context: () => Promise<C>;
  /** Is called when the answer is there and nothing of it was sent, whether or not the client still waits for it; what it throws is answered instead. */
  readonly beforeAnswer?: (() => void | Promise<void>) | undefined;
}

/** Lets an Apollo Server answer one POST. Answers whole, never in parts: `@defer` is not offered. */
export async function serveGraphql<C extends BaseContext>(options: GraphqlExchange<C>): Promise<void> {
  const { request, response } = options.exchange;
  const answer = await options.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'POST',
      headers: headersOf(request.headers),
      search: '',
      body: options.body,
    } satisfies HTTPGraphQLRequest,
    context: options.context,
  });
  invariant(answer.body.kind === 'complete', 'an answer comes in one piece');
  await options.beforeAnswer?.();
  if (response.destroyed) {
    return;
  }
  for (const [name, value] of answer.headers) {
    response.setHeader(name, value);
  }
  const text = answer.body.string;
  response.setHeader('content-length', Buffer.byteLength(text));
  response.writeHead(answer.status ?? 200);
  response.end(text);
}

function headersOf(headers: HttpExchange['request']['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      map.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
  }
  return map;
}
