import {
  buildASTSchema,
  defaultFieldResolver,
  executeSync,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  print,
} from 'graphql';
import { GraphAccess, type PolicyTables } from '../../../../gateway/policy/graph-access.js';
import { PermittedOperations } from '../../../../gateway/policy/permit-operation.js';
import { createPermittedExecutor, type Executor } from '../../../../gateway/policy/permitted-executor.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';
import type { PolicyAsk } from '../../../fixtures/policy-asks.js';
import { policyRecords } from '../../../fixtures/policy-records.js';

export interface PermittedAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

/** What an executor was given to plan and fetch. */
export interface Executed {
  readonly text: string;
  readonly source: string | undefined;
  readonly queryHash: string;
}

/** The two subgraphs of the policy records as one schema. */
export const policySchema: GraphQLSchema = buildASTSchema(
  parse(
    `directive @key(fields: String!) repeatable on OBJECT ${policyRecords['records']?.sdl}
     ${policyRecords['names']?.sdl.replaceAll('type ', 'extend type ')}`,
  ),
  { assumeValidSDL: true },
);

/** The policy of a schema, with graphql-js in place of the gateway. */
export function permittedSchema(
  tables: PolicyTables,
  schema: GraphQLSchema = policySchema,
  fetched: (answer: PermittedAnswer) => PermittedAnswer = (answer) => answer,
) {
  const executed: Executed[] = [];
  const access = new GraphAccess(schema, tables);
  const executor: Executor = async ({ document, operation, operationName, request, queryHash, source }) => {
    const text = print(document).replaceAll(/\s+/g, ' ');
    executed.push({ text, source, queryHash });
    const found = executeSync({
      schema,
      document,
      fieldResolver,
      rootValue: {},
      variableValues: request.variables ?? {},
      operationName: operationName ?? operation.name?.value ?? null,
    });
    return JSON.parse(JSON.stringify(fetched({ data: found.data, ...errorsOf(found) })));
  };
  const operations = new PermittedOperations(schema, tables.uses);
  const permitted = createPermittedExecutor({ executor, schema, access, operations });
  return {
    access,
    takeExecuted: (): readonly Executed[] => executed.splice(0),
    async ask(query: string, asking: PolicyAsk = {}): Promise<PermittedAnswer> {
      const { caller = anonymousCaller, variables, access: mode = 'FILTER', operationName } = asking;
      const document = parse(query);
      const operation = document.definitions.find(
        (one) =>
          one.kind === 'OperationDefinition' &&
          (operationName === undefined || one.name?.value === operationName),
      );
      const request = {
        ...{ document, operation, source: query, queryHash: `hash of ${query}` },
        operationName: operationName ?? null,
        request: { query, variables },
        context: { caller, access: mode },
      };
      const answer = await Reflect.apply(permitted, undefined, [request]);
      return JSON.parse(JSON.stringify(answer));
    },
  };
}

/** As the subgraphs of the policy records resolve, where they do. */
const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const type = info.parentType.name;
  const own = Object.values(policyRecords)
    .map(({ resolvers }) => Object.entries(resolvers ?? {}).find(([name]) => name === type)?.[1])
    .map((ofType) => Object.entries(ofType ?? {}).find(([name]) => name === info.fieldName)?.[1])
    .find((resolver) => typeof resolver === 'function');
  return own === undefined
    ? defaultFieldResolver(source, args, context, info)
    : Reflect.apply(own, undefined, [source, args]);
};

/** Errors as they stand in an answer. */
function errorsOf({ errors }: ReturnType<typeof executeSync>): Pick<PermittedAnswer, 'errors'> {
  return errors === undefined ? {} : { errors: JSON.parse(JSON.stringify(errors)) };
}
