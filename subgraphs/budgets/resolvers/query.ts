import { connectionResolver } from '../../../shared/kit/connection.js';
import { recordByIdResolver } from '../../../shared/kit/record-by-id.js';
import { totalsResolver } from '../../../shared/kit/totals.js';
import { budgetRecordTypes } from '../domain/record-types.js';
import { audit, budgetLine, contractingProcess, spendingTransaction } from './kinds.js';
import type { QueryResolvers } from './types.generated.js';

export const query: QueryResolvers = {
  budgetLines: connectionResolver(budgetLine),
  budgetLine: recordByIdResolver(budgetLine),
  budgetTotals: totalsResolver(
    {
      type: 'BudgetLine',
      sum: 'amount',
      apart: { always: ['PHASE', 'DIRECTION', 'CURRENCY'], inSum: [] },
    },
    budgetRecordTypes,
  ),
  contractingProcesses: connectionResolver(contractingProcess),
  contractingProcess: recordByIdResolver(contractingProcess),
  audits: connectionResolver(audit),
  audit: recordByIdResolver(audit),
  transactions: connectionResolver(spendingTransaction),
  transaction: recordByIdResolver(spendingTransaction),
};
