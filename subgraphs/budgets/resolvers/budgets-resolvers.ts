import { kernelResolvers } from '../../../shared/kit/kernel-resolvers.js';
import { entity } from './entity.js';
import { query } from './query.js';
import {
  auditRecommendationResolvers,
  auditResolvers,
  budgetLineResolvers,
  contractingProcessResolvers,
  spendingTransactionResolvers,
} from './records.js';
import type { Resolvers } from './types.generated.js';

export const budgetsResolvers: Resolvers = {
  ...kernelResolvers,
  Query: query,
  Entity: entity,
  BudgetLine: budgetLineResolvers,
  ContractingProcess: contractingProcessResolvers,
  Audit: auditResolvers,
  AuditRecommendation: auditRecommendationResolvers,
  SpendingTransaction: spendingTransactionResolvers,
};
