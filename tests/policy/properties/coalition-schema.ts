import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, type GraphQLSchema, parse, printSchema } from 'graphql';

/** The schema of a contract without a resolver: what executes on it brings its own. */
export function plainSchema(sdl: string): GraphQLSchema {
  return buildSchema(printSchema(buildSubgraphSchema(parse(sdl))));
}
