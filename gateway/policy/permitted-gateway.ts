import type { ApolloGateway } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import { GraphAccess, type GraphAsker, type PolicyTables } from './graph-access.js';
import { PermittedOperations } from './permit-operation.js';
import { createPermittedExecutor, type Executor } from './permitted-executor.js';

/** What an Apollo Server needs of a gateway. */
export type ServedGateway = Pick<ApolloGateway, 'load' | 'stop' | 'onSchemaLoadOrUpdate'>;
/** A gateway that shows all of its schema. */
export type WholeGateway = ServedGateway & { readonly schema?: GraphQLSchema | undefined };

/** A gateway as callers may use it. */
export class PermittedGateway {
  readonly #gateway: WholeGateway;
  readonly #policy: PolicyTables;
  #loaded: { readonly access: GraphAccess; readonly executor: Executor } | undefined;

  constructor(gateway: WholeGateway, policy: PolicyTables) {
    this.#gateway = gateway;
    this.#policy = policy;
  }

  /** For a server that shows all of the schema; loads the gateway, which has to be done first. */
  whole(): ServedGateway {
    return {
      onSchemaLoadOrUpdate: (callback) => this.#gateway.onSchemaLoadOrUpdate(callback),
      stop: () => this.#gateway.stop(),
      load: async (options) => {
        const { executor } = await this.#gateway.load(options);
        const { schema } = this.#gateway;
        invariant(schema !== undefined, 'a loaded gateway has a schema');
        const access = new GraphAccess(schema, this.#policy);
        const operations = new PermittedOperations(schema, this.#policy.uses);
        const permitted = createPermittedExecutor({ executor, schema, access, operations });
        this.#loaded = { access, executor: permitted };
        return { schema, executor: permitted };
      },
    };
  }

  /** For a server that shows a part of the schema and knows no more of it: it validates by that part. */
  showing(schema: GraphQLSchema): ServedGateway {
    const listeners = new Set<Parameters<ServedGateway['onSchemaLoadOrUpdate']>[0]>();
    return {
      onSchemaLoadOrUpdate(callback) {
        listeners.add(callback);
        return () => listeners.delete(callback);
      },
      stop: async () => undefined,
      load: async () => {
        const { executor } = this.#whenLoaded();
        for (const listener of listeners) {
          listener({ apiSchema: schema, coreSupergraphSdl: '' });
        }
        return { schema, executor };
      },
    };
  }

  /** The part of the schema that a caller is told of; undefined where that is all of it. */
  visibleTo(asker: GraphAsker): GraphQLSchema | undefined {
    return this.#whenLoaded().access.viewFor(asker).visible;
  }

  /** Stands for what members let be known to few at present: the same object until that changes. */
  published(): object {
    return this.#whenLoaded().access.published();
  }

  /** The part that everybody is told of. */
  leastVisible(): GraphQLSchema {
    return this.#whenLoaded().access.leastVisible();
  }

  #whenLoaded() {
    invariant(this.#loaded !== undefined, 'a gateway is loaded before it is asked');
    return this.#loaded;
  }
}
