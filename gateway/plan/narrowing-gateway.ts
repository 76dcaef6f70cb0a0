import type { OperationDefinitionNode } from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import type { WholeGateway } from '../policy/permitted-gateway.js';
import { narrowFragments, type WrittenOperation } from './narrow-fragments.js';

/** The same gateway, given operations in a form that it answers in full. What it was given before it remembers. */
export function narrowingGateway(gateway: WholeGateway): WholeGateway {
  return {
    get schema() {
      return gateway.schema;
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const loaded = await gateway.load(options);
      const { schema } = gateway;
      invariant(schema !== undefined, 'a loaded gateway has a schema');
      const known = new WeakMap<OperationDefinitionNode, WrittenOperation>();
      return {
        ...loaded,
        executor: (request) => {
          const { document, operation } = request;
          const narrowed = known.get(operation) ?? narrowFragments({ document, operation }, schema);
          known.set(operation, narrowed);
          return loaded.executor({ ...request, ...narrowed });
        },
      };
    },
  };
}
