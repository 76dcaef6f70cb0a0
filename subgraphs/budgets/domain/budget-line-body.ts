import { z } from 'zod';
import {
  Classification,
  country,
  localId,
  Money,
  OrganizationRef,
  partialDate,
  recordBase,
  text,
} from '../../../shared/domain/record-body.js';

export const budgetDirections = ['EXPENDITURE', 'REVENUE'] as const;
export const budgetPhases = ['PROPOSED', 'APPROVED', 'ADJUSTED', 'EXECUTED'] as const;

export const FiscalPeriod = z.strictObject({
  start: partialDate.optional(),
  end: partialDate.optional(),
});
export type FiscalPeriod = z.infer<typeof FiscalPeriod>;

/**
 * The body of a record of type `BudgetLine`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const BudgetLineBody = z.strictObject({
  ...recordBase,
  budgetLineId: text.optional(),
  title: text.optional(),
  country: country.optional(),
  fiscalYear: z.int().min(1000).max(9999).optional(),
  fiscalPeriod: FiscalPeriod.optional(),
  direction: z.enum(budgetDirections).optional(),
  phase: z.enum(budgetPhases).optional(),
  amount: Money.optional(),
  factor: z.int().min(1).optional(),
  administrative: Classification.optional(),
  functional: Classification.optional(),
  economic: Classification.optional(),
  activity: Classification.optional(),
  financialSource: Classification.optional(),
  expenditureType: text.optional(),
  geo: text.optional(),
  administrator: OrganizationRef.optional(),
  recipient: OrganizationRef.optional(),
  contractingProcess: localId.optional(),
});
export type BudgetLineBody = z.infer<typeof BudgetLineBody>;
