import type { ApolloGateway } from '@apollo/gateway';
import { invariant } from '../../shared/errors/invariant.js';
import { GraphAccess, type PolicyTables } from './graph-access.js';
import { PermittedOperations } from './permit-operation.js';
import { createPermittedExecutor } from './permitted-executor.js';

/** What an Apollo Server needs of a gateway. */
export type ServedGateway = Pick<ApolloGateway, 'load' | 'stop' | 'onSchemaLoadOrUpdate'>;

/** The gateway as callers may use it. */
export function permitGateway(gateway: ApolloGateway, policy: PolicyTables): ServedGateway {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { executor } = await gateway.load(options);
      const { schema } = gateway;
      invariant(schema !== undefined, 'a loaded gateway has a schema');
      const permitted = createPermittedExecutor({
        executor,
        schema,
        access: new GraphAccess(schema, policy),
        operations: new PermittedOperations(schema, policy.uses),
      });
      return { schema, executor: permitted };
    },
  };
}
