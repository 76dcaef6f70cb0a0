import type { MemberContext } from './member-context.js';
import { loadOrganization, type OrganizationNode, type PartyNode } from './parties.js';
import { scalars } from './scalars.js';

/** The resolvers of the types that every contract takes from the kernel. */
export const kernelResolvers = {
  ...scalars,
  Party: {
    __resolveType: (node: PartyNode) => node.__typename,
  },
  Organization: {
    parent: (node: OrganizationNode, _args: unknown, context: MemberContext) =>
      loadOrganization(node.parent, context),
  },
} as const;
