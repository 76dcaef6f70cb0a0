import { domainEnumName } from '../../shared/domain/domains.js';
import { compareText } from '../../shared/domain/text.js';
import type { CoalitionMember } from '../config.js';

/** The members as the directory tells of them. */
export interface MemberListing {
  readonly entries: readonly DirectoryEntry[];
  /** A member that left keeps its id on the records it once gave; all else of it is null. */
  memberOf(id: string): DirectoryEntry | { readonly id: string };
  find(id: string): DirectoryEntry | undefined;
}

/** The listing as it is now; the same one while `members` gives the same list. */
export function createMemberListing(members: () => readonly CoalitionMember[]): () => MemberListing {
  let of: readonly CoalitionMember[] | undefined;
  let listing: MemberListing = listingOf([]);
  return () => {
    const current = members();
    if (of !== current) {
      of = current;
      listing = listingOf(current);
    }
    return listing;
  };
}

/** Resolvers of members. */
export function createMemberResolvers(listing: () => MemberListing) {
  return {
    Query: {
      members: (_root: unknown, { domain }: { domain?: string | null }) =>
        domain ? listing().entries.filter((entry) => entry.domains.includes(domain)) : listing().entries,
      member: (_root: unknown, { id }: { id: string }) => listing().find(id) ?? null,
    },
    Member: {
      __resolveReference: ({ id }: { id: string }) => listing().memberOf(id),
    },
  };
}

function listingOf(members: readonly CoalitionMember[]): MemberListing {
  const entries = members.map(directoryEntry).sort((a, b) => compareText(a.id, b.id));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return { entries, find: (id) => byId.get(id), memberOf: (id) => byId.get(id) ?? { id } };
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
