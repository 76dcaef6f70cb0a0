import type { GraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { PartitionedDataSource, type PartitionedDomain } from '../fanout/partitioned-data-source.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { type MergeStrategy, readMergeStrategies } from '../merge/merge-strategies.js';
import { withoutMergeDirective } from './compose.js';
import { scopeOf } from './scope-of.js';

/** What the fan-out reads of a contract. */
export interface ReadContract {
  readonly schema: GraphQLSchema;
  readonly strategies: ReadonlyMap<string, MergeStrategy>;
}

/** Reads a contract's SDL. Throws BAD_CONTRACT naming a root field without a merge strategy. */
export function readContract(sdl: string): ReadContract {
  const document = parse(sdl);
  return {
    strategies: readMergeStrategies(document),
    schema: buildSubgraphSchema(withoutMergeDirective(document)),
  };
}

/** A domain with any number of providers, at Apollo's seam. */
export function createPartitionedSource(domain: PartitionedDomain): GraphQLDataSource<RequestScope> {
  const source = new PartitionedDataSource(domain);
  return {
    async process(asked) {
      const scope = scopeOf(asked);
      const { query, variables } = asked.request;
      const document = 'document' in asked ? asked.document : undefined;
      const answer = await source.process({ text: query ?? '', document, variables: variables ?? {} }, scope);
      const errors = answer.errors.map(({ code, message, path, member }) => ({
        message,
        path: [...path],
        extensions: member === undefined ? { code } : { code, member },
      }));
      return errors.length === 0 ? { data: answer.data } : { data: answer.data, errors };
    },
  };
}
