import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { RequestScope } from '../fanout/request-scope.js';

/** Refuses, before planning, a document of which no operation can be run; the planner would fail over it. */
export function createOperationPlugin(): ApolloServerPlugin<RequestScope> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, operation }) {
          const fault = faultOf(schema, operation);
          if (fault !== null) {
            throw new GraphQLError(fault, {
              extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
            });
          }
        },
      };
    },
  };
}

function faultOf(schema: GraphQLSchema, operation: OperationDefinitionNode | undefined): string | null {
  if (operation === undefined) {
    return 'Expected one operation, or "operationName" to name one of the document.';
  }
  if (operation.operation === 'subscription' || !schema.getRootType(operation.operation)) {
    return `Expected an operation that the graph has, got a ${operation.operation}.`;
  }
  return null;
}
