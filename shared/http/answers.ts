import type { ServerResponse } from 'node:http';
import type { AccordError } from '../errors/accord-error.js';
import { errorCodes } from '../errors/error-codes.js';

/** Answers with JSON. Does nothing when the client is gone or an answer has begun. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  answerText(response, {
    status,
    type: 'application/json; charset=utf-8',
    text: `${JSON.stringify(body)}\n`,
  });
}

export interface TextAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Answers with a text. Does nothing when the client is gone or an answer has begun. */
export function answerText(response: ServerResponse, answer: TextAnswer): void {
  if (response.headersSent || response.destroyed) {
    return;
  }
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': Buffer.byteLength(answer.text),
  });
  response.end(answer.text);
}

/** Answers with one error in the form GraphQL clients read, under the HTTP status of its code. */
export function answerError(response: ServerResponse, error: AccordError, requestId: string): void {
  answerJson(response, errorCodes[error.code].status, {
    errors: [{ message: error.message, extensions: { code: error.code, requestId } }],
  });
}

/** Answers 404: there is no such path. */
export function answerNotFound(response: ServerResponse): void {
  answerText(response, { status: 404, type: 'text/plain; charset=utf-8', text: 'Not found.\n' });
}

/** Answers 405 with the methods the path has, for example `GET, HEAD`. */
export function answerMethodNotAllowed(response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow);
  answerText(response, {
    status: 405,
    type: 'text/plain; charset=utf-8',
    text: `Method not allowed: use ${allow}.\n`,
  });
}
