import { z } from 'zod';
import { dateCell, requiredCell, textCell } from '../../../shared/importing/cells.js';
import { describe, interestColumns, ukCategory } from './uk-category.js';

const MiscellaneousRow = z.object({
  ...interestColumns,
  AroseOn: dateCell,
  EndDate: dateCell,
  DonorName: textCell,
  Description: requiredCell,
  MiscellaneousInterestType: textCell,
});

const roles = ['Unpaid role', 'Formal role with a party organisation'];

/**
 * Category 8: whatever else a member thinks relevant, in free text. Roles are positions; a fund for legal costs is a
 * donation; the rest is an interest of the kind the register names. The text names organisations and persons without
 * saying which is which, so no party is made of it.
 */
export const ukMiscellaneous = ukCategory(Object.keys(MiscellaneousRow.shape), MiscellaneousRow, (row) => {
  const type = row.MiscellaneousInterestType;
  const donor = row.DonorName === undefined ? undefined : `Given by ${withoutAddress(row.DonorName)}`;
  const description = describe(row.Description, donor);
  const span = { startDate: row.AroseOn, endDate: row.EndDate };
  const period = { from: row.AroseOn, to: row.EndDate };
  const date = row.AroseOn;
  if (type !== undefined && roles.includes(type)) {
    const paid = type === 'Unpaid role' ? false : undefined;
    const holder = { kind: 'DECLARANT' as const };
    return { fields: { period, positions: [{ role: type, paid, ...span, holder, description }] }, date };
  }
  if (type === 'Fund to defray legal costs') {
    const gift = { kind: 'DONATION' as const, purpose: type, receivedAt: row.AroseOn, endDate: row.EndDate };
    return { fields: { period, gifts: [{ ...gift, description }] }, date };
  }
  return { fields: { period, interests: [{ interestType: type, ...span, description }] }, date };
});

/** Some names are followed by a street: everything from the first part with a house number on. */
function withoutAddress(name: string): string {
  return name.replace(/,\s*[^,]*\d.*$/, '');
}
