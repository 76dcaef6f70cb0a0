import type { GraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse, print } from 'graphql';
import type { Apart } from '../../shared/domain/apart.js';
import { readAccessTable } from '../../shared/policy/access-table.js';
import { readMasks } from '../../shared/policy/mask-table.js';
import { readUseTable } from '../../shared/policy/use-table.js';
import { contractAt } from '../fanout/contract-version.js';
import { PartitionedDataSource, type PartitionedDomain } from '../fanout/partitioned-data-source.js';
import { createProviderAccess, type ProviderAccessOptions } from '../fanout/provider-access.js';
import type { DomainAccess } from '../fanout/question-access.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { type MergeStrategy, readApart, readMergeStrategies } from '../merge/merge-strategies.js';
import { withoutHubDirectives } from './compose.js';
import { scopeOf } from './scope-of.js';

/** What the fan-out reads of a contract. */
export interface ReadContract {
  readonly schema: GraphQLSchema;
  readonly schemaAt: (version: string | undefined) => GraphQLSchema;
  readonly strategies: ReadonlyMap<string, MergeStrategy>;
  readonly apart: ReadonlyMap<string, Apart>;
  /** What decides what callers may have of each provider, by the contract and by what members publish. */
  readonly access: (policyOf: ProviderAccessOptions['policyOf']) => DomainAccess;
}

/** Reads a contract's SDL. Throws BAD_CONTRACT naming a root field without a merge strategy. */
export function readContract(sdl: string): ReadContract {
  const document = parse(sdl);
  const schema = buildSubgraphSchema(withoutHubDirectives(document));
  const table = readAccessTable(document);
  const uses = readUseTable(document);
  const masks = readMasks(document);
  const older = new Map<string, GraphQLSchema>();
  return {
    strategies: readMergeStrategies(document),
    apart: readApart(document),
    schema,
    access: (policyOf) => ({ uses, providers: createProviderAccess({ schema, table, masks, policyOf }) }),
    schemaAt(version) {
      if (version === undefined) {
        return schema;
      }
      const known = older.get(version) ?? schemaOfVersion(document, version) ?? schema;
      older.set(version, known);
      return known;
    },
  };
}

/** The schema as it was in a version, or undefined where nothing was added since. */
function schemaOfVersion(document: DocumentNode, version: string): GraphQLSchema | undefined {
  const then = contractAt(document, version);
  return print(then) === print(document) ? undefined : buildSubgraphSchema(withoutHubDirectives(then));
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
      const errors = answer.errors.map(({ code, message, path, member, withheld }) => ({
        message,
        path: [...path],
        extensions: { code, ...(member !== undefined && { member }), ...withheld },
      }));
      return errors.length === 0 ? { data: answer.data } : { data: answer.data, errors };
    },
  };
}
