import type { ErrorCode } from './error-codes.js';

/**
 * A fault of the other side: the caller, a member, a file or the surroundings. The message is one sentence that says
 * what was expected and what came. It may reach a client, so it never holds a URL, a record's content or a person.
 */
export class AccordError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AccordError';
    this.code = code;
  }
}
