import { z } from 'zod';
import { readDecimal, writeDecimal } from '../../../shared/domain/decimal.js';
import type { PartyRef, Unspecified } from '../../../shared/domain/record-body.js';
import { dateCell, decimalCell, textCell } from '../../../shared/importing/cells.js';
import { countryCodeOf } from '../../../shared/importing/iso-countries.js';
import type { Gift } from '../domain/declaration-body.js';
import {
  describe,
  flagCell,
  type InterestContext,
  interestColumns,
  pounds,
  ukCategory,
} from './uk-category.js';
import { appg, withheldAddress } from './uk-gifts.js';

const Donor = z.object({
  Name: textCell,
  IsPrivateIndividual: flagCell,
  PublicAddress: textCell,
  PaymentType: textCell,
  PaymentDescription: textCell,
  Value: decimalCell,
  IsSoleBeneficiary: flagCell,
});
type Donor = z.infer<typeof Donor>;
const Location = z.object({ Country: textCell, Destination: textCell });

const visitColumns = {
  ...interestColumns,
  Purpose: textCell,
  StartDate: dateCell,
  EndDate: dateCell,
  Appg: textCell,
};

/** Donors and locations are numbered columns, `Donors_Name_1`, as many as the visit with the most of them needs. */
const VisitRow = z.preprocess(
  (cells) => ({
    ...cellsOf(cells),
    Donors: numbered(cellsOf(cells), 'Donors', Object.keys(Donor.shape)),
    VisitLocations: numbered(cellsOf(cells), 'VisitLocations', Object.keys(Location.shape)),
  }),
  z.object({ ...visitColumns, Donors: z.array(Donor), VisitLocations: z.array(Location) }),
);
type VisitRow = z.infer<typeof VisitRow>;

const columns = [
  ...Object.keys(visitColumns),
  ...Object.keys(Donor.shape).map((name) => `Donors_${name}_1`),
  ...Object.keys(Location.shape).map((name) => `VisitLocations_${name}_1`),
];

/** Category 4: visits outside the UK. Each donor's part is a gift; the total is what they gave together. */
export const ukVisit = ukCategory(columns, VisitRow, (row, context) => {
  const places = placesOf(row);
  const gifts = row.Donors.map((donor) => giftOf(donor, row, { places, context }));
  return {
    fields: {
      period: { from: row.StartDate, to: row.EndDate },
      total: pounds(sumOf(row.Donors)),
      gifts: gifts.map(({ gift }) => gift),
    },
    unspecified: gifts.flatMap(({ isWithheld }, i) => [
      ...(isWithheld ? [withheldAddress(`gifts[${i}].donor.address`)] : []),
      ...places.unread.map((description) => unreadCountry(i, description)),
    ]),
    date: row.StartDate,
  };
});

interface Places {
  readonly countries: readonly string[];
  /** Names of countries we do not know. */
  readonly unread: readonly string[];
  readonly destination: string | undefined;
}

function placesOf(row: VisitRow): Places {
  const names = row.VisitLocations.flatMap(({ Country }) => (Country === undefined ? [] : [Country]));
  const codes = names.map((name) => ({ name, code: countryCodeOf(name) }));
  return {
    countries: [...new Set(codes.flatMap(({ code }) => (code === undefined ? [] : [code])))],
    unread: codes.flatMap(({ name, code }) => (code === undefined ? [name] : [])),
    destination: describe(...row.VisitLocations.map(({ Destination }) => Destination)),
  };
}

function unreadCountry(gift: number, description: string): Unspecified {
  return { field: `gifts[${gift}].countries`, reason: 'NOT_READABLE', description };
}

function giftOf(
  donor: Donor,
  row: VisitRow,
  { places, context }: { places: Places; context: InterestContext },
): { gift: Gift; isWithheld: boolean } {
  const gift: Gift = {
    kind: 'VISIT',
    donor: partyOf(donor, row['MNIS ID'], context),
    donorStatus: donor.IsPrivateIndividual === true ? 'Individual' : undefined,
    description: describe(donor.PaymentType, donor.PaymentDescription, appg(row.Appg)),
    value: pounds(donor.Value),
    receivedAt: row.StartDate,
    endDate: row.EndDate,
    isSoleBeneficiary: donor.IsSoleBeneficiary,
    country: places.countries[0],
    countries: [...places.countries],
    destination: places.destination,
    purpose: row.Purpose,
  };
  return { gift, isWithheld: donor.IsPrivateIndividual === true && donor.PublicAddress === undefined };
}

function partyOf(donor: Donor, mnisId: string, { parties }: InterestContext): PartyRef | undefined {
  if (donor.Name === undefined) {
    return undefined;
  }
  return donor.IsPrivateIndividual === true
    ? parties.privatePerson(donor.Name, mnisId)
    : parties.organization({ name: donor.Name, address: donor.PublicAddress });
}

function sumOf(donors: readonly Donor[]): string | undefined {
  const values = donors.flatMap(({ Value }) => (Value === undefined ? [] : [readDecimal(Value)]));
  return values.length === donors.length && values.length > 0
    ? writeDecimal(values.reduce((sum, value) => sum + value, 0n))
    : undefined;
}

function cellsOf(cells: unknown): Readonly<Record<string, unknown>> {
  return typeof cells === 'object' && cells !== null ? { ...cells } : {};
}

/** The groups of numbered columns in which at least one cell is filled. */
function numbered(
  cells: Readonly<Record<string, unknown>>,
  prefix: string,
  names: readonly string[],
): Record<string, unknown>[] {
  const groups: Record<string, unknown>[] = [];
  for (let i = 1; `${prefix}_${names[0]}_${i}` in cells; i++) {
    const group = Object.fromEntries(names.map((name) => [name, cells[`${prefix}_${name}_${i}`] ?? '']));
    if (Object.values(group).some((cell) => cell !== '')) {
      groups.push(group);
    }
  }
  return groups;
}
