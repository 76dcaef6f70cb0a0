import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../../shared/errors/error-codes.js';
import { internalError } from '../../shared/http/internal-error.js';
import { isOperator } from '../../shared/identity/is-operator.js';
import type { Logger } from '../../shared/log/logger.js';
import { isMissing } from '../fanout/answer-provenance.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { unauthorizedWords } from '../members/graphql-answer.js';
import { errorsOmittedKey } from '../policy/permitted-executor.js';
import { isMasked } from './format-error.js';

const maxErrors = 100;

type Shaped = FormattedExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** The executor's list of values that broke the schema, which it otherwise only sends along as an extension. */
const brokenValuesKey = 'valueCompletion';

/**
 * What an answer holds beyond `data`: errors, each provider that failed once, and which members were asked. A caller
 * that wants all or nothing gets no data where a part is missing, or where a part may not be read.
 */
export function shapeAnswer(raw: Shaped, scope: RequestScope, listsMembers: boolean): Shaped {
  const found = errorsOf(raw, scope);
  const isDenied = scope.provenance.isDenied || found.some(isUnauthorized);
  const rejected = scope.access === 'REJECT' && isDenied;
  const lacking = scope.completeness === 'ALL' && raw.data !== undefined && lacksParts(scope, found);
  const withheld = rejected || lacking;
  const errors = rejected ? [unauthorized] : lacking ? [incomplete, ...found] : found;
  const omitted = Math.max(0, errors.length - maxErrors) + deniedBeyondErrors(raw);
  // How long a member took says something about what it holds: for those who run the hub.
  const tellsTime = isOperator(scope.caller);
  const members = scope.provenance.outcomes.map(({ member, domain, state, rows, tookMs }) => ({
    member,
    domain,
    state,
    rows: withheld ? 0 : rows,
    ...(tellsTime && { tookMs: Math.round(tookMs) }),
  }));
  const extensions = {
    ...(listsMembers && raw.data !== undefined ? { members } : {}),
    ...(omitted > 0 ? { errorsOmitted: omitted } : {}),
  };
  return {
    ...(raw.data === undefined ? {} : { data: withheld ? null : raw.data }),
    ...(errors.length > 0 ? { errors: errors.slice(0, maxErrors) } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
  };
}

function errorsOf(raw: Shaped, scope: RequestScope): readonly GraphQLFormattedError[] {
  const missing = scope.provenance.missing.map(({ code, message, member }) => ({
    message,
    extensions: { code, member },
  }));
  return [
    ...missing,
    ...(raw.errors ?? []).map((error) => withRequestId(error, scope.requestId)),
    ...(missing.length === 0 ? brokenValues(raw) : []),
  ];
}

function deniedBeyondErrors(raw: Shaped): number {
  const count = raw.extensions?.[errorsOmittedKey];
  return typeof count === 'number' ? count : 0;
}

/** A member can be stricter than the graph: that is found out when it is asked. */
function isUnauthorized({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === ('UNAUTHORIZED_FIELD_OR_TYPE' satisfies ErrorCode);
}

const unauthorized: GraphQLFormattedError = {
  message: unauthorizedWords,
  extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' satisfies ErrorCode },
};

const incomplete: GraphQLFormattedError = {
  message: 'Expected an answer of all members that have a part in it, a part is missing.',
  extensions: { code: 'INCOMPLETE' satisfies ErrorCode },
};

/** Codes of a part that is not there although the caller might have it, as against one that is withheld. */
const lackingCodes: readonly ErrorCode[] = ['MEMBER_UNAVAILABLE', 'MEMBER_ERROR', 'INCOMPLETE', 'INTERNAL'];

function lacksParts(scope: RequestScope, errors: readonly GraphQLFormattedError[]): boolean {
  return (
    scope.provenance.outcomes.some(({ state }) => isMissing(state)) ||
    errors.some(({ extensions }) => lackingCodes.some((code) => code === extensions?.['code']))
  );
}

/**
 * Values that are not of the schema's form became null; the caller must be able to tell that from "nothing there".
 * The paths are those of the caller's own operation.
 */
function brokenValues(raw: Shaped): GraphQLFormattedError[] {
  const broken = raw.extensions?.[brokenValuesKey];
  if (!Array.isArray(broken) || broken.length === 0) {
    return [];
  }
  return [
    {
      message: `Expected values of the schema's form, members gave ${broken.length} of another; they are null.`,
      extensions: { code: 'MEMBER_ERROR' },
    },
  ];
}

function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return error.extensions?.['code'] === 'INTERNAL'
    ? {
        ...error,
        message: internalError(requestId).message,
        extensions: { code: 'INTERNAL', requestId },
      }
    : error;
}

/** Shapes each answer and logs what was masked in it. A coalition's answers list the members that were asked. */
export function createAnswerPlugin(logger: Logger, listsMembers = true): ApolloServerPlugin<RequestScope> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            if (isMasked(error)) {
              logger.error({ requestId: contextValue.requestId, err: error }, 'a part of a request failed');
            }
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind === 'single') {
            response.body.singleResult = shapeAnswer(response.body.singleResult, contextValue, listsMembers);
          }
        },
      };
    },
  };
}
