import { type DocumentNode, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { PlaceRule, RandomGraph } from './random-graph.js';

/** Who asks, as far as the rules of a random graph look at it. */
export interface AskingCaller {
  readonly isKnown: boolean;
  readonly isMember: boolean;
  readonly scopes: readonly string[];
}

/**
 * What a caller may read, by definition and without any of the code under test: a field whose own rules, whose parent
 * type's and whose named type's all hold.
 */
export function mayRead(graph: RandomGraph, place: string, caller: AskingCaller): boolean {
  const [type = '', name = ''] = place.split('.');
  const fields = graph.types.get(type)?.fields;
  const field = [...graph.root, ...(fields?.a ?? []), ...(fields?.b ?? [])].find(
    (candidate) => candidate.name === name,
  );
  return [place, type, field?.type ?? '']
    .flatMap((at) => graph.rules.get(at) ?? [])
    .every((rule) => holds(rule, caller));
}

function holds({ authenticated, scopes, policies }: PlaceRule, caller: AskingCaller): boolean {
  const hasScopes = scopes?.some((all) =>
    all.every((scope) => caller.isKnown && caller.scopes.includes(scope)),
  );
  const isLetIn = policies?.some((all) => all.every((policy) => policy === 'member' && caller.isMember));
  return (!authenticated || caller.isKnown) && (hasScopes ?? true) && (isLetIn ?? true);
}

/** Thrown by the guard of the masked execution at a place that is not for the caller. */
export function unauthorized(): GraphQLError {
  return new GraphQLError('Unauthorized field or type', {
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
  });
}

/** The operation executed as the owner would, each place that is not for the caller an error. */
export async function maskedAnswer(
  schema: GraphQLSchema,
  of: {
    readonly document: DocumentNode;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly caller: AskingCaller;
  },
): Promise<ExecutionResult> {
  return await execute({
    schema,
    document: of.document,
    variableValues: of.variables,
    contextValue: of.caller,
  });
}
