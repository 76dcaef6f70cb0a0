import type { HttpExchange } from '../../shared/http/http-server.js';

const allowedHeaders =
  'authorization, content-type, x-accord-ask, x-accord-completeness, x-accord-proof, x-api-key, x-purpose, x-request-id';

/** Lets pages of the listed origins read answers. Another origin gets no header, so its browser keeps the answer. */
export function setCorsHeaders({ request, response }: HttpExchange, origins: ReadonlySet<string>): void {
  response.setHeader('vary', 'origin');
  const { origin } = request.headers;
  if (origin !== undefined && origins.has(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', 'x-request-id');
  }
}

/** Answers a browser's question before a POST. */
export function answerPreflight({ request, response }: HttpExchange, origins: ReadonlySet<string>): void {
  const { origin } = request.headers;
  if (origin !== undefined && origins.has(origin)) {
    response.setHeader('access-control-allow-methods', 'POST');
    response.setHeader('access-control-allow-headers', allowedHeaders);
    response.setHeader('access-control-max-age', '600');
  }
  response.writeHead(204);
  response.end();
}
