import { connectionResolver } from '../../../shared/kit/connection.js';
import { recordByIdResolver } from '../../../shared/kit/record-by-id.js';
import { nothingApart, totalsResolver } from '../../../shared/kit/totals.js';
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
  contractingProcessTotals: totalsResolver(
    { type: 'ContractingProcess', sum: 'value', apart: { always: [], inSum: ['CURRENCY'] } },
    budgetRecordTypes,
  ),
  audits: connectionResolver(audit),
  audit: recordByIdResolver(audit),
  auditTotals: totalsResolver({ type: 'Audit', apart: nothingApart }, budgetRecordTypes),
  transactions: connectionResolver(spendingTransaction),
  transaction: recordByIdResolver(spendingTransaction),
};
