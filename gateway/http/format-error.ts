import type { GraphQLFormattedError } from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';
import { errorCodes } from '../../shared/errors/error-codes.js';
import { withoutSuggestion } from '../../shared/errors/without-suggestion.js';
import { withheldReasons } from '../../shared/policy/member-policy.js';

const ourCodes: ReadonlySet<unknown> = new Set(Object.keys(errorCodes));

/** Codes under which Apollo Server speaks of the caller's own request. Their words name nothing of ours. */
const requestCodes: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What may leave of an error: an allow-list. Words under our codes and under those of GraphQL itself leave, with where
 * in the operation, the code and the member's id; anything else is INTERNAL without words. Suggestions ("Did you
 * mean") are cut, since they name parts of the schema that the caller did not.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = accordErrorIn(error);
  const code = cause?.code ?? formatted.extensions?.['code'];
  const message = cause?.message ?? formatted.message;
  if (ourCodes.has(code) || requestCodes.has(code)) {
    return {
      message: withoutSuggestion(message),
      ...place(formatted),
      extensions: extensionsOf(formatted, code),
    };
  }
  return {
    message: 'Something went wrong on our side.',
    ...place(formatted),
    extensions: { code: 'INTERNAL' },
  };
}

/** Whether nothing of the error's words leaves, so that they belong in the log. An executor may give plain errors. */
export function isMasked(
  error: Error & { readonly extensions?: Readonly<Record<string, unknown>> },
): boolean {
  const code = accordErrorIn(error)?.code ?? error.extensions?.['code'];
  return !ourCodes.has(code) && !requestCodes.has(code);
}

function place({ locations, path }: GraphQLFormattedError): Partial<GraphQLFormattedError> {
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
}

function extensionsOf(formatted: GraphQLFormattedError, code: unknown): Record<string, unknown> {
  const member = formatted.extensions?.['member'];
  return {
    code,
    ...(typeof member === 'string' ? { member } : {}),
    ...(code === 'WITHHELD' ? withheldExtensions(formatted) : {}),
  };
}

/** The reason and the owner's page, where they are of the form that they must have: a member gave them. */
function withheldExtensions({ extensions }: GraphQLFormattedError): Record<string, unknown> {
  const reason = withheldReasons.find((known) => known === extensions?.['reason']);
  const url = extensions?.['requestAccessUrl'];
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(typeof url === 'string' && isHttpsUrl(url) ? { requestAccessUrl: url } : {}),
  };
}

function isHttpsUrl(text: string): boolean {
  return text.length <= 2000 && URL.canParse(text) && new URL(text).protocol === 'https:';
}

function accordErrorIn(error: unknown): AccordError | undefined {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (current instanceof AccordError) {
      return current;
    }
    current = current instanceof Error && 'originalError' in current ? current.originalError : undefined;
  }
  return undefined;
}
