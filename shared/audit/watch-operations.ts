import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { coordinatesOf } from './coordinates-of.js';
import { countRows } from './count-rows.js';
import type { AnswerSigns } from './decision-of.js';

/** What is kept of an operation that was answered, for the access log. */
export interface AnsweredOperation extends AnswerSigns {
  readonly coordinates: ReadonlySet<string>;
  readonly rows: number;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Sees the operations of a server as they are answered. */
export interface OperationWatch<C extends BaseContext> {
  readonly plugin: ApolloServerPlugin<C>;
  /** What was answered in a request's context; undefined where no operation was run. */
  find(context: C): AnsweredOperation | undefined;
}

/** `keyOf` gives an object that belongs to the request alone: the server makes a copy of the context itself. */
export function watchOperations<C extends BaseContext>(keyOf: (context: C) => object): OperationWatch<C> {
  const answered = new WeakMap<object, AnsweredOperation>();
  const coordinates = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();
  return {
    find: (context) => answered.get(keyOf(context)),
    plugin: {
      async requestDidStart() {
        return {
          async willSendResponse({ schema, operation, document, response, contextValue }) {
            if (operation === undefined || response.body.kind !== 'single') {
              return;
            }
            const fragments = fragmentsOf(document);
            const asked = coordinates.get(operation) ?? coordinatesOf(schema, operation, fragments);
            coordinates.set(operation, asked);
            const { data, errors = [] } = response.body.singleResult;
            const { selectionSet } = operation;
            answered.set(keyOf(contextValue), {
              coordinates: asked,
              rows: countRows(data, { selectionSet, fragments, isPaged: (...at) => isPaged(schema, ...at) }),
              errors,
              codes: new Set(errors.map(({ extensions }) => extensions?.['code'])),
              hasValue: Object.values(data ?? {}).some((value) => value !== null),
            });
          },
        };
      },
    },
  };
}

function fragmentsOf(document: DocumentNode | undefined): readonly FragmentDefinitionNode[] {
  return (document?.definitions ?? []).flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [definition] : [],
  );
}

function isPaged(schema: GraphQLSchema, type: string, field: string): boolean {
  const on = schema.getType(type);
  const given = isObjectType(on) ? on.getFields()[field]?.type : undefined;
  return given !== undefined && getNamedType(given).name.endsWith('Connection');
}
