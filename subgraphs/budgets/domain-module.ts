import { readFileSync } from 'node:fs';
import type { DomainModule } from '../../shared/kit/domain-module.js';
import { AuditBody } from './domain/audit-body.js';
import { BudgetLineBody } from './domain/budget-line-body.js';
import { ContractingProcessBody } from './domain/contracting-process-body.js';
import { budgetRecordTypes } from './domain/record-types.js';
import { SpendingTransactionBody } from './domain/spending-transaction-body.js';
import { oaklandFlow } from './importers/oakland-flow.js';
import { usOutlays } from './importers/us-outlays.js';
import { budgetsResolvers } from './resolvers/budgets-resolvers.js';

export const budgetsModule: DomainModule = {
  domain: 'budgets',
  get sdl() {
    return readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
  },
  contractVersion: '1.1.0',
  recordTypes: budgetRecordTypes,
  bodies: {
    BudgetLine: BudgetLineBody,
    ContractingProcess: ContractingProcessBody,
    Audit: AuditBody,
    SpendingTransaction: SpendingTransactionBody,
  },
  resolvers: budgetsResolvers,
  importers: [usOutlays, oaklandFlow],
};
