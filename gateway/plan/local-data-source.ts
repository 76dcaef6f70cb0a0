import type { GraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';

const maxDocuments = 500;

/**
 * A subgraph of this process. The operations are the planner's and few, so each is parsed once; the planner made them
 * out of the validated operation, so they are not validated again.
 */
export function createLocalDataSource(schema: GraphQLSchema): GraphQLDataSource {
  const documents = new Map<string, DocumentNode>();
  return {
    async process({ request, context }) {
      const { data, errors } = await execute({
        schema,
        document: documentOf(documents, request.query ?? ''),
        variableValues: request.variables ?? {},
        operationName: request.operationName ?? null,
        contextValue: context,
      });
      return errors === undefined
        ? { data: data ?? null }
        : { data: data ?? null, errors: errors.map((error) => error.toJSON()) };
    },
  };
}

function documentOf(documents: Map<string, DocumentNode>, query: string): DocumentNode {
  const known = documents.get(query);
  if (known !== undefined) {
    return known;
  }
  if (documents.size >= maxDocuments) {
    documents.clear();
  }
  const document = parse(query, { noLocation: true });
  documents.set(query, document);
  return document;
}
