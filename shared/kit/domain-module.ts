import type { z } from 'zod';
import type { Domain } from '../domain/domains.js';
import type { Importer } from '../importing/importer.js';
import type { RecordBody, RecordType } from '../store/record-type.js';
import type { SubgraphModule } from './subgraph-module.js';

/** All that a domain gives to a member's server and command line. `subgraphs/<domain>/domain-module.ts` exports one. */
export interface DomainModule extends SubgraphModule {
  readonly domain: Domain;
  /** Semver; additive within a major. */
  readonly contractVersion: string;
  readonly recordTypes: readonly RecordType[];
  /** The zod schema of each record type's body, by type name; what `jsonl` is checked with. */
  readonly bodies: Readonly<Record<string, z.ZodType<RecordBody>>>;
  readonly importers: readonly Importer[];
}
