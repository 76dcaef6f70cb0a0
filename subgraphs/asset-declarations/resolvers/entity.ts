import { entityConnectionResolver, resolveEntity } from '../../../shared/kit/entity-connection.js';
import { declaration } from './kinds.js';
import type { EntityResolvers } from './types.generated.js';

export const entity: EntityResolvers = {
  __resolveReference: resolveEntity,
  declarations: entityConnectionResolver(declaration),
};
