import type { GraphQLSchemaModule } from '@apollo/subgraph/dist/schema-helper/index.js';

/** A subgraph that a member's server serves at `/<domain>/graphql`: a domain, or an extension of the member's own. */
export interface SubgraphModule {
  readonly domain: string;
  /** Federation SDL. */
  readonly sdl: string;
  /** Resolvers whose context is a `MemberContext`. */
  readonly resolvers: NonNullable<GraphQLSchemaModule['resolvers']>;
}
