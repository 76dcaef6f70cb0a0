import { z } from 'zod';
import type { PartyRef, Unspecified } from '../../../shared/domain/record-body.js';
import { dateCell, decimalCell, requiredCell, textCell } from '../../../shared/importing/cells.js';
import type { Gift } from '../domain/declaration-body.js';
import {
  describe,
  flagCell,
  type InterestContext,
  type InterestDetails,
  interestColumns,
  pounds,
  ukCategory,
} from './uk-category.js';
import { ukIdentifiersIn } from './uk-identifiers.js';

const giftColumns = {
  ...interestColumns,
  PaymentType: textCell,
  PaymentDescription: textCell,
  Value: decimalCell,
  ReceivedDate: dateCell,
  AcceptedDate: dateCell,
  ReceivedEndDate: dateCell,
  IsSoleBeneficiary: flagCell,
  DonorName: requiredCell,
  DonorPublicAddress: textCell,
  DonorStatus: textCell,
  DonorCompanyIdentifier: textCell,
  DonorCompanyIdentifierSource: textCell,
  DonorTrustDetails: textCell,
  DonorOtherDetails: textCell,
};
const GiftRow = z.object({ ...giftColumns, Appg: textCell });
const DonationRow = z.object({ ...giftColumns, DonationSource: textCell });
const GiftColumns = z.object(giftColumns);
type GiftColumns = z.infer<typeof GiftColumns>;

/** Category 2: donations and other support. */
export const ukDonation = ukCategory(Object.keys(DonationRow.shape), DonationRow, (row, context) =>
  giftOf(row, context, { kind: 'DONATION', noun: 'Donation', more: row.DonationSource }),
);

/** Categories 3 and 5: gifts, benefits and hospitality from within and outside the UK. */
export const ukGift = ukCategory(Object.keys(GiftRow.shape), GiftRow, (row, context) =>
  giftOf(row, context, { kind: 'GIFT', noun: 'Gift', more: appg(row.Appg) }),
);

export function appg(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `All-Party Parliamentary Group: ${name}`;
}

/** Whose address the register itself leaves out. */
export function withheldAddress(field: string): Unspecified {
  const description = 'The register does not publish the address of a private individual';
  return { field, reason: 'WITHHELD_BY_PUBLISHER', description };
}

function giftOf(
  row: GiftColumns,
  context: InterestContext,
  as: { kind: 'DONATION' | 'GIFT'; noun: string; more: string | undefined },
): InterestDetails {
  const { donor, unspecified } = donorOf(row, context);
  const gift: Gift = {
    kind: as.kind,
    donor,
    donorStatus: row.DonorStatus,
    description: describe(row.PaymentType, row.PaymentDescription, as.more),
    value: pounds(row.Value),
    receivedAt: row.ReceivedDate,
    acceptedAt: row.AcceptedDate,
    endDate: row.ReceivedEndDate,
    isSoleBeneficiary: row.IsSoleBeneficiary,
  };
  return {
    fields: { total: gift.value, gifts: [gift] },
    unspecified,
    date: row.ReceivedDate,
    title: donor.ref === 'Person' ? `${as.noun} from a private individual` : undefined,
  };
}

function donorOf(
  row: GiftColumns,
  { parties }: InterestContext,
): { donor: PartyRef; unspecified: readonly Unspecified[] } {
  if (row.DonorStatus === 'Individual') {
    const isBlank = row.DonorPublicAddress === undefined;
    return {
      donor: parties.privatePerson(row.DonorName, row['MNIS ID']),
      unspecified: isBlank ? [withheldAddress('gifts[0].donor.address')] : [],
    };
  }
  const number = row.DonorCompanyIdentifier;
  const isCompaniesHouse = row.DonorCompanyIdentifierSource === 'Companies House';
  const details = describe(row.DonorTrustDetails, row.DonorOtherDetails);
  const words = isCompaniesHouse ? number : details;
  const identifiers = words === undefined ? [] : ukIdentifiersIn(words, isCompaniesHouse);
  const isUnread = isCompaniesHouse && number !== undefined && identifiers.length === 0;
  return {
    donor: parties.organization({ name: row.DonorName, identifiers, address: row.DonorPublicAddress }),
    unspecified: isUnread
      ? [{ field: 'gifts[0].donor.identifiers', reason: 'NOT_READABLE', description: number }]
      : [],
  };
}
