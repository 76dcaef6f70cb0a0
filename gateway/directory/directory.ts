import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { domainEnumName } from '../../shared/domain/domains.js';
import { compareText } from '../../shared/domain/text.js';
import type { CoalitionMember } from '../config.js';
import { noLinks } from './entities/no-links.js';
import { createMyAccessLog, type MyAccessLogSource } from './my-access-log.js';

/** The name of the directory among the subgraphs. */
export const directoryName = 'directory';

/** The directory's schema as federation SDL. */
export function readDirectorySdl(): string {
  return readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
}

/**
 * The hub's own subgraph: who the members are now, and what was asked of each. `members` gives the same list until
 * something changes.
 */
export function createDirectorySchema(
  members: () => readonly CoalitionMember[],
  accessLog: MyAccessLogSource,
): GraphQLSchema {
  const listing = createListing(members);
  return buildSubgraphSchema({
    typeDefs: parse(readDirectorySdl()),
    resolvers: {
      ...noLinks,
      Query: {
        ...noLinks.Query,
        members: (_root: unknown, { domain }: { domain?: string | null }) =>
          domain ? listing().entries.filter((entry) => entry.domains.includes(domain)) : listing().entries,
        member: (_root: unknown, { id }: { id: string }) => listing().byId.get(id) ?? null,
        myAccessLog: createMyAccessLog(accessLog),
      },
      Member: {
        // A member that left keeps its id on the records it once gave; all else of it is null.
        __resolveReference: ({ id }: { id: string }) => listing().byId.get(id) ?? { id },
      },
    },
  });
}

interface Listing {
  readonly of: readonly CoalitionMember[];
  readonly entries: readonly DirectoryEntry[];
  readonly byId: ReadonlyMap<string, DirectoryEntry>;
}

function createListing(members: () => readonly CoalitionMember[]): () => Listing {
  let listing: Listing | undefined;
  return () => {
    const of = members();
    if (listing?.of !== of) {
      const entries = of.map(directoryEntry).sort((a, b) => compareText(a.id, b.id));
      listing = { of, entries, byId: new Map(entries.map((entry) => [entry.id, entry])) };
    }
    return listing;
  };
}

interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly languages: readonly string[];
  readonly licence: string;
  readonly domains: readonly string[];
  readonly contractVersions: readonly { readonly domain: string; readonly version: string }[];
  readonly state: 'ACTIVE' | 'PAUSED';
}

function directoryEntry(member: CoalitionMember): DirectoryEntry {
  const { id, name, country, languages, licence } = member;
  const contractVersions = member.providers.map(({ domain, contractVersion }) => ({
    domain: domainEnumName(domain),
    version: contractVersion,
  }));
  return {
    id,
    name,
    country,
    languages,
    licence,
    domains: contractVersions.map(({ domain }) => domain),
    contractVersions,
    state: member.paused ? 'PAUSED' : 'ACTIVE',
  };
}
