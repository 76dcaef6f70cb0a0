import type { GraphQLDataSource } from '@apollo/gateway';
import type { PartitionedDomain } from '../fanout/partitioned-data-source.js';
import type { Provider } from '../fanout/provider.js';
import { createProviderAccess } from '../fanout/provider-access.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { type Extension, extensionName } from './extension.js';
import { readExtension } from './extension-schema.js';
import { createPartitionedSource } from './partitioned-source.js';

/** What the sources of extensions share. */
export type ExtensionLines = Pick<PartitionedDomain, 'asker' | 'shares' | 'seal' | 'logger'>;

/** How a member stands at present; undefined where it is none of the coalition. */
export type FindMember = (member: string) => Pick<Provider, 'paused' | 'halted'> | undefined;

/** An extension at Apollo's seam: asked like a member of a domain, with the member's own deadline, breaker and cap. */
export function createExtensionDataSource(
  extension: Extension,
  lines: ExtensionLines,
  find: FindMember,
): GraphQLDataSource<RequestScope> {
  const { member, url } = extension;
  const domain = extensionName(member);
  const { schema, strategies, table } = readExtension(extension);
  const access = {
    uses: new Map(),
    providers: createProviderAccess({ schema, table, masks: new Map(), policyOf: () => undefined }),
  };
  return createPartitionedSource({
    ...lines,
    domain,
    schema,
    schemaAt: () => schema,
    strategies,
    access,
    providers: () => {
      const standing = find(member);
      if (standing === undefined) {
        return [];
      }
      const { paused, halted } = standing;
      return [{ member, domain, url, paused, halted, coverage: {} }];
    },
  });
}
