import type { GraphQLDataSource } from '@apollo/gateway';
import type { ProviderAccessOptions } from '../fanout/provider-access.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { type CoalitionMembers, providersOf } from './coalition-members.js';
import type { Contract } from './contract-files.js';
import type { ExtensionLines } from './extension-data-source.js';
import { createPartitionedSource, readContract } from './partitioned-source.js';

/** One data source per contract. All of them ask members by the same lines, since a member is up or down as a whole. */
export function sourcesOfDomains(
  lines: ExtensionLines,
  members: CoalitionMembers,
  policyOf: ProviderAccessOptions['policyOf'],
  contracts: readonly Contract[],
): readonly [string, GraphQLDataSource<RequestScope>][] {
  return contracts.map(({ name, sdl }) => {
    const contract = readContract(sdl);
    const providers = providersOf(members, name);
    const access = contract.access(policyOf);
    return [name, createPartitionedSource({ ...contract, ...lines, domain: name, providers, access })];
  });
}
