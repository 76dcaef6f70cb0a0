import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { CoalitionMember } from '../config.js';
import { createEntityResolvers } from './entities/entity-resolvers.js';
import { createEntitySessions, type EntityParts } from './entities/entity-session.js';
import { noLinks } from './entities/no-links.js';
import { createIndicatorResolvers, type Indicators } from './indicators/indicator-resolvers.js';
import { createLinkResolvers } from './judgements/link-resolvers.js';
import { createMemberListing, createMemberResolvers } from './member-listing.js';
import { mergeResolvers } from './merge-resolvers.js';
import { createMyAccessLog, type MyAccessLogSource } from './my-access-log.js';

/** The directory's schema as federation SDL. */
export function readDirectorySdl(): string {
  return ['./schema.graphql', './indicators/schema.graphql']
    .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
    .join('\n');
}

export interface DirectoryParts {
  /** Who the members are now; the same list until something changes. */
  readonly members: () => readonly CoalitionMember[];
  readonly accessLog: MyAccessLogSource;
  /** Null for a hub that keeps nothing of what members publish for linking. */
  readonly links: Omit<EntityParts, 'members' | 'seal'> | null;
  readonly indicators: Indicators;
}

/** The hub's own subgraph: who the members are, what was asked of each, what links their records and what they come to. */
export function createDirectorySchema({
  members,
  accessLog,
  links,
  indicators,
}: DirectoryParts): GraphQLSchema {
  const listing = createMemberListing(members);
  return buildSubgraphSchema({
    typeDefs: parse(readDirectorySdl()),
    resolvers: mergeResolvers([
      createMemberResolvers(listing),
      createIndicatorResolvers(indicators),
      { Query: { myAccessLog: createMyAccessLog(accessLog) } },
      ...(links === null ? [noLinks] : linkedResolvers(links)),
    ]),
  });

  function linkedResolvers(parts: Omit<EntityParts, 'members' | 'seal'>) {
    const ids = () => listing().entries.map(({ id }) => id);
    const sessionOf = createEntitySessions({ ...parts, members: ids, seal: accessLog.seal });
    const memberOf = (id: string) => listing().memberOf(id);
    return [createEntityResolvers(sessionOf, memberOf), createLinkResolvers(sessionOf, memberOf)];
  }
}
