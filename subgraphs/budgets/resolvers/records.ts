import { loadOrganization, loadParties, loadParty } from '../../../shared/kit/parties.js';
import { referenceResolver, referenceTo } from '../../../shared/kit/record-by-id.js';
import { audit, budgetLine, contractingProcess, spendingTransaction } from './kinds.js';
import type {
  AuditRecommendationResolvers,
  AuditResolvers,
  BudgetLineResolvers,
  ContractingProcessResolvers,
  SpendingTransactionResolvers,
} from './types.generated.js';

/** Fields without a resolver are as the record's body has them. */
export const budgetLineResolvers: BudgetLineResolvers = {
  __resolveReference: referenceResolver(budgetLine),
  administrator: (line, _args, context) => loadOrganization(line.administrator, context),
  recipient: (line, _args, context) => loadOrganization(line.recipient, context),
  contractingProcess: (line, _args, context) =>
    referenceTo(contractingProcess, line.contractingProcess, context),
};

export const contractingProcessResolvers: ContractingProcessResolvers = {
  __resolveReference: referenceResolver(contractingProcess),
  buyer: (process, _args, context) => loadOrganization(process.buyer, context),
  procuringEntity: (process, _args, context) => loadOrganization(process.procuringEntity, context),
  suppliers: (process, _args, context) => loadParties(process.suppliers, context),
  budgetLine: (process, _args, context) => referenceTo(budgetLine, process.budgetLine, context),
};

export const auditResolvers: AuditResolvers = {
  __resolveReference: referenceResolver(audit),
  auditor: (parent, _args, context) => loadOrganization(parent.auditor, context),
  auditee: (parent, _args, context) => loadOrganization(parent.auditee, context),
};

export const auditRecommendationResolvers: AuditRecommendationResolvers = {
  addressee: (recommendation, _args, context) => loadOrganization(recommendation.addressee, context),
};

export const spendingTransactionResolvers: SpendingTransactionResolvers = {
  __resolveReference: referenceResolver(spendingTransaction),
  payer: (transaction, _args, context) => loadOrganization(transaction.payer, context),
  payee: (transaction, _args, context) => loadParty(transaction.payee, context),
};
