import { z } from 'zod';
import {
  Classification,
  country,
  decimal,
  localId,
  Money,
  OrganizationRef,
  PartyRef,
  PersonRef,
  partialDate,
  recordBase,
  text,
} from '../../../shared/domain/record-body.js';

export const declarationTypes = [
  'ANNUAL',
  'ENTRY',
  'LEAVING',
  'AFTER_LEAVING',
  'CANDIDATE',
  'INTEREST',
] as const;
export const declarationVersions = ['NORMAL', 'MATERIAL_CHANGE', 'CORRECTED'] as const;
export const familyRelations = [
  'SPOUSE',
  'CHILD',
  'PARENT',
  'SIBLING',
  'GRANDCHILD',
  'GRANDPARENT',
  'OTHER',
] as const;
export const assetOwnerKinds = [
  'DECLARANT',
  'SPOUSE',
  'CHILD',
  'PARENT',
  'FAMILY',
  'JOINT',
  'THIRD_PARTY',
] as const;
export const directOrIndirects = ['DIRECT', 'INDIRECT', 'UNKNOWN'] as const;
export const giftKinds = ['DONATION', 'GIFT', 'HOSPITALITY', 'VISIT', 'LOAN'] as const;

export const Declarant = z.strictObject({
  person: PersonRef.optional(),
  post: text.optional(),
  workPlace: OrganizationRef.optional(),
  postCategory: text.optional(),
  region: text.optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
});
export type Declarant = z.infer<typeof Declarant>;

export const DeclarationPeriod = z.strictObject({
  from: partialDate.optional(),
  to: partialDate.optional(),
});
export type DeclarationPeriod = z.infer<typeof DeclarationPeriod>;

export const FamilyMember = z.strictObject({
  relation: text.optional(),
  relationCode: z.enum(familyRelations).optional(),
  person: PersonRef.optional(),
});
export type FamilyMember = z.infer<typeof FamilyMember>;

export const AssetOwner = z.strictObject({
  kind: z.enum(assetOwnerKinds).optional(),
  relation: text.optional(),
  party: PartyRef.optional(),
});
export type AssetOwner = z.infer<typeof AssetOwner>;

export const RealEstate = z.strictObject({
  propertyType: text.optional(),
  country: country.optional(),
  region: text.optional(),
  city: text.optional(),
  area: decimal.optional(),
  areaOwned: decimal.optional(),
  numberOfProperties: z.int32().min(0).optional(),
  tenure: text.optional(),
  ownershipType: text.optional(),
  percentage: decimal.optional(),
  owner: AssetOwner.optional(),
  acquiredAt: partialDate.optional(),
  endDate: partialDate.optional(),
  value: Money.optional(),
  rentalIncome: Money.optional(),
  description: text.optional(),
});
export type RealEstate = z.infer<typeof RealEstate>;

export const Vehicle = z.strictObject({
  type: text.optional(),
  brand: text.optional(),
  model: text.optional(),
  buildDate: partialDate.optional(),
  acquiredAt: partialDate.optional(),
  value: Money.optional(),
  owner: AssetOwner.optional(),
});
export type Vehicle = z.infer<typeof Vehicle>;

export const Valuable = z.strictObject({
  type: text.optional(),
  description: text.optional(),
  acquiredAt: partialDate.optional(),
  value: Money.optional(),
  owner: AssetOwner.optional(),
});
export type Valuable = z.infer<typeof Valuable>;

export const Share = z.strictObject({
  exact: decimal.optional(),
  minimum: decimal.optional(),
  maximum: decimal.optional(),
  exclusiveMinimum: decimal.optional(),
  exclusiveMaximum: decimal.optional(),
});
export type Share = z.infer<typeof Share>;

export const OwnershipInterest = z.strictObject({
  asset: OrganizationRef.optional(),
  interestType: text.optional(),
  share: Share.optional(),
  directOrIndirect: z.enum(directOrIndirects).optional(),
  beneficialOwnershipOrControl: z.boolean().optional(),
  value: Money.optional(),
  shareholdingThreshold: text.optional(),
  heldOnBehalfOf: text.optional(),
  managedBy: text.optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  owner: AssetOwner.optional(),
  description: text.optional(),
});
export type OwnershipInterest = z.infer<typeof OwnershipInterest>;

