import type { ApolloServer } from '@apollo/server';
import { parse } from 'graphql';
import type { MemberPolicy } from '../policy/member-policy.js';
import { readUseTable, type UseTable } from '../policy/use-table.js';
import { createDomainServer, type DomainServerOptions } from './create-domain-server.js';
import type { MemberContext } from './member-context.js';

/** One domain of a member, with a server for each policy that requests under way began with. */
export interface DomainServers {
  readonly uses: UseTable;
  /** The server whose fields this policy guards. An old one goes when its policy does. */
  under(policy: MemberPolicy): Promise<ApolloServer<MemberContext>>;
}

export function createDomainServers(options: Omit<DomainServerOptions, 'policy'>): DomainServers {
  const servers = new WeakMap<MemberPolicy, Promise<ApolloServer<MemberContext>>>();
  return {
    uses: readUseTable(parse(options.module.sdl)),
    under(policy) {
      let server = servers.get(policy);
      if (server === undefined) {
        server = createDomainServer({ ...options, policy });
        servers.set(policy, server);
      }
      return server;
    },
  };
}
