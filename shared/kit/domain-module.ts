import type { GraphQLSchemaModule } from '@apollo/subgraph/dist/schema-helper/index.js';
import type { z } from 'zod';
import type { Domain } from '../domain/domains.js';
import type { Importer } from '../importing/importer.js';
import type { RecordBody, RecordType } from '../store/record-type.js';

/** All that a domain gives to a member's server and command line. `subgraphs/<domain>/domain-module.ts` exports one. */
export interface DomainModule {
  readonly domain: Domain;
  /** The contract: federation SDL of `schema.graphql`. */
  readonly sdl: string;
  /** Semver; additive within a major. */
  readonly contractVersion: string;
  readonly recordTypes: readonly RecordType[];
  /** The zod schema of each record type's body, by type name; what `jsonl` is checked with. */
  readonly bodies: Readonly<Record<string, z.ZodType<RecordBody>>>;
  /** Resolvers whose context is a `MemberContext`. */
  readonly resolvers: NonNullable<GraphQLSchemaModule['resolvers']>;
  readonly importers: readonly Importer[];
}
