import { entityConnectionResolver, resolveEntity } from '../../../shared/kit/entity-connection.js';
import { audit, budgetLine, contractingProcess, spendingTransaction } from './kinds.js';
import type { EntityResolvers } from './types.generated.js';

export const entity: EntityResolvers = {
  __resolveReference: resolveEntity,
  budgetLines: entityConnectionResolver(budgetLine),
  contractingProcesses: entityConnectionResolver(contractingProcess),
  audits: entityConnectionResolver(audit),
  transactions: entityConnectionResolver(spendingTransaction),
};
