import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestScope } from '../fanout/request-scope.js';
import type { GraphAsker } from '../policy/graph-access.js';
import type { PermittedGateway } from '../policy/permitted-gateway.js';

type Server = ApolloServer<RequestScope>;
type Gateway = Pick<PermittedGateway, 'visibleTo' | 'leastVisible' | 'published'>;

/** More kinds of callers than this are shown what everybody is shown. */
const maxServers = 32;

/**
 * The servers of one revision: one for callers who are told of the whole schema and one for each part of it that others
 * are told of. A server validates, caches and suggests by its own part alone.
 */
export class VisibleServers {
  readonly #whole: Server;
  readonly #gateway: Gateway;
  readonly #start: (schema: GraphQLSchema) => Promise<Server>;
  readonly #started = new Map<GraphQLSchema, Promise<Server>>();
  /** What was protected when the first of them was started. */
  #startedUnder: object | undefined;

  constructor(whole: Server, gateway: Gateway, start: (schema: GraphQLSchema) => Promise<Server>) {
    this.#whole = whole;
    this.#gateway = gateway;
    this.#start = start;
  }

  async serverFor(asker: GraphAsker): Promise<Server> {
    const visible = this.#gateway.visibleTo(asker);
    if (visible === undefined) {
      return this.#whole;
    }
    this.#makeRoom();
    const isFull = !this.#started.has(visible) && this.#started.size >= maxServers;
    const schema = isFull ? this.#gateway.leastVisible() : visible;
    const server = this.#started.get(schema) ?? this.#start(schema);
    this.#started.set(schema, server);
    return await server;
  }

  /**
   * Lets go of servers for what was protected before. Requests under way on them end as they would, and a server that
   * only shows a part holds nothing that would have to be stopped.
   */
  #makeRoom(): void {
    const published = this.#gateway.published();
    if (this.#started.size >= maxServers && published !== this.#startedUnder) {
      this.#started.clear();
    }
    if (this.#started.size === 0) {
      this.#startedUnder = published;
    }
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
