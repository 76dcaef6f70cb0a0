import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../../shared/identity/caller.js';
import type { RequestScope } from '../fanout/request-scope.js';
import type { PermittedGateway } from '../policy/permitted-gateway.js';

type Server = ApolloServer<RequestScope>;

/** More kinds of callers than this are shown what everybody is shown. */
const maxServers = 32;

/**
 * The servers of one revision: one for callers who are told of the whole schema and one for each part of it that others
 * are told of. A server validates, caches and suggests by its own part alone.
 */
export class VisibleServers {
  readonly #whole: Server;
  readonly #gateway: PermittedGateway;
  readonly #start: (schema: GraphQLSchema) => Promise<Server>;
  readonly #started = new Map<GraphQLSchema, Promise<Server>>();

  constructor(whole: Server, gateway: PermittedGateway, start: (schema: GraphQLSchema) => Promise<Server>) {
    this.#whole = whole;
    this.#gateway = gateway;
    this.#start = start;
  }

  async serverFor(caller: Caller): Promise<Server> {
    const visible = this.#gateway.visibleTo(caller);
    if (visible === undefined) {
      return this.#whole;
    }
    const isFull = !this.#started.has(visible) && this.#started.size >= maxServers;
    const schema = isFull ? this.#gateway.leastVisible() : visible;
    const server = this.#started.get(schema) ?? this.#start(schema);
    this.#started.set(schema, server);
    return await server;
  }

  async stop(): Promise<void> {
    const parts = await Promise.allSettled(this.#started.values());
    for (const part of parts) {
      if (part.status === 'fulfilled') {
        await part.value.stop();
      }
    }
    await this.#whole.stop();
  }
}
