import type { GraphQLDataSource } from '@apollo/gateway';
import { subjectKeys } from '../shared/linking/subject-keys.js';
import type { PublishedPolicy } from '../shared/policy/published-policy.js';
import { defaultDatabase, type HubConfig } from './config.js';
import { createDirectorySchema } from './directory/directory.js';
import { createSubjectRights } from './directory/entities/subject-rights.js';
import type { Indicators } from './directory/indicators/indicator-resolvers.js';
import type { LinkStore } from './directory/links/link-store.js';
import { openLinkStore } from './directory/links/open-link-store.js';
import type { MyAccessLogSource } from './directory/my-access-log.js';
import type { PublishedPolicies } from './members/published-policies.js';
import type { CoalitionMembers } from './plan/coalition-members.js';
import type { Contract } from './plan/contract-files.js';
import { createLocalDataSource } from './plan/local-data-source.js';

export interface HubDirectoryParts {
  /** Undefined for a hub that keeps nothing of what members publish for linking. */
  readonly store: LinkStore | undefined;
  readonly members: CoalitionMembers;
  readonly policies: Pick<PublishedPolicies, 'find'>;
  readonly contracts: readonly Contract[];
  readonly accessLog: MyAccessLogSource;
  readonly indicators: Indicators;
  readonly now: () => Date;
}

/** The directory over the members as they are and the policies that they publish. */
export function createHubDirectory(parts: HubDirectoryParts): GraphQLDataSource {
  const { store, members, policies, contracts, accessLog, indicators, now } = parts;
  const rights = createSubjectRights({
    contracts,
    policiesOf(member) {
      const found = policiesOf(members, policies, member);
      const isWhole = found.length > 0 && found.every((policy) => policy !== undefined);
      return isWhole ? found : undefined;
    },
  });
  const links = store === undefined ? null : { store, rights, now };
  return createLocalDataSource(
    createDirectorySchema({ members: () => members.current().members, accessLog, links, indicators }),
  );
}

/** What a member publishes of its policy, by provider; undefined for one of which it is not known. */
export function policiesOf(
  members: CoalitionMembers,
  policies: Pick<PublishedPolicies, 'find'>,
  member: string,
): readonly (PublishedPolicy | undefined)[] {
  const { providers } = members.current();
  return providers.filter((provider) => provider.member === member).map(policies.find);
}

/**
 * The store of links, beside the registry: in the hub's own folder, or on the server of `MONGODB_URL`. Undefined for a
 * hub without a folder. Nothing is opened before its first use.
 */
export async function openHubLinks(
  { data, mongodbUrl, registry }: Pick<HubConfig, 'data' | 'mongodbUrl' | 'registry'>,
  now: () => Date,
): Promise<LinkStore | undefined> {
  if (data === undefined) {
    return undefined;
  }
  const database = registry?.database ?? defaultDatabase;
  return await openLinkStore({
    ...{ folder: data, mongodbUrl, database, now },
    keysOf: (_id, subject) => subjectKeys(subject),
  });
}
