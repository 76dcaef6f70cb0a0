import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { domainEnumName } from '../../shared/domain/domains.js';
import type { CoalitionMember } from '../config.js';

/** The name of the directory among the subgraphs. */
export const directoryName = 'directory';

/** The directory's schema as federation SDL. */
export function readDirectorySdl(): string {
  return readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
}

/** The hub's own subgraph: who the members are, as the hub's configuration says. */
export function createDirectorySchema(members: readonly CoalitionMember[]): GraphQLSchema {
  const entries = members.map(directoryEntry).sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map<string, DirectoryEntry>(entries.map((entry) => [entry.id, entry]));
  return buildSubgraphSchema({
    typeDefs: parse(readDirectorySdl()),
    resolvers: {
      Query: {
        members: (_root: unknown, { domain }: { domain?: string | null }) =>
          domain ? entries.filter((entry) => entry.domains.includes(domain)) : entries,
        member: (_root: unknown, { id }: { id: string }) => byId.get(id) ?? null,
      },
      Member: {
        // A member that left keeps its id on the records it once gave; all else of it is null.
        __resolveReference: ({ id }: { id: string }) => byId.get(id) ?? { id },
      },
    },
  });
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
