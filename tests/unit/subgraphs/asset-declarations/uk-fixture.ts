import { csvOf } from './import-fixture.js';

/** Invented interests: a row of each category's columns, to be changed by a test. */
const common = {
  ID: '101',
  Summary: 'A summary',
  'Parent Interest ID': '',
  Registered: '2026-03-02',
  Published: '2026-03-09',
  Updated_1: '',
  Category: 'A category',
  'MNIS ID': '9001',
  Member: 'Dame Orla Example',
  Link: 'https://register.example/interests/101',
};
const payment = {
  ...common,
  JobTitle: '',
  PaymentType: 'Monetary',
  PaymentDescription: 'For three talks',
  Value: '1,250.50',
  HoursWorked: '6.00',
  HoursDetails: '',
  IsUltimatePayerDifferent: 'False',
  UltimatePayerName: '',
  UltimatePayerProtectedByConfidentiality: 'False',
  IsPaymentDonated: 'False',
  DonateePaidBy: '',
  DonateeType: '',
  DonateeDetails: '',
};
const gift = {
  ...common,
  PaymentType: 'In kind',
  PaymentDescription: 'Two tickets',
  Value: '960.00',
  ReceivedDate: '2026-02-20',
  AcceptedDate: '2026-02-21',
  ReceivedEndDate: '',
  IsSoleBeneficiary: 'True',
  DonorName: 'Brightwater Ferries Ltd',
  DonorPublicAddress: '1 Quay Street, Northport',
  DonorStatus: 'Company',
  DonorCompanyIdentifier: '882843',
  DonorCompanyIdentifierSource: 'Companies House',
  DonorTrustDetails: '',
  DonorOtherDetails: '',
};
const family = {
  ...common,
  Summary: 'Pat Example employed',
  JobTitle: 'Office Manager',
  PersonName: 'Pat Example',
  EndDate: '',
  FamilyMemberRelationshipLevel: 'Related to member directly',
  FamilyRelationType: 'Spouse',
};

export const ukRows = {
  '1': {
    ...common,
    JobTitle: 'Columnist',
    StartDate: '2026-01-05',
    EndDate: '',
    PayerName: 'Northport Gazette',
    PayerIsPrivateIndividual: 'False',
    IsPaidAsDirectorOfPayer: 'False',
    PayerNatureOfBusiness: 'Newspaper',
    PayerPublicAddress: '2 Quay Street, Northport',
  },
  '1.1': { ...payment, PaymentReceived: 'True', ReceivedDate: '2025-12-30' },
  '1.2': {
    ...payment,
    RegularityOfPayment: 'Monthly',
    StartDate: '2026',
    EndDate: '',
    PeriodForHoursWorked: 'Weekly',
  },
  '2': { ...gift, DonationSource: '(b) Any other support' },
  '3': { ...gift, Appg: '' },
  '4': {
    ...common,
    Purpose: 'A conference',
    StartDate: '2026-02-01',
    EndDate: '2026-02-04',
    Appg: '',
    VisitLocations_Country_1: 'Israel',
    VisitLocations_Destination_1: 'Haifa',
    Donors_Name_1: 'Harbour Forum',
    Donors_IsPrivateIndividual_1: 'False',
    Donors_PublicAddress_1: '3 Quay Street, Northport',
    Donors_PaymentType_1: 'In kind',
    Donors_PaymentDescription_1: 'Flights',
    Donors_Value_1: '0.10',
    Donors_IsSoleBeneficiary_1: 'True',
  },
  '5': { ...gift, Appg: '' },
  '6': {
    ...common,
    StartDate: '',
    EndDate: '',
    IsSoleOwner: 'False',
    Location: 'Northport',
    PropertyDescription: 'House',
    PropertyOwnerDetails: 'Co-owned with a relative',
    RegistrableRentalIncome: 'True',
    RentalIncomeDetails: '',
    RentalIncomeStartDate: '2024-06',
    RentalIncomeEndDate: '',
    NumberOfProperties: '2',
    IsLand: 'False',
    Country: 'France',
    LandUse: '',
    PropertyType: 'Residential',
  },
  '7': {
    ...common,
    ShareholdingThreshold: '(i) Shareholdings: over 15% of issued share capital',
    RegistrableDate: '2025-11-01',
    EndDate: '',
    OrganisationName: 'Brightwater Ferries Ltd',
    OrganisationDescription: 'Ferries',
    HeldOnBehalfOf: '',
    ManagedBy: '',
  },
  '8': {
    ...common,
    AroseOn: '2024-07-05',
    EndDate: '',
    DonorName: '',
    Description: 'Patron of the Northport Lifeboat. This is an unpaid role.',
    MiscellaneousInterestType: 'Unpaid role',
  },
  '9': { ...family, WorkingPattern: 'Part time' },
  '10': { ...family, Employer: 'Northport Public Affairs' },
} as const satisfies Record<string, Record<string, string>>;

export type UkCategoryCode = keyof typeof ukRows;

export function ukFileName(code: string): string {
  return `PublishedInterest-Category_${code}.csv`;
}

/** A file of a category: one row per change of its fixture, which may also add columns. */
export function ukFile(
  code: UkCategoryCode,
  ...changes: readonly Readonly<Record<string, string>>[]
): string {
  const rows = changes.map((change): Record<string, string> => ({ ...ukRows[code], ...change }));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}