export const Income = z.strictObject({
  kind: text.optional(),
  payer: PartyRef.optional(),
  ultimatePayer: PartyRef.optional(),
  amount: Money.optional(),
  periodicity: text.optional(),
  receivedAt: partialDate.optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  hoursWorked: decimal.optional(),
  donated: z.boolean().optional(),
  description: text.optional(),
  recipient: AssetOwner.optional(),
});
export type Income = z.infer<typeof Income>;

export const Gift = z.strictObject({
  kind: z.enum(giftKinds).optional(),
  donor: PartyRef.optional(),
  donorStatus: text.optional(),
  description: text.optional(),
  value: Money.optional(),
  receivedAt: partialDate.optional(),
  acceptedAt: partialDate.optional(),
  endDate: partialDate.optional(),
  isSoleBeneficiary: z.boolean().optional(),
  country: country.optional(),
  countries: z.array(country).optional(),
  destination: text.optional(),
  purpose: text.optional(),
});
export type Gift = z.infer<typeof Gift>;

export const MonetaryAsset = z.strictObject({
  kind: text.optional(),
  institution: OrganizationRef.optional(),
  amount: Money.optional(),
  owner: AssetOwner.optional(),
  description: text.optional(),
});
export type MonetaryAsset = z.infer<typeof MonetaryAsset>;

export const Liability = z.strictObject({
  kind: text.optional(),
  creditor: PartyRef.optional(),
  guarantor: PartyRef.optional(),
  principal: Money.optional(),
  outstanding: Money.optional(),
  interestRate: decimal.optional(),
  startDate: partialDate.optional(),
  owner: AssetOwner.optional(),
});
export type Liability = z.infer<typeof Liability>;

export const Position = z.strictObject({
  organization: PartyRef.optional(),
  role: text.optional(),
  paid: z.boolean().optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  sector: text.optional(),
  workingPattern: text.optional(),
  holder: AssetOwner.optional(),
  description: text.optional(),
});
export type Position = z.infer<typeof Position>;

export const Expense = z.strictObject({
  kind: text.optional(),
  date: partialDate.optional(),
  counterparty: PartyRef.optional(),
  amount: Money.optional(),
  description: text.optional(),
});
export type Expense = z.infer<typeof Expense>;

/**
 * The body of a record of type `Declaration`: what `schema.graphql` shows, with references for parties. Fields of GraphQL
 * type ID and record types hold local ids of the same member.
 */
export const DeclarationBody = z.strictObject({
  ...recordBase,
  declarant: Declarant.optional(),
  title: text.optional(),
  country: country.optional(),
  regime: text.optional(),
  category: Classification.optional(),
  type: z.enum(declarationTypes).optional(),
  version: z.enum(declarationVersions).optional(),
  period: DeclarationPeriod.optional(),
  year: z.int().min(1000).max(9999).optional(),
  dueDate: partialDate.optional(),
  submittedAt: partialDate.optional(),
  publishedAt: partialDate.optional(),
  sourceUrl: text.optional(),
  verificationStatus: text.optional(),
  supersedes: localId.optional(),
  parent: localId.optional(),
  total: Money.optional(),
  family: z.array(FamilyMember).optional(),
  realEstate: z.array(RealEstate).optional(),
  vehicles: z.array(Vehicle).optional(),
  valuables: z.array(Valuable).optional(),
  interests: z.array(OwnershipInterest).optional(),
  incomes: z.array(Income).optional(),
  gifts: z.array(Gift).optional(),
  monetaryAssets: z.array(MonetaryAsset).optional(),
  liabilities: z.array(Liability).optional(),
  positions: z.array(Position).optional(),
  expenses: z.array(Expense).optional(),
});
export type DeclarationBody = z.infer<typeof DeclarationBody>;
