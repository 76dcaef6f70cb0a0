import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { AccordError } from '../errors/accord-error.js';
import { withoutSuggestion } from '../errors/without-suggestion.js';
import { internalError } from '../http/internal-error.js';
import type { Logger } from '../log/logger.js';
import type { MemberContext } from './member-context.js';
import { WithheldError } from './withheld-error.js';

/** Codes of faults in the request itself, whose messages are about nothing but what the caller sent. */
const requestFaults: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** What may leave of an error: our own errors and the caller's, with their code and place; of the rest, that it was. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const fault = accordErrorIn(error);
  if (fault !== undefined) {
    return { message: fault.message, ...place, extensions: { code: fault.code, ...reasonOf(fault) } };
  }
  const code = formatted.extensions?.['code'];
  if (requestFaults.has(code)) {
    return { message: withoutSuggestion(formatted.message), ...place, extensions: { code } };
  }
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL' } };
}

/** Why a value is withheld, where its owner says so. */
function reasonOf(fault: AccordError): Readonly<Record<string, string>> {
  if (!(fault instanceof WithheldError)) {
    return {};
  }
  const { reason, requestAccessUrl } = fault.withheld;
  return { reason, ...(requestAccessUrl !== undefined && { requestAccessUrl }) };
}

/** Logs what was masked, and what lies behind errors of ours, and gives masked errors the id to find it by. */
export function createFaultLog(logger: Logger): ApolloServerPlugin<MemberContext> {
  return {
    async requestDidStart({ contextValue: { requestId } }) {
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors) {
            logFault(error, requestId, logger);
          }
        },
        async willSendResponse({ response }) {
          const result = response.body.kind === 'single' ? response.body.singleResult : undefined;
          if (result?.errors !== undefined) {
            result.errors = result.errors.map((error) => withRequestId(error, requestId));
          }
        },
      };
    },
  };
}

function logFault(error: GraphQLError, requestId: string, logger: Logger): void {
  const fault = accordErrorIn(error);
  if (fault?.cause !== undefined) {
    logger.warn({ requestId, code: fault.code, err: fault.cause }, fault.message);
  } else if (fault === undefined && !requestFaults.has(error.extensions['code'])) {
    logger.error({ requestId, err: error.originalError ?? error }, 'a field failed');
  }
}

function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  if (error.extensions?.['code'] !== 'INTERNAL') {
    return error;
  }
  return { ...error, message: internalError(requestId).message, extensions: { code: 'INTERNAL', requestId } };
}

/** Looked for by property, since two copies of graphql in one process make errors of two classes. */
function accordErrorIn(error: unknown): AccordError | undefined {
  if (error instanceof AccordError) {
    return error;
  }
  return error instanceof Error && 'originalError' in error ? accordErrorIn(error.originalError) : undefined;
}
