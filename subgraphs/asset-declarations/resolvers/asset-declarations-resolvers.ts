import { kernelResolvers } from '../../../shared/kit/kernel-resolvers.js';
import { entity } from './entity.js';
import { query } from './query.js';
import {
  assetOwnerResolvers,
  declarantResolvers,
  declarationResolvers,
  expenseResolvers,
  familyMemberResolvers,
  giftResolvers,
  incomeResolvers,
  liabilityResolvers,
  monetaryAssetResolvers,
  ownershipInterestResolvers,
  positionResolvers,
} from './records.js';
import type { Resolvers } from './types.generated.js';

export const assetDeclarationsResolvers: Resolvers = {
  ...kernelResolvers,
  Query: query,
  Entity: entity,
  Declaration: declarationResolvers,
  Declarant: declarantResolvers,
  FamilyMember: familyMemberResolvers,
  AssetOwner: assetOwnerResolvers,
  OwnershipInterest: ownershipInterestResolvers,
  Income: incomeResolvers,
  Gift: giftResolvers,
  MonetaryAsset: monetaryAssetResolvers,
  Liability: liabilityResolvers,
  Position: positionResolvers,
  Expense: expenseResolvers,
};
