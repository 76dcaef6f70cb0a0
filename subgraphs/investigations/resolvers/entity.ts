import { entityConnectionResolver, resolveEntity } from '../../../shared/kit/entity-connection.js';
import { courtCase, investigation, sanction } from './kinds.js';
import type { EntityResolvers } from './types.generated.js';

export const entity: EntityResolvers = {
  __resolveReference: resolveEntity,
  investigations: entityConnectionResolver(investigation),
  courtCases: entityConnectionResolver(courtCase),
  sanctions: entityConnectionResolver(sanction),
};
