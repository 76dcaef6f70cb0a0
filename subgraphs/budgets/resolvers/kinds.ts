import { recordKind } from '../../../shared/kit/record-kind.js';
import { AuditBody } from '../domain/audit-body.js';
import { BudgetLineBody } from '../domain/budget-line-body.js';
import { ContractingProcessBody } from '../domain/contracting-process-body.js';
import { budgetRecordTypes } from '../domain/record-types.js';
import { SpendingTransactionBody } from '../domain/spending-transaction-body.js';

export const budgetLine = recordKind('BudgetLine', BudgetLineBody, budgetRecordTypes);
export const contractingProcess = recordKind('ContractingProcess', ContractingProcessBody, budgetRecordTypes);
export const audit = recordKind('Audit', AuditBody, budgetRecordTypes);
export const spendingTransaction = recordKind(
  'SpendingTransaction',
  SpendingTransactionBody,
  budgetRecordTypes,
);
