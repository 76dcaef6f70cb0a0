import type { GraphQLDataSource } from '@apollo/gateway';
import type { PartitionedDomain } from '../fanout/partitioned-data-source.js';
import type { Provider } from '../fanout/provider.js';
import { createProviderAccess } from '../fanout/provider-access.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { cutRepresentations } from './cut-representations.js';
import { type Extension, extensionName, namespaceOf } from './extension.js';
import { ownPolicyOf, type PolicyOfMember } from './extension-policy.js';
import { readExtension } from './extension-schema.js';
import { createPartitionedSource } from './partitioned-source.js';

/** What the sources of extensions share. */
export type ExtensionLines = Pick<PartitionedDomain, 'asker' | 'shares' | 'seal' | 'logger'>;

/** How a member stands at present; undefined where it is none of the coalition. */
export type FindMember = (member: string) => Pick<Provider, 'paused' | 'halted'> | undefined;

export interface ExtensionWays extends ExtensionLines {
  readonly find: FindMember;
  readonly policyOf: PolicyOfMember;
  /** Coordinates of others' fields whose owners let them go to the extension. */
  readonly received: ReadonlySet<string>;
}

/**
 * An extension at Apollo's seam: asked like a member of a domain, with the member's own deadline, breaker and cap, and
 * sent nothing of others that it is no recipient of.
 */
export function createExtensionDataSource(
  extension: Extension,
  { find, policyOf, received, ...lines }: ExtensionWays,
): GraphQLDataSource<RequestScope> {
  const { member, url } = extension;
  const domain = extensionName(member);
  const { schema, strategies, table } = readExtension(extension);
  const ownPolicy = ownPolicyOf(extension, policyOf);
  const access = {
    uses: new Map(),
    providers: createProviderAccess({
      ...{ schema, table, masks: new Map() },
      policyOf: (provider) => ownPolicy(provider.member),
    }),
  };
  const source = createPartitionedSource({
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
  const rules = { namespace: namespaceOf(member), schema, received };
  return {
    process(asked) {
      const { variables } = asked.request;
      const given: unknown = variables?.['representations'];
      if (!Array.isArray(given)) {
        return source.process(asked);
      }
      const { representations, cut } = cutRepresentations(given, rules);
      if (cut.size > 0) {
        const fields = [...cut];
        lines.logger.warn({ member, fields }, 'an extension was not sent what it is no recipient of');
      }
      return source.process({
        ...asked,
        request: { ...asked.request, variables: { ...variables, representations } },
      });
    },
  };
}
