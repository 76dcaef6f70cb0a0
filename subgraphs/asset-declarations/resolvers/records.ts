import { loadOrganization, loadParty, loadPerson } from '../../../shared/kit/parties.js';
import { referenceResolver, referenceTo } from '../../../shared/kit/record-by-id.js';
import { declaration } from './kinds.js';
import type {
  AssetOwnerResolvers,
  DeclarantResolvers,
  DeclarationResolvers,
  ExpenseResolvers,
  FamilyMemberResolvers,
  GiftResolvers,
  IncomeResolvers,
  LiabilityResolvers,
  MonetaryAssetResolvers,
  OwnershipInterestResolvers,
  PositionResolvers,
} from './types.generated.js';

/** Fields without a resolver are as the record's body has them. */
export const declarationResolvers: DeclarationResolvers = {
  __resolveReference: referenceResolver(declaration),
  supersedes: (parent, _args, context) => referenceTo(declaration, parent.supersedes, context),
  parent: (parent, _args, context) => referenceTo(declaration, parent.parent, context),
};

export const declarantResolvers: DeclarantResolvers = {
  person: (declarant, _args, context) => loadPerson(declarant.person, context),
  workPlace: (declarant, _args, context) => loadOrganization(declarant.workPlace, context),
};

export const familyMemberResolvers: FamilyMemberResolvers = {
  person: (member, _args, context) => loadPerson(member.person, context),
};

export const assetOwnerResolvers: AssetOwnerResolvers = {
  party: (owner, _args, context) => loadParty(owner.party, context),
};

export const ownershipInterestResolvers: OwnershipInterestResolvers = {
  asset: (interest, _args, context) => loadOrganization(interest.asset, context),
};

export const incomeResolvers: IncomeResolvers = {
  payer: (income, _args, context) => loadParty(income.payer, context),
  ultimatePayer: (income, _args, context) => loadParty(income.ultimatePayer, context),
};

export const giftResolvers: GiftResolvers = {
  donor: (gift, _args, context) => loadParty(gift.donor, context),
};

export const monetaryAssetResolvers: MonetaryAssetResolvers = {
  institution: (asset, _args, context) => loadOrganization(asset.institution, context),
};

export const liabilityResolvers: LiabilityResolvers = {
  creditor: (liability, _args, context) => loadParty(liability.creditor, context),
  guarantor: (liability, _args, context) => loadParty(liability.guarantor, context),
};

export const positionResolvers: PositionResolvers = {
  organization: (position, _args, context) => loadParty(position.organization, context),
};

export const expenseResolvers: ExpenseResolvers = {
  counterparty: (expense, _args, context) => loadParty(expense.counterparty, context),
};
