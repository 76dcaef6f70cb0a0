import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../shared/errors/error-codes.js';

/** A fault as a subgraph gives it: it passes through the executor, which knows no errors of ours. */
export function faultOf(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
