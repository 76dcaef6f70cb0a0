import type { ApolloGateway } from '@apollo/gateway';
import { executeSync, GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { errorCodes } from '../../shared/errors/error-codes.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { type CallerView, type GraphAccess, isUnrestricted } from './graph-access.js';
import type { CutOperation, PermittedOperations } from './permit-operation.js';
import { type ShapeSource, shapeDenied, unauthorizedCode, unauthorizedMessage } from './shape-denied.js';

export type Executor = ApolloGateway['executor'];
type Answer = Awaited<ReturnType<Executor>>;

/** What the policy needs to know of a request. */
type PolicyScope = Pick<RequestScope, 'caller' | 'proofs' | 'access'>;

export interface PermittedExecutorParts {
  /** Plans and fetches. */
  readonly executor: Executor;
  readonly schema: GraphQLSchema;
  readonly access: GraphAccess;
  readonly operations: PermittedOperations;
}

/** The key of an answer's extensions for the number of denied positions beyond those with an error. */
export const errorsOmittedKey = 'deniedBeyondErrors';

/**
 * Lets a caller's operation be planned and fetched only as far as the caller may read, and shapes the answer as the
 * whole operation asks for it. An operation that is allowed whole passes as it is.
 */
export function createPermittedExecutor(parts: PermittedExecutorParts): Executor {
  const { executor, schema, access, operations } = parts;
  return async (request) => {
    const { access: mode, ...asker } = policyScopeOf(request.context);
    const view = access.viewFor(asker);
    if (isUnrestricted(view)) {
      return executor(request);
    }
    const { operation } = request;
    // By the schema that the caller is told of: a name that they are not told of is none, in variables too.
    const { coerced, errors } = getVariableValues(
      view.visible ?? schema,
      operation.variableDefinitions ?? [],
      request.request.variables ?? {},
    );
    if (errors !== undefined) {
      return { errors };
    }
    const cut = operations.permit(request, view, coerced);
    if (cut === 'WHOLE') {
      return executor(request);
    }
    if (mode === 'REJECT' && cut.isDenied) {
      return rejected();
    }
    const told = introspect(cut, view, coerced);
    const answer = cut.isEmpty ? { data: {} } : await executor(permittedRequest(request, cut));
    const { hiddenTypes } = view;
    return shaped(answer, told, { schema, ...cut, variables: coerced, hiddenTypes });
  };
}

/** What the schema is, as far as these callers are told of it. */
function introspect(
  { introspection, operation }: CutOperation,
  { visible }: CallerView,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (introspection === undefined || visible === undefined) {
    return {};
  }
  const { data } = executeSync({
    schema: visible,
    document: introspection,
    variableValues: variables,
    operationName: operation.name?.value ?? null,
  });
  return data ?? {};
}

function permittedRequest(request: Parameters<Executor>[0], cut: CutOperation): Parameters<Executor>[0] {
  const { document, operation, queryHash, text } = cut;
  return { ...request, document, operation, queryHash, source: text };
}

function shaped(
  answer: Answer,
  told: Readonly<Record<string, unknown>>,
  source: Omit<ShapeSource, 'data'>,
): Answer {
  if (answer.data === undefined || answer.data === null) {
    return answer;
  }
  const { data, errors, errorsOmitted } = shapeDenied({ ...source, data: { ...answer.data, ...told } });
  const all = [...(answer.errors ?? []), ...errors];
  return {
    data,
    ...(all.length === 0 ? {} : { errors: all }),
    extensions: {
      ...answer.extensions,
      ...(errorsOmitted === 0 ? {} : { [errorsOmittedKey]: errorsOmitted }),
    },
  };
}

/** Apollo's context is the request's scope, as the HTTP layer made it. */
function policyScopeOf({ caller, proofs, access }: Parameters<Executor>[0]['context']): PolicyScope {
  return { caller, proofs, access };
}

/** Says neither what nor how much is denied. */
function rejected(): Answer {
  const http = { status: errorCodes[unauthorizedCode].status };
  return {
    errors: [new GraphQLError(unauthorizedMessage, { extensions: { code: unauthorizedCode, http } })],
  };
}
