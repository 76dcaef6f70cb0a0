import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';
import type { Logger } from '../log/logger.js';
import { answerError } from './answers.js';
import { internalError } from './internal-error.js';
import { requestIdOf } from './request-id.js';

/** One request and its answer. */
export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** The path without the query string. */
  readonly path: string;
}

export interface HttpServerOptions {
  /** Answers a request. What it throws is answered for it: an AccordError as itself, anything else masked. */
  readonly handle: (exchange: HttpExchange) => Promise<void>;
  readonly logger: Logger;
  readonly createId: () => string;
}

export interface HttpServer {
  /** Starts listening; port 0 takes a free one. Gives the base URL. Throws BAD_CONFIG when the port is not to be had. */
  listen(host: string, port: number): Promise<string>;
  /** Takes no more requests, lets those under way finish, and cuts off what is left after `graceMs`. */
  drain(graceMs: number): Promise<void>;
}

/** A plain node server with keep-alive, request ids, masked faults and a graceful end. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  let draining = false;
  const server = createServer((request, response) => {
    const requestId = requestIdOf(request.headers['x-request-id'], options.createId);
    response.setHeader('x-request-id', requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    if (draining) {
      response.setHeader('connection', 'close');
      answerError(response, shuttingDown(), requestId);
      return;
    }
    const exchange = { request, response, requestId, path: pathOf(request) };
    options.handle(exchange).catch((error: unknown) => answerFault(exchange, error, options.logger));
  });
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  return {
    listen: (host, port) => listen(server, host, port),
    async drain(graceMs) {
      draining = true;
      await close(server, graceMs);
    },
  };
}

function pathOf(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function answerFault(exchange: HttpExchange, error: unknown, logger: Logger): void {
  const { response, requestId } = exchange;
  if (error instanceof AccordError) {
    answerError(response, error, requestId);
    return;
  }
  logger.error({ requestId, err: error }, 'a request failed');
  answerError(response, internalError(requestId), requestId);
  if (!response.writableEnded) {
    response.destroy();
  }
}

function shuttingDown(): AccordError {
  return new AccordError('SHUTTING_DOWN', 'Expected a running process, this one is stopping.');
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const onError = (cause: NodeJS.ErrnoException): void => {
      const why = cause.code === 'EADDRINUSE' ? 'it is in use' : `the system says ${cause.code ?? 'no'}`;
      reject(
        new AccordError('BAD_CONFIG', `Expected port ${port} to be free to listen on, ${why}.`, { cause }),
      );
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(baseUrl(host, server.address()));
    });
  });
}

function baseUrl(host: string, address: AddressInfo | string | null): string {
  invariant(address !== null && typeof address === 'object', 'a listening TCP server has an address');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

function close(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
