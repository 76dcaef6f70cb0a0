import { z } from 'zod';
import type { Unspecified } from '../../../shared/domain/record-body.js';
import { countCell, dateCell, requiredCell, textCell } from '../../../shared/importing/cells.js';
import { countryCodeOf } from '../../../shared/importing/iso-countries.js';
import type { Income } from '../domain/declaration-body.js';
import { describe, flagCell, interestColumns, ukCategory } from './uk-category.js';

const PropertyRow = z.object({
  ...interestColumns,
  StartDate: dateCell,
  EndDate: dateCell,
  IsSoleOwner: flagCell,
  Location: requiredCell,
  PropertyDescription: textCell,
  PropertyOwnerDetails: textCell,
  RegistrableRentalIncome: flagCell,
  RentalIncomeDetails: textCell,
  RentalIncomeStartDate: dateCell,
  RentalIncomeEndDate: dateCell,
  NumberOfProperties: countCell,
  IsLand: flagCell,
  Country: textCell,
  LandUse: textCell,
  PropertyType: textCell,
});
type PropertyRow = z.infer<typeof PropertyRow>;

/** Category 6: land and property. Which home it is must not be told: a full postcode within a text is left out. */
export const ukProperty = ukCategory(Object.keys(PropertyRow.shape), PropertyRow, (row) => {
  const isLand = row.IsLand === true;
  const isLocated = !/^(no location provided|unspecified)$/i.test(row.Location);
  const country = row.Country === undefined ? undefined : countryCodeOf(row.Country);
  const property = {
    propertyType: isLand ? describe('Land', row.LandUse) : row.PropertyType,
    country,
    city: isLocated ? withoutPostcode(row.Location) : undefined,
    numberOfProperties: row.NumberOfProperties,
    ownershipType: ownershipOf(row.IsSoleOwner),
    owner: ownerOf(row),
    acquiredAt: row.StartDate,
    endDate: row.EndDate,
    rentalIncome:
      row.RegistrableRentalIncome === true ? { original: 'Registrable rental income' } : undefined,
    description: withoutPostcode(describe(row.PropertyDescription, row.PropertyOwnerDetails)),
  };
  return {
    fields: {
      period: { from: row.StartDate, to: row.EndDate },
      realEstate: [property],
      incomes: rentOf(row),
    },
    unspecified: [
      ...(isLocated ? [] : [notGiven('realEstate[0].city', row.Location)]),
      ...(row.Country === undefined || country !== undefined ? [] : [unreadCountry(row.Country)]),
    ],
    date: row.StartDate,
    title: withoutPostcode(row.Summary),
  };
});

function ownershipOf(isSole: boolean | undefined): string | undefined {
  return isSole === undefined ? undefined : isSole ? 'Sole owner' : 'Co-owner';
}

function ownerOf(row: PropertyRow): { kind: 'DECLARANT' | 'JOINT' } | undefined {
  return row.IsSoleOwner === undefined ? undefined : { kind: row.IsSoleOwner ? 'DECLARANT' : 'JOINT' };
}

function rentOf(row: PropertyRow): Income[] {
  if (row.RegistrableRentalIncome !== true) {
    return [];
  }
  const rent = {
    kind: 'Rental income',
    startDate: row.RentalIncomeStartDate,
    endDate: row.RentalIncomeEndDate,
    description: withoutPostcode(row.RentalIncomeDetails),
  };
  return [rent];
}

function notGiven(field: string, description: string): Unspecified {
  return { field, reason: 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION', description };
}

function unreadCountry(description: string): Unspecified {
  return { field: 'realEstate[0].country', reason: 'NOT_READABLE', description };
}

const postcode = /,?\s*\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/g;

function withoutPostcode(text: string | undefined): string | undefined {
  const rest = text?.replace(postcode, '').trim();
  return rest === '' ? undefined : rest;
}
