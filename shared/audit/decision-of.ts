import type { ErrorCode } from '../errors/error-codes.js';
import type { AccessDecision } from './access-entry.js';

/** What an answer says of access. */
export interface AnswerSigns {
  /** The codes of its errors. */
  readonly codes: ReadonlySet<unknown>;
  /** Whether anything of what was asked for is in it. */
  readonly hasValue: boolean;
}

const denials: readonly ErrorCode[] = ['UNAUTHORIZED_FIELD_OR_TYPE', 'WITHHELD', 'UNAUTHENTICATED'];

export function decisionOf({ codes, hasValue }: AnswerSigns): AccessDecision {
  if (denials.some((code) => codes.has(code))) {
    return hasValue ? 'PARTLY' : 'DENIED';
  }
  return codes.size > 0 && !hasValue ? 'FAILED' : 'ALLOWED';
}
