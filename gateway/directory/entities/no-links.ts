import { faultOf } from '../directory-fault.js';

const emptyConnection = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null, complete: false },
  totalCount: { value: 0, relation: 'AT_LEAST' },
} as const;

/**
 * The resolvers of a hub that keeps nothing of what members publish for linking: it knows of no entity, and says that
 * its lists are not whole.
 */
export const noLinks = {
  Query: {
    entity: () => null,
    entities: () => emptyConnection,
    linkProposals: () => emptyConnection,
  },
  Mutation: {
    decideLink: refuse,
    withdrawLink: refuse,
  },
  Entity: {
    __resolveReference: () => null,
  },
} as const;

function refuse(): never {
  throw faultOf('STORE_UNAVAILABLE', 'Expected a hub that keeps links, this one has no folder for them.');
}
