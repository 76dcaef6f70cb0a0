import { z } from 'zod';
import type { OrganizationRef, Unspecified } from '../../../shared/domain/record-body.js';
import { dateCell, decimalCell, requiredCell, textCell } from '../../../shared/importing/cells.js';
import type { Income } from '../domain/declaration-body.js';
import {
  describe,
  flagCell,
  type InterestContext,
  interestColumns,
  pounds,
  ukCategory,
} from './uk-category.js';

const RoleRow = z.object({
  ...interestColumns,
  JobTitle: textCell,
  StartDate: dateCell,
  EndDate: dateCell,
  PayerName: requiredCell,
  PayerIsPrivateIndividual: flagCell,
  IsPaidAsDirectorOfPayer: flagCell,
  PayerNatureOfBusiness: textCell,
  PayerPublicAddress: textCell,
});

/** Category 1: who employs a member. The payments are interests of their own, in 1.1 and 1.2. */
export const ukRole = ukCategory(Object.keys(RoleRow.shape), RoleRow, (row, { parties, payers }) => {
  const isPrivate = row.PayerIsPrivateIndividual === true;
  const organization = isPrivate
    ? parties.privatePerson(row.PayerName, row['MNIS ID'])
    : parties.organization({ name: row.PayerName, address: row.PayerPublicAddress });
  payers.set(row.ID, organization);
  const position = {
    organization,
    role: row.JobTitle,
    paid: true,
    startDate: row.StartDate,
    endDate: row.EndDate,
    sector: row.PayerNatureOfBusiness,
    holder: { kind: 'DECLARANT' as const },
    description: row.IsPaidAsDirectorOfPayer === true ? 'Paid as a director of the payer' : undefined,
  };
  return {
    fields: { period: { from: row.StartDate, to: row.EndDate }, positions: [position] },
    date: row.StartDate,
    title: isPrivate ? (row.JobTitle ?? 'Employment by a private individual') : undefined,
  };
});

const paymentColumns = {
  ...interestColumns,
  JobTitle: textCell,
  PaymentType: textCell,
  PaymentDescription: textCell,
  Value: decimalCell,
  HoursWorked: decimalCell,
  HoursDetails: textCell,
  IsUltimatePayerDifferent: flagCell,
  UltimatePayerName: textCell,
  UltimatePayerProtectedByConfidentiality: flagCell,
  IsPaymentDonated: flagCell,
  DonateePaidBy: textCell,
  DonateeType: textCell,
  DonateeDetails: textCell,
};
const PaymentColumns = z.object(paymentColumns);
type PaymentColumns = z.infer<typeof PaymentColumns>;

const PaymentRow = z.object({ ...paymentColumns, PaymentReceived: flagCell, ReceivedDate: dateCell });

/** Category 1.1: a single payment. */
export const ukPayment = ukCategory(Object.keys(PaymentRow.shape), PaymentRow, (row, context) => {
  const { income, unspecified } = incomeOf(row, context);
  const expected: Unspecified = {
    field: 'incomes[0].receivedAt',
    reason: 'NOT_APPLICABLE',
    description: 'Payment expected, not yet received',
  };
  const isExpected = row.PaymentReceived === false;
  const receivedAt = isExpected ? undefined : row.ReceivedDate;
  return {
    fields: { total: pounds(row.Value), incomes: [{ ...income, receivedAt }] },
    unspecified: [...unspecified, ...(isExpected ? [expected] : [])],
    date: row.ReceivedDate,
  };
});

const AgreementRow = z.object({
  ...paymentColumns,
  RegularityOfPayment: textCell,
  StartDate: dateCell,
  EndDate: dateCell,
  PeriodForHoursWorked: textCell,
});

/** Category 1.2: payments that recur. The amount is for one period, so there is no total. */
export const ukAgreement = ukCategory(Object.keys(AgreementRow.shape), AgreementRow, (row, context) => {
  const { income, unspecified } = incomeOf(row, context);
  const { StartDate: startDate, EndDate: endDate, PeriodForHoursWorked: hoursPeriod } = row;
  const hours = hoursPeriod === undefined ? undefined : `Period for hours worked: ${hoursPeriod}`;
  const description = describe(income.description, hours);
  const periodicity = row.RegularityOfPayment;
  return {
    fields: {
      period: { from: startDate, to: endDate },
      incomes: [{ ...income, periodicity, startDate, endDate, description }],
    },
    unspecified,
    date: startDate,
  };
});

function incomeOf(
  row: PaymentColumns,
  context: InterestContext,
): { income: Income; unspecified: readonly Unspecified[] } {
  const parent = row['Parent Interest ID'];
  const { payer, unspecified } = ultimatePayerOf(row, context);
  const income: Income = {
    kind: row.PaymentType,
    payer: parent === undefined ? undefined : context.payers.get(parent),
    ultimatePayer: payer,
    amount: pounds(row.Value),
    hoursWorked: row.HoursWorked,
    donated: row.IsPaymentDonated,
    description: describe(
      row.JobTitle,
      row.PaymentDescription,
      row.HoursDetails,
      row.DonateePaidBy,
      row.DonateeType,
      row.DonateeDetails,
    ),
    recipient: { kind: 'DECLARANT' },
  };
  return { income, unspecified };
}

/**
 * Who pays in the end. "confidential" in the name is a refusal and not a name. Nothing says whether the payer is a
 * private individual, so the address is not taken.
 */
function ultimatePayerOf(
  row: PaymentColumns,
  { parties }: InterestContext,
): { payer?: OrganizationRef; unspecified: readonly Unspecified[] } {
  const field = 'incomes[0].ultimatePayer';
  const name = row.UltimatePayerName;
  if (row.UltimatePayerProtectedByConfidentiality === true) {
    const description = 'Protected by confidentiality';
    return { unspecified: [{ field, reason: 'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE', description }] };
  }
  if (name === undefined || row.IsUltimatePayerDifferent !== true) {
    return { unspecified: [] };
  }
  if (/^\W*confidential\W*$/i.test(name)) {
    const reason = 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION';
    return { unspecified: [{ field, reason, description: name }] };
  }
  return { payer: parties.organization({ name }), unspecified: [] };
}
