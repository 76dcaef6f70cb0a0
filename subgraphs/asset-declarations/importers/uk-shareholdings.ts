import { z } from 'zod';
import { canonicalDecimal } from '../../../shared/domain/decimal.js';
import { dateCell, requiredCell, textCell } from '../../../shared/importing/cells.js';
import type { AssetOwner, OwnershipInterest } from '../domain/declaration-body.js';
import { interestColumns, ukCategory } from './uk-category.js';

const ShareholdingRow = z.object({
  ...interestColumns,
  ShareholdingThreshold: textCell,
  RegistrableDate: dateCell,
  EndDate: dateCell,
  OrganisationName: requiredCell,
  OrganisationDescription: textCell,
  HeldOnBehalfOf: textCell,
  ManagedBy: textCell,
});

/** Category 7: shareholdings. How large one is, is said only by the threshold it passes. */
export const ukShareholding = ukCategory(
  Object.keys(ShareholdingRow.shape),
  ShareholdingRow,
  (row, { parties }) => {
    const interest: OwnershipInterest = {
      asset: parties.organization({ name: row.OrganisationName }),
      interestType: 'shareholding',
      ...thresholdOf(row.ShareholdingThreshold),
      shareholdingThreshold: row.ShareholdingThreshold,
      heldOnBehalfOf: row.HeldOnBehalfOf,
      managedBy: row.ManagedBy,
      startDate: row.RegistrableDate,
      endDate: row.EndDate,
      owner: ownerOf(row.HeldOnBehalfOf),
      description: row.OrganisationDescription,
    };
    return {
      fields: { period: { from: row.RegistrableDate, to: row.EndDate }, interests: [interest] },
      date: row.RegistrableDate,
    };
  },
);

/** "over 15%" is a share above 15 per cent, "more than £70,000" a value of at least that. */
function thresholdOf(words: string | undefined): Pick<OwnershipInterest, 'share' | 'value'> {
  const share = /\bover (\d{1,3}(?:\.\d{1,6})?)\s?%/i.exec(words ?? '')?.[1];
  const value = /\bmore than £(\d{1,3}(?:,\d{3})*)/i.exec(words ?? '')?.[1];
  const minimum = value === undefined ? undefined : canonicalDecimal(value.replaceAll(',', ''));
  return {
    share: share === undefined ? undefined : { exclusiveMinimum: canonicalDecimal(share) },
    value: minimum === undefined ? undefined : { minimum, currency: 'GBP', original: words },
  };
}

/** Nothing said is the member's own. Words that name others are a joint holding unless they name the spouse alone. */
function ownerOf(words: string | undefined): AssetOwner {
  if (words === undefined) {
    return { kind: 'DECLARANT' };
  }
  const isSpouse = /^(held by )?(my )?(spouse|wife|husband|partner|civil partner)\.?$/i.test(words);
  return { kind: isSpouse ? 'SPOUSE' : 'JOINT', relation: words };
}
