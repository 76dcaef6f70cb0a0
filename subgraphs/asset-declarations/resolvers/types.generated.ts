// Written by `npm run codegen` from the contract; not to be edited.
import type * as bodies0 from '../../../shared/domain/party-body.js';
import type * as bodies1 from '../../../shared/domain/record-body.js';
import type * as bodies2 from '../domain/declaration-body.js';
import type { Connection } from '../../../shared/kit/connection.js';
import type { EntityNode } from '../../../shared/kit/entity-connection.js';
import type { RecordNode } from '../../../shared/kit/record-kind.js';
import type { Total } from '../../../shared/kit/totals.js';
declare namespace bodies {
  export type PersonBody = bodies0.PersonBody;
  export type OrganizationBody = bodies0.OrganizationBody;
  export type Money = bodies1.Money;
  export type Classification = bodies1.Classification;
  export type Identifier = bodies1.Identifier;
  export type Name = bodies1.Name;
  export type Address = bodies1.Address;
  export type PersonRef = bodies1.PersonRef;
  export type OrganizationRef = bodies1.OrganizationRef;
  export type PartyRef = bodies1.PartyRef;
  export type Provenance = bodies1.Provenance;
  export type Handling = bodies1.Handling;
  export type Unspecified = bodies1.Unspecified;
  export type Declarant = bodies2.Declarant;
  export type DeclarationPeriod = bodies2.DeclarationPeriod;
  export type FamilyMember = bodies2.FamilyMember;
  export type AssetOwner = bodies2.AssetOwner;
  export type RealEstate = bodies2.RealEstate;
  export type Vehicle = bodies2.Vehicle;
  export type Valuable = bodies2.Valuable;
  export type Share = bodies2.Share;
  export type OwnershipInterest = bodies2.OwnershipInterest;
  export type Income = bodies2.Income;
  export type Gift = bodies2.Gift;
  export type MonetaryAsset = bodies2.MonetaryAsset;
  export type Liability = bodies2.Liability;
  export type Position = bodies2.Position;
  export type Expense = bodies2.Expense;
  export type DeclarationBody = bodies2.DeclarationBody;
}
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MemberContext } from '../../../shared/kit/member-context.js';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An exact decimal number as a string, at most 18 integer and 6 fraction digits, for example `"-1234.5"`. Never a floating point number. */
  Decimal: { input: string; output: string; }
  /** A date that may be partial, as an ISO 8601 prefix: `2019`, `2019-05` or `2019-05-03` (FollowTheMoney `date`). */
  PartialDate: { input: string; output: string; }
  /** An instant in UTC with milliseconds, ISO 8601: `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A Traffic Light Protocol 2.0 label (FIRST): `TLP:RED`, `TLP:AMBER`, `TLP:AMBER+STRICT`, `TLP:GREEN` or `TLP:CLEAR`. */
  Tlp: { input: string; output: string; }
  /** A Permissible Actions Protocol label: `PAP:RED`, `PAP:AMBER`, `PAP:GREEN` or `PAP:CLEAR`. It answers: may the subject be contacted, or a third party asked with this name? */
  Pap: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** An organisation of the coalition. Its details are the directory's. */
export type Member = {
  /** The member's id: `[a-z][a-z0-9-]{1,31}`. It is the part of every record id before the first colon. */
  id: Scalars['ID']['output'];
};

/** What every federated record carries. */
export type Record = {
  /** `<member>:<local>`; the part before the first colon names the owner. */
  id: Scalars['ID']['output'];
  /** The member that owns this record. */
  member: Member;
  /** How the record may be handled, as its owner says. */
  handling: Handling;
  /** Where the record comes from. */
  provenance: Provenance;
  /** Fields that are empty for a known reason (BODS `unspecifiedReason`). */
  unspecified?: Maybe<Array<Unspecified>>;
  /** When the owner's store first held this record. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the owner's store last changed this record. */
  modifiedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A person or an organisation (OCDS `party`). */
export type Party = Person | Organization;

/** A natural person (FollowTheMoney `Person`). */
export type Person = {
  /** `<member>:<local>` of this person in its owner's store. */
  id: Scalars['ID']['output'];
  /** The member that asserts this person. */
  member: Member;
  /** The main name, as the source writes it (FollowTheMoney `name`). */
  name?: Maybe<Scalars['String']['output']>;
  /** Every name known, with its language and script (BODS `names`). */
  names?: Maybe<Array<Name>>;
  /** Public identifiers (OCDS `Identifier`). National ids, tax numbers and passports are never among them. */
  identifiers?: Maybe<Array<Identifier>>;
  /** Date of birth, as far as it may be given (FollowTheMoney `birthDate`). */
  birthDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Place of birth (FollowTheMoney `birthPlace`). */
  birthPlace?: Maybe<Scalars['String']['output']>;
  /** Date of death (FollowTheMoney `deathDate`). */
  deathDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Nationalities, ISO 3166-1 alpha-2 (FollowTheMoney `nationality`). */
  nationality?: Maybe<Array<Scalars['String']['output']>>;
  /** Countries the person is associated with, ISO 3166-1 alpha-2 (FollowTheMoney `country`). */
  countries?: Maybe<Array<Scalars['String']['output']>>;
  /** Gender as the source gives it (FollowTheMoney `gender`). */
  gender?: Maybe<Gender>;
  /** Public posts held (FollowTheMoney `position`). */
  position?: Maybe<Array<Scalars['String']['output']>>;
  /** FollowTheMoney topics, for example `role.pep`. */
  topics?: Maybe<Array<Scalars['String']['output']>>;
  /** Whether the person is politically exposed (BODS `politicalExposure.status`). */
  politicalExposure?: Maybe<PoliticalExposure>;
  /** Wikidata item, `Q` and digits (FollowTheMoney `wikidataId`). */
  wikidataId?: Maybe<Scalars['String']['output']>;
};

/** A company, public body or other organisation (FollowTheMoney `Organization`, `Company`, `PublicBody`). */
export type Organization = {
  /** `<member>:<local>` of this organisation in its owner's store. */
  id: Scalars['ID']['output'];
  /** The member that asserts this organisation. */
  member: Member;
  /** The main name, as the source writes it (FollowTheMoney `name`). */
  name?: Maybe<Scalars['String']['output']>;
  /** Every name known, with its language and script (BODS `names`). */
  names?: Maybe<Array<Name>>;
  /** Public identifiers with schemes of org-id.guide (OCDS `Identifier`). */
  identifiers?: Maybe<Array<Identifier>>;
  /** What kind of entity it is (BODS `entityType.type`). */
  entityType?: Maybe<EntityType>;
  /** Country whose law it is under, ISO 3166-1 alpha-2 or ISO 3166-2 (FollowTheMoney `jurisdiction`). */
  jurisdiction?: Maybe<Scalars['String']['output']>;
  /** Countries it is associated with, ISO 3166-1 alpha-2 (FollowTheMoney `country`). */
  countries?: Maybe<Array<Scalars['String']['output']>>;
  /** Legal form as registered (FollowTheMoney `legalForm`). */
  legalForm?: Maybe<Scalars['String']['output']>;
  /** Date of incorporation (FollowTheMoney `incorporationDate`). */
  incorporationDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Date of dissolution (FollowTheMoney `dissolutionDate`). */
  dissolutionDate?: Maybe<Scalars['PartialDate']['output']>;
  /** State of the registration (FollowTheMoney `status`). */
  status?: Maybe<Scalars['String']['output']>;
  /** Line of business (FollowTheMoney `sector`). */
  sector?: Maybe<Scalars['String']['output']>;
  /** What kind of public body or organisation it is (Popolo `classification`). */
  classification?: Maybe<Scalars['String']['output']>;
  /** The registered address. Addresses of natural persons are not in the schema. */
  address?: Maybe<Address>;
  /** FollowTheMoney topics, for example `gov` or `sanction`. */
  topics?: Maybe<Array<Scalars['String']['output']>>;
  /** The organisation this one is part of (FollowTheMoney `parent`). */
  parent?: Maybe<Organization>;
  /** Wikidata item, `Q` and digits (FollowTheMoney `wikidataId`). */
  wikidataId?: Maybe<Scalars['String']['output']>;
};

/** One name of a party (BODS `Name`). */
export type Name = {
  /** The whole name. */
  full?: Maybe<Scalars['String']['output']>;
  /** What kind of name it is (BODS `names.type`). */
  type?: Maybe<NameType>;
  /** Language, ISO 639-3. */
  language?: Maybe<Scalars['String']['output']>;
  /** Script, ISO 15924. */
  script?: Maybe<Scalars['String']['output']>;
  /** Given name (BODS `givenName`). */
  givenName?: Maybe<Scalars['String']['output']>;
  /** Family name (BODS `familyName`). */
  familyName?: Maybe<Scalars['String']['output']>;
  /** Patronymic (BODS `patronymicName`). */
  patronymicName?: Maybe<Scalars['String']['output']>;
};

/** A public identifier of a party (OCDS `Identifier`). */
export type Identifier = {
  /** The list the identifier is from, a code of org-id.guide such as `GB-COH` or `XI-LEI`. */
  scheme?: Maybe<Scalars['String']['output']>;
  /** The identifier within its scheme. */
  id?: Maybe<Scalars['String']['output']>;
  /** The name registered under the identifier. */
  legalName?: Maybe<Scalars['String']['output']>;
  /** Where the identifier can be looked up. */
  uri?: Maybe<Scalars['String']['output']>;
};

/** An address of an organisation or a public place (BODS `Address`). */
export type Address = {
  /** The whole address as published. */
  full?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** City or locality. */
  city?: Maybe<Scalars['String']['output']>;
  /** Region, ISO 3166-2 where known. */
  region?: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** What the address is for (BODS `addressType`). */
  type?: Maybe<AddressType>;
};

/** An amount of money (OCDS `Value`; ranges as BODS `share` and OGE 278e). */
export type Money = {
  /** The exact amount, where there is one. */
  amount?: Maybe<Scalars['Decimal']['output']>;
  /** Currency, ISO 4217. */
  currency?: Maybe<Scalars['String']['output']>;
  /** The least the amount can be, where the source gives a range. */
  minimum?: Maybe<Scalars['Decimal']['output']>;
  /** The most the amount can be, where the source gives a range. */
  maximum?: Maybe<Scalars['Decimal']['output']>;
  /** The source's own words for the amount. */
  original?: Maybe<Scalars['String']['output']>;
  /** The date the amount is as of. */
  asOf?: Maybe<Scalars['PartialDate']['output']>;
};

/** A code out of a classification (OCDS `Classification`). */
export type Classification = {
  /** The classification scheme, for example `COFOG`, `GFSM` or `US-COA`. */
  scheme?: Maybe<Scalars['String']['output']>;
  /** The code in the scheme. */
  code?: Maybe<Scalars['String']['output']>;
  /** The scheme's words for the code, in the language of the source. */
  label?: Maybe<Scalars['String']['output']>;
};

/** Where a record comes from (BODS `source` and `publicationDetails`). */
export type Provenance = {
  /** The page or file the record was published at. */
  sourceUrl?: Maybe<Scalars['String']['output']>;
  /** Who published it. */
  publisher?: Maybe<Scalars['String']['output']>;
  /** The publisher's page. */
  publisherUrl?: Maybe<Scalars['String']['output']>;
  /** The dataset it is part of (OpenSanctions `dataset`). */
  dataset?: Maybe<Scalars['String']['output']>;
  /** What kind of source it is (BODS `sourceType`). */
  sourceType?: Maybe<SourceType>;
  /** The source's own id of the record. */
  sourceId?: Maybe<Scalars['String']['output']>;
  /** When the owner took it from the source. */
  retrievedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Licence of the record, an SPDX id or `LicenseRef-…`. */
  license?: Maybe<Scalars['String']['output']>;
  /** The words to credit the source with. */
  attribution?: Maybe<Scalars['String']['output']>;
  /** Language of the source, ISO 639-3. */
  language?: Maybe<Scalars['String']['output']>;
};

/** How a record may be handled. */
export type Handling = {
  /** Traffic Light Protocol 2.0 label. Absent means `TLP:AMBER`. */
  tlp?: Maybe<Scalars['Tlp']['output']>;
  /** Permissible Actions Protocol label. */
  pap?: Maybe<Scalars['Pap']['output']>;
  /** The record is withheld until this instant. */
  embargoUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Licence of the record, an SPDX id or `LicenseRef-…`. */
  license?: Maybe<Scalars['String']['output']>;
  /** Whether the owner may be named (FIRST IEP 2.0 `attribution`). */
  attribution?: Maybe<Attribution>;
  /** The law the record is processed under, and its country. */
  legalBasis?: Maybe<Scalars['String']['output']>;
};

/** A field that is empty for a known reason (BODS `unspecifiedReason`). */
export type Unspecified = {
  /** The field's path within the record, for example `incomes[0].amount`. */
  field: Scalars['String']['output'];
  /** Why it is empty. */
  reason: UnspecifiedReason;
  /** The source's own words. */
  description?: Maybe<Scalars['String']['output']>;
};

/** A number of records. */
export type Count = {
  /** How many. */
  value: Scalars['Int']['output'];
  /** Whether `value` is the number or a lower bound. */
  relation: CountRelation;
};

/** Where a page ends (Relay). */
export type PageInfo = {
  /** Whether records of the members that answered follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** The cursor to pass as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** False while a member that should have answered did not. */
  complete: Scalars['Boolean']['output'];
};

/** One coordinate of a group: a code in a scheme. */
export type DimensionValue = {
  /** The dimension this is a value of, as asked for in `groupBy`. */
  dimension: Scalars['String']['output'];
  /** The classification scheme, where the dimension has one. */
  scheme?: Maybe<Scalars['String']['output']>;
  /** The code; null groups the records that have none. */
  code?: Maybe<Scalars['String']['output']>;
  /** The label of the code, that of the lowest member id. */
  label?: Maybe<Scalars['String']['output']>;
};

/** Whether a count is the number or a lower bound. */
export type CountRelation =
  /** The value is the number of records. */
  | 'EXACT'
  /** There are at least so many. */
  | 'AT_LEAST';

/** Sort direction. Nulls come last in both. */
export type Direction =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** A gender (FollowTheMoney `gender`). */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Another gender. */
  | 'OTHER';

/** What kind of name a name is (BODS `names.type`). */
export type NameType =
  /** The legal name. */
  | 'LEGAL'
  /** A translation of the name. */
  | 'TRANSLATION'
  /** The name in another script. */
  | 'TRANSLITERATION'
  /** A name no longer used. */
  | 'FORMER'
  /** Another name. */
  | 'ALTERNATIVE'
  /** The name at birth. */
  | 'BIRTH';

/** What an address is for (BODS `addressType`). */
export type AddressType =
  /** The registered address. */
  | 'REGISTERED'
  /** The address for service. */
  | 'SERVICE'
  /** Another address. */
  | 'ALTERNATIVE'
  /** A business address. */
  | 'BUSINESS';

/** What kind of entity an organisation is (BODS `entityType.type`). */
export type EntityType =
  /** An entity created by entry in a register. */
  | 'REGISTERED_ENTITY'
  /** An entity with legal personality that is not registered. */
  | 'LEGAL_ENTITY'
  /** An arrangement such as a trust. */
  | 'ARRANGEMENT'
  /** An entity whose identity is withheld. */
  | 'ANONYMOUS_ENTITY'
  /** An entity whose identity is not known. */
  | 'UNKNOWN_ENTITY'
  /** A state. */
  | 'STATE'
  /** A body of a state. */
  | 'STATE_BODY';

/** Whether a person is politically exposed (BODS `politicalExposure.status`). */
export type PoliticalExposure =
  /** Politically exposed. */
  | 'IS_PEP'
  /** Not politically exposed. */
  | 'IS_NOT_PEP'
  /** Not known. */
  | 'UNKNOWN';

/** What kind of source a record is from (BODS `sourceType`). */
export type SourceType =
  /** Declared by the subject. */
  | 'SELF_DECLARATION'
  /** A register kept by a public authority. */
  | 'OFFICIAL_REGISTER'
  /** Somebody else. */
  | 'THIRD_PARTY'
  /** Research of the owner. */
  | 'PRIMARY_RESEARCH'
  /** Checked by the owner against a further source. */
  | 'VERIFIED';

/** Whether the owner may be named (FIRST IEP 2.0 `attribution`). */
export type Attribution =
  /** The owner may be named. */
  | 'MAY'
  /** The owner must be named. */
  | 'MUST'
  /** The owner must not be named. */
  | 'MUST_NOT';

/** Why a field is empty (BODS `unspecifiedReason`; the last three are ours). */
export type UnspecifiedReason =
  /** There are no beneficial owners. */
  | 'NO_BENEFICIAL_OWNERS'
  /** The subject cannot confirm or identify the beneficial owner. */
  | 'SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER'
  /** The person asked has not given the information, or refused to. */
  | 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION'
  /** The subject is exempt from disclosing it. */
  | 'SUBJECT_EXEMPT_FROM_DISCLOSURE'
  /** The person asked is exempt from disclosing it. */
  | 'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE'
  /** The reason is not known. */
  | 'UNKNOWN'
  /** The publisher does not know the information. */
  | 'INFORMATION_UNKNOWN_TO_PUBLISHER'
  /** The field does not apply to this record. */
  | 'NOT_APPLICABLE'
  /** The publisher withholds it. */
  | 'WITHHELD_BY_PUBLISHER'
  /** The source's words cannot be read as a value. */
  | 'NOT_READABLE';

/** Why a group of a total is withheld. */
export type SuppressedBecause =
  /** The group has fewer subjects than the owner's threshold. */
  | 'SMALL_GROUP'
  /** A group withheld elsewhere could be computed from this one. */
  | 'DERIVABLE';

/** Which members to ask. Only `eq` and `in`: a member is named, never matched. */
export type MemberFilter = {
  /** The member with this id. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of these members. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A test of a text, compared by the bytes of its UTF-8 in NFC. */
export type StringFilter = {
  /** Equal. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** One of these. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Equal or greater. */
  gte?: InputMaybe<Scalars['String']['input']>;
  /** Equal or less. */
  lte?: InputMaybe<Scalars['String']['input']>;
  /** Starts with. */
  prefix?: InputMaybe<Scalars['String']['input']>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a list of texts. */
export type StringListFilter = {
  /** The list holds this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** The list does not hold this. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** The list holds one of these. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether the list is empty or absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a whole number. */
export type IntFilter = {
  /** Equal. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<Scalars['Int']['input']>;
  /** One of these. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Equal or greater. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Equal or less. */
  lte?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of an exact decimal. */
export type DecimalFilter = {
  /** Equal. */
  eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<Scalars['Decimal']['input']>;
  /** One of these. */
  in?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** Equal or greater. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Equal or less. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a partial date by its ISO text: `gte: "2019"` is from 2019 on, `lte: "2019"` up to and including all of 2019. */
export type PartialDateFilter = {
  /** Equal, at the same precision. */
  eq?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<Scalars['PartialDate']['input']>;
  /** One of these. */
  in?: InputMaybe<Array<Scalars['PartialDate']['input']>>;
  /** On or after. */
  gte?: InputMaybe<Scalars['PartialDate']['input']>;
  /** On or before, or within. */
  lte?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Within this year, month or day. */
  prefix?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a truth value. */
export type BooleanFilter = {
  /** Equal. */
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of an instant. */
export type DateTimeFilter = {
  /** At or after. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** At or before. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The fields every query starts from. */
export type Query = {
  /** Declarations of all members, filtered and sorted, a page at a time. */
  declarations?: Maybe<DeclarationConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  declaration?: Maybe<Declaration>;
  /** Counts and exact sums of declarations by group. A sum needs the currency in `groupBy` or pinned by a top-level `eq`. */
  declarationTotals?: Maybe<Array<DeclarationTotal>>;
};


/** The fields every query starts from. */
export type QueryDeclarationsArgs = {
  filter?: InputMaybe<DeclarationFilter>;
  orderBy?: InputMaybe<Array<DeclarationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QueryDeclarationArgs = {
  id: Scalars['ID']['input'];
};


/** The fields every query starts from. */
export type QueryDeclarationTotalsArgs = {
  filter: DeclarationFilter;
  groupBy: Array<DeclarationDimension>;
};

/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type Entity = {
  /** A permanent id: that of the record first published, among those the caller may see. */
  id: Scalars['ID']['output'];
  /** The records it is made of, `<member>:<local>`. */
  subjects: Array<Scalars['ID']['output']>;
  /** Declarations that name one of its subjects, of all members that hold some. As `Query.declarations` with a filter by `party`. */
  declarations?: Maybe<DeclarationConnection>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntityDeclarationsArgs = {
  filter?: InputMaybe<DeclarationFilter>;
  orderBy?: InputMaybe<Array<DeclarationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A declaration of assets or interests of a public official (UNCAC article 8(5)). */
export type Declaration = Record & {
  /** `<member>:<local>`; the part before the first colon names the owner. */
  id: Scalars['ID']['output'];
  /** The member that owns this record. */
  member: Member;
  /** How the record may be handled, as its owner says. */
  handling: Handling;
  /** Where the record comes from. */
  provenance: Provenance;
  /** Fields that are empty for a known reason (BODS `unspecifiedReason`). */
  unspecified?: Maybe<Array<Unspecified>>;
  /** When the owner's store first held this record. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the owner's store last changed this record. */
  modifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who declares. */
  declarant?: Maybe<Declarant>;
  /** What it says, in one line. */
  title?: Maybe<Scalars['String']['output']>;
  /** Country of the regime, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** The declaration regime, for example `GB-RMFI` or `UA-NACP`. */
  regime?: Maybe<Scalars['String']['output']>;
  /** Category of the regime, for example `3` UK gifts. */
  category?: Maybe<Classification>;
  /** When in the official's career it was made. */
  type?: Maybe<DeclarationType>;
  /** Whether it corrects an earlier one (NACP `type`). */
  version?: Maybe<DeclarationVersion>;
  /** The time it covers. */
  period?: Maybe<DeclarationPeriod>;
  /** The year it is about. */
  year?: Maybe<Scalars['Int']['output']>;
  /** When it had to be submitted (OCDS `dueDate`); a record without `submittedAt` is a declaration that is owed. */
  dueDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was submitted. */
  submittedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was published. */
  publishedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** Where it is published. */
  sourceUrl?: Maybe<Scalars['String']['output']>;
  /** Whether and how it was verified. */
  verificationStatus?: Maybe<Scalars['String']['output']>;
  /** The declaration it replaces. */
  supersedes?: Maybe<Scalars['ID']['output']>;
  /** The declaration it belongs to, such as the employment a payment is from. */
  parent?: Maybe<Scalars['ID']['output']>;
  /** What it declares in all, where that can be said. */
  total?: Maybe<Money>;
  /** Members of the family it names. */
  family?: Maybe<Array<FamilyMember>>;
  /** Land and buildings. */
  realEstate?: Maybe<Array<RealEstate>>;
  /** Vehicles. */
  vehicles?: Maybe<Array<Vehicle>>;
  /** Other valuable things. */
  valuables?: Maybe<Array<Valuable>>;
  /** Shares and other interests in organisations. */
  interests?: Maybe<Array<OwnershipInterest>>;
  /** Income. */
  incomes?: Maybe<Array<Income>>;
  /** Gifts, donations, hospitality and visits paid for by others. */
  gifts?: Maybe<Array<Gift>>;
  /** Cash, deposits and claims. */
  monetaryAssets?: Maybe<Array<MonetaryAsset>>;
  /** Debts. */
  liabilities?: Maybe<Array<Liability>>;
  /** Outside activities, memberships and posts. */
  positions?: Maybe<Array<Position>>;
  /** Expenses and transactions. */
  expenses?: Maybe<Array<Expense>>;
};

/** Who declares, and in what post (FollowTheMoney `Occupancy`). */
export type Declarant = {
  /** The person. */
  person?: Maybe<Person>;
  /** The post (FollowTheMoney `post`). */
  post?: Maybe<Scalars['String']['output']>;
  /** The body the post is in. */
  workPlace?: Maybe<Organization>;
  /** Category of the post. */
  postCategory?: Maybe<Scalars['String']['output']>;
  /** Region or constituency. */
  region?: Maybe<Scalars['String']['output']>;
  /** In the post since. */
  startDate?: Maybe<Scalars['PartialDate']['output']>;
  /** In the post until. */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
};

/** The time a declaration covers. */
export type DeclarationPeriod = {
  /** From. */
  from?: Maybe<Scalars['PartialDate']['output']>;
  /** To. */
  to?: Maybe<Scalars['PartialDate']['output']>;
};

/** A member of the family (FollowTheMoney `Family`). A minor is never named. */
export type FamilyMember = {
  /** Relation to the declarant, in the source's words (FollowTheMoney `relationship`). */
  relation?: Maybe<Scalars['String']['output']>;
  /** The same as a code. */
  relationCode?: Maybe<FamilyRelation>;
  /** Who it is. */
  person?: Maybe<Person>;
};

/** Land or a building (FollowTheMoney `RealEstate`). The address of a home is not in the schema. */
export type RealEstate = {
  /** Kind of property (FollowTheMoney `propertyType`). */
  propertyType?: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** Region. */
  region?: Maybe<Scalars['String']['output']>;
  /** City or locality. */
  city?: Maybe<Scalars['String']['output']>;
  /** Area in square metres (FollowTheMoney `area`). */
  area?: Maybe<Scalars['Decimal']['output']>;
  /** The part of the area that is owned, in square metres. */
  areaOwned?: Maybe<Scalars['Decimal']['output']>;
  /** How many properties the entry stands for. */
  numberOfProperties?: Maybe<Scalars['Int']['output']>;
  /** How it is held (FollowTheMoney `tenure`). */
  tenure?: Maybe<Scalars['String']['output']>;
  /** Kind of ownership. */
  ownershipType?: Maybe<Scalars['String']['output']>;
  /** Share owned, in per cent. */
  percentage?: Maybe<Scalars['Decimal']['output']>;
  /** Whose it is. */
  owner?: Maybe<AssetOwner>;
  /** When it was acquired. */
  acquiredAt?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was given up. */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Value, as declared. */
  value?: Maybe<Money>;
  /** Rent received. */
  rentalIncome?: Maybe<Money>;
  /** In the source's words, without an address. */
  description?: Maybe<Scalars['String']['output']>;
};

/** A vehicle (FollowTheMoney `Vehicle`). Plates and VIN are not in the schema. */
export type Vehicle = {
  /** Kind of vehicle (FollowTheMoney `type`). */
  type?: Maybe<Scalars['String']['output']>;
  /** Brand. */
  brand?: Maybe<Scalars['String']['output']>;
  /** Model (FollowTheMoney `model`). */
  model?: Maybe<Scalars['String']['output']>;
  /** When it was built (FollowTheMoney `buildDate`). */
  buildDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was acquired. */
  acquiredAt?: Maybe<Scalars['PartialDate']['output']>;
  /** Value, as declared. */
  value?: Maybe<Money>;
  /** Whose it is. */
  owner?: Maybe<AssetOwner>;
};

/** Another valuable thing: art, jewellery, a club membership. */
export type Valuable = {
  /** What it is. */
  type?: Maybe<Scalars['String']['output']>;
  /** In the source's words. */
  description?: Maybe<Scalars['String']['output']>;
  /** When it was acquired. */
  acquiredAt?: Maybe<Scalars['PartialDate']['output']>;
  /** Value, as declared. */
  value?: Maybe<Money>;
  /** Whose it is. */
  owner?: Maybe<AssetOwner>;
};

/** An interest in an organisation (BODS `interest`, FollowTheMoney `Ownership`). */
export type OwnershipInterest = {
  /** The organisation the interest is in (FollowTheMoney `asset`). */
  asset?: Maybe<Organization>;
  /** Kind of interest (BODS `interests.type`), for example `shareholding`. */
  interestType?: Maybe<Scalars['String']['output']>;
  /** How large it is (BODS `share`). */
  share?: Maybe<Share>;
  /** Whether it is held through others (BODS `directOrIndirect`). */
  directOrIndirect?: Maybe<DirectOrIndirect>;
  /** Whether it is beneficial ownership or control (BODS). */
  beneficialOwnershipOrControl?: Maybe<Scalars['Boolean']['output']>;
  /** Value, as declared. */
  value?: Maybe<Money>;
  /** The threshold it passes, in the source's words (UK `ShareholdingThreshold`). */
  shareholdingThreshold?: Maybe<Scalars['String']['output']>;
  /** On whose behalf it is held. */
  heldOnBehalfOf?: Maybe<Scalars['String']['output']>;
  /** Who manages it. */
  managedBy?: Maybe<Scalars['String']['output']>;
  /** Since when. */
  startDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Until when. */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Whose it is. */
  owner?: Maybe<AssetOwner>;
  /** In the source's words. */
  description?: Maybe<Scalars['String']['output']>;
};

/** How large an interest is, in per cent (BODS `share`). */
export type Share = {
  /** Exactly. */
  exact?: Maybe<Scalars['Decimal']['output']>;
  /** At least. */
  minimum?: Maybe<Scalars['Decimal']['output']>;
  /** At most. */
  maximum?: Maybe<Scalars['Decimal']['output']>;
  /** More than. */
  exclusiveMinimum?: Maybe<Scalars['Decimal']['output']>;
  /** Less than. */
  exclusiveMaximum?: Maybe<Scalars['Decimal']['output']>;
};

/** Income (NACP step 11, OGE 278e part 2). */
export type Income = {
  /** Kind of income. */
  kind?: Maybe<Scalars['String']['output']>;
  /** Who pays. */
  payer?: Maybe<Party>;
  /** Who pays in the end. */
  ultimatePayer?: Maybe<Party>;
  /** How much. */
  amount?: Maybe<Money>;
  /** How often. */
  periodicity?: Maybe<Scalars['String']['output']>;
  /** When it was received. */
  receivedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** From when. */
  startDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Until when. */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Hours worked for it. */
  hoursWorked?: Maybe<Scalars['Decimal']['output']>;
  /** Whether it was given away. */
  donated?: Maybe<Scalars['Boolean']['output']>;
  /** In the source's words. */
  description?: Maybe<Scalars['String']['output']>;
  /** Whose it is. */
  recipient?: Maybe<AssetOwner>;
};

/** A gift, donation, hospitality or visit (UK categories 2 to 5). */
export type Gift = {
  /** What kind of benefit it is. */
  kind?: Maybe<GiftKind>;
  /** Who gives. */
  donor?: Maybe<Party>;
  /** What the donor is, in the source's words. */
  donorStatus?: Maybe<Scalars['String']['output']>;
  /** In the source's words. */
  description?: Maybe<Scalars['String']['output']>;
  /** Value. */
  value?: Maybe<Money>;
  /** When it was received. */
  receivedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was accepted. */
  acceptedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** When it ended. */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Whether the declarant alone benefits. */
  isSoleBeneficiary?: Maybe<Scalars['Boolean']['output']>;
  /** Country visited, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** Countries visited, ISO 3166-1 alpha-2. */
  countries?: Maybe<Array<Scalars['String']['output']>>;
  /** Destination of a visit. */
  destination?: Maybe<Scalars['String']['output']>;
  /** Purpose of a visit. */
  purpose?: Maybe<Scalars['String']['output']>;
};

/** Cash, a deposit or a claim (NACP step 12). Account numbers are not in the schema. */
export type MonetaryAsset = {
  /** Kind of asset. */
  kind?: Maybe<Scalars['String']['output']>;
  /** The institution that holds it. */
  institution?: Maybe<Organization>;
  /** How much. */
  amount?: Maybe<Money>;
  /** Whose it is. */
  owner?: Maybe<AssetOwner>;
  /** In the source's words, without account numbers. */
  description?: Maybe<Scalars['String']['output']>;
};

/** A debt (NACP step 13, OGE 278e part 8). */
export type Liability = {
  /** Kind of debt. */
  kind?: Maybe<Scalars['String']['output']>;
  /** Who is owed. */
  creditor?: Maybe<Party>;
  /** Who guarantees. */
  guarantor?: Maybe<Party>;
  /** Amount borrowed. */
  principal?: Maybe<Money>;
  /** Amount still owed. */
  outstanding?: Maybe<Money>;
  /** Interest, in per cent a year. */
  interestRate?: Maybe<Scalars['Decimal']['output']>;
  /** Since when. */
  startDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Whose it is. */
  owner?: Maybe<AssetOwner>;
};

/** An outside activity, membership or post (FollowTheMoney `Occupancy`, `Membership`). */
export type Position = {
  /** Where. */
  organization?: Maybe<Party>;
  /** As what (FollowTheMoney `role`). */
  role?: Maybe<Scalars['String']['output']>;
  /** Whether it is paid. */
  paid?: Maybe<Scalars['Boolean']['output']>;
  /** Since when. */
  startDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Until when. */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Line of business. */
  sector?: Maybe<Scalars['String']['output']>;
  /** Full or part time. */
  workingPattern?: Maybe<Scalars['String']['output']>;
  /** Who holds it. */
  holder?: Maybe<AssetOwner>;
  /** In the source's words. */
  description?: Maybe<Scalars['String']['output']>;
};

/** An expense or a transaction (NACP step 14, OGE 278-T). */
export type Expense = {
  /** Kind of expense. */
  kind?: Maybe<Scalars['String']['output']>;
  /** When. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** With whom. */
  counterparty?: Maybe<Party>;
  /** How much. */
  amount?: Maybe<Money>;
  /** In the source's words. */
  description?: Maybe<Scalars['String']['output']>;
};

/** Whose an asset is (NACP `rightBelongs`). */
export type AssetOwner = {
  /** The declarant, the family or somebody else. */
  kind?: Maybe<AssetOwnerKind>;
  /** Relation to the declarant, in the source's words. */
  relation?: Maybe<Scalars['String']['output']>;
  /** Who it is, where that is said. */
  party?: Maybe<Party>;
};

/** Whose an asset is. */
export type AssetOwnerKind =
  /** The declarant. */
  | 'DECLARANT'
  /** The spouse or partner. */
  | 'SPOUSE'
  /** A child. */
  | 'CHILD'
  /** A parent. */
  | 'PARENT'
  /** Another member of the family. */
  | 'FAMILY'
  /** Several of these together. */
  | 'JOINT'
  /** Somebody else. */
  | 'THIRD_PARTY';

/** Relation to the declarant. */
export type FamilyRelation =
  /** Spouse or partner. */
  | 'SPOUSE'
  /** Child. */
  | 'CHILD'
  /** Parent. */
  | 'PARENT'
  /** Brother or sister. */
  | 'SIBLING'
  /** Grandchild. */
  | 'GRANDCHILD'
  /** Grandparent. */
  | 'GRANDPARENT'
  /** Another relation. */
  | 'OTHER';

/** Whether an interest is held through others (BODS). */
export type DirectOrIndirect =
  /** Directly. */
  | 'DIRECT'
  /** Through others. */
  | 'INDIRECT'
  /** Not known. */
  | 'UNKNOWN';

/** What kind of benefit a gift is. */
export type GiftKind =
  /** A donation or other support. */
  | 'DONATION'
  /** A gift. */
  | 'GIFT'
  /** Hospitality. */
  | 'HOSPITALITY'
  /** A visit paid for by others. */
  | 'VISIT'
  /** A loan on favourable terms. */
  | 'LOAN';

/** When in the official's career a declaration was made (NACP 1 to 4, PDN). */
export type DeclarationType =
  /** While in office, yearly (NACP 1, PDN `MODIFICACION`). */
  | 'ANNUAL'
  /** On taking office (PDN `INICIAL`). */
  | 'ENTRY'
  /** On leaving office (NACP 2, PDN `CONCLUSION`). */
  | 'LEAVING'
  /** After leaving office (NACP 3). */
  | 'AFTER_LEAVING'
  /** As a candidate (NACP 4). */
  | 'CANDIDATE'
  /** A single interest, registered when it arose. */
  | 'INTEREST';

/** Whether a declaration corrects an earlier one (NACP `type`). */
export type DeclarationVersion =
  /** An ordinary declaration. */
  | 'NORMAL'
  /** A notice of a material change. */
  | 'MATERIAL_CHANGE'
  /** A correction. */
  | 'CORRECTED';

/** A test of a `DeclarationType`. */
export type DeclarationTypeFilter = {
  /** Equal. */
  eq?: InputMaybe<DeclarationType>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<DeclarationType>;
  /** One of these. */
  in?: InputMaybe<Array<DeclarationType>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a `DeclarationVersion`. */
export type DeclarationVersionFilter = {
  /** Equal. */
  eq?: InputMaybe<DeclarationVersion>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<DeclarationVersion>;
  /** One of these. */
  in?: InputMaybe<Array<DeclarationVersion>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of declarations (Relay connection). */
export type DeclarationConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<DeclarationEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type DeclarationEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<Declaration>;
};

/** Which declarations to return. All fields given must hold. */
export type DeclarationFilter = {
  /** Country of the regime, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** The declaration regime. */
  regime?: InputMaybe<StringFilter>;
  /** Code of the category of the regime. */
  category?: InputMaybe<StringFilter>;
  /** When in the official's career it was made. */
  type?: InputMaybe<DeclarationTypeFilter>;
  /** Whether it corrects an earlier one. */
  version?: InputMaybe<DeclarationVersionFilter>;
  /** The year it is about. */
  year?: InputMaybe<IntFilter>;
  /** When it had to be submitted. */
  dueDate?: InputMaybe<PartialDateFilter>;
  /** When it was submitted. */
  submittedAt?: InputMaybe<PartialDateFilter>;
  /** Days from the due date to the submission, fewer than 0 before; absent unless both are known to the day. */
  submissionDelay?: InputMaybe<IntFilter>;
  /** When it was published. */
  publishedAt?: InputMaybe<PartialDateFilter>;
  /** Id of the person who declares. */
  declarant?: InputMaybe<StringFilter>;
  /** Currency of the total, ISO 4217. */
  currency?: InputMaybe<StringFilter>;
  /** The exact total. */
  total?: InputMaybe<DecimalFilter>;
  /** Id of a person or organisation the record names. */
  party?: InputMaybe<StringListFilter>;
  /** Public identifier of a party the record names, as `scheme:id`, for example `GB-COH:01234567`. */
  identifier?: InputMaybe<StringListFilter>;
  /** When the owner's store last changed the record. */
  modifiedAt?: InputMaybe<DateTimeFilter>;
  /** Words that must all occur in the record, in any order, compared without case and marks. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Only records of these members. */
  member?: InputMaybe<MemberFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<DeclarationFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DeclarationFilter>>;
  /** This does not hold. */
  not?: InputMaybe<DeclarationFilter>;
};

/** One sort key of declarations. */
export type DeclarationOrder = {
  /** What to sort by. */
  field: DeclarationOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What declarations can be sorted by. Ties are broken by member and local id. */
export type DeclarationOrderField =
  /** By year. */
  | 'YEAR'
  /** By the date of submission. */
  | 'SUBMITTED_AT'
  /** By the date of publication. */
  | 'PUBLISHED_AT'
  /** By total; needs one currency pinned by `eq` in the filter. */
  | 'TOTAL'
  /** By name of the declarant, without case and marks. */
  | 'DECLARANT_NAME';

/** What declarations can be grouped by. */
export type DeclarationDimension =
  /** Country. */
  | 'COUNTRY'
  /** Declaration regime. */
  | 'REGIME'
  /** Category of the regime. */
  | 'CATEGORY'
  /** When in the official's career they were made. */
  | 'TYPE'
  /** Whether they correct an earlier one. */
  | 'VERSION'
  /** Year. */
  | 'YEAR'
  /** Currency of the total. */
  | 'CURRENCY'
  /** Days from the due date to the submission. */
  | 'SUBMISSION_DELAY';

/** One group of declarations. */
export type DeclarationTotal = {
  /** The group, one value per dimension asked for. */
  key: Array<DimensionValue>;
  /** How many records are in the group. */
  count: Count;
  /** Exact sum of the totals, of one currency; refused where the currency is neither in `groupBy` nor pinned. */
  sum?: Maybe<Scalars['Decimal']['output']>;
  /** Currency of the sum, ISO 4217. */
  currency?: Maybe<Scalars['String']['output']>;
  /** False while a member that should have answered did not, or withheld a part. */
  complete: Scalars['Boolean']['output'];
  /** Why the group is withheld, where it is. */
  suppressedBecause?: Maybe<SuppressedBecause>;
  /** The members whose records the group holds, those that withhold their part apart. */
  members?: Maybe<Array<Member>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = object, TContext = object, TArgs = object> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = object, TContext = object, TArgs = object> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = object, TContext = object> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = object, TContext = object> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = object, TParent = object, TContext = object, TArgs = object> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Entity: Entity;
  Declaration: Declaration;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Entity:
    ( { __typename: 'Entity' }
    & GraphQLRecursivePick<FederationTypes['Entity'], {"id":true}>
    & ( object
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}> ) );
  Declaration:
    ( { __typename: 'Declaration' }
    & GraphQLRecursivePick<FederationTypes['Declaration'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends object> = {
  Party:
    | ( RecordNode<'Person', bodies.PersonBody> )
    | ( RecordNode<'Organization', bodies.OrganizationBody> )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends object> = {
  Record: ( RecordNode<'Declaration', bodies.DeclarationBody> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  PartialDate: ResolverTypeWrapper<Scalars['PartialDate']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Tlp: ResolverTypeWrapper<Scalars['Tlp']['output']>;
  Pap: ResolverTypeWrapper<Scalars['Pap']['output']>;
  Member: ResolverTypeWrapper<Member>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Record: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Record']>;
  Party: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Party']>;
  Person: ResolverTypeWrapper<RecordNode<'Person', bodies.PersonBody>>;
  Organization: ResolverTypeWrapper<RecordNode<'Organization', bodies.OrganizationBody>>;
  Name: ResolverTypeWrapper<bodies.Name>;
  Identifier: ResolverTypeWrapper<bodies.Identifier>;
  Address: ResolverTypeWrapper<bodies.Address>;
  Money: ResolverTypeWrapper<bodies.Money>;
  Classification: ResolverTypeWrapper<bodies.Classification>;
  Provenance: ResolverTypeWrapper<bodies.Provenance>;
  Handling: ResolverTypeWrapper<bodies.Handling>;
  Unspecified: ResolverTypeWrapper<bodies.Unspecified>;
  Count: ResolverTypeWrapper<Count>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DimensionValue: ResolverTypeWrapper<DimensionValue>;
  CountRelation: CountRelation;
  Direction: Direction;
  Gender: Gender;
  NameType: NameType;
  AddressType: AddressType;
  EntityType: EntityType;
  PoliticalExposure: PoliticalExposure;
  SourceType: SourceType;
  Attribution: Attribution;
  UnspecifiedReason: UnspecifiedReason;
  SuppressedBecause: SuppressedBecause;
  MemberFilter: MemberFilter;
  StringFilter: StringFilter;
  StringListFilter: StringListFilter;
  IntFilter: IntFilter;
  DecimalFilter: DecimalFilter;
  PartialDateFilter: PartialDateFilter;
  BooleanFilter: BooleanFilter;
  DateTimeFilter: DateTimeFilter;
  Query: ResolverTypeWrapper<unknown>;
  Entity: ResolverTypeWrapper<EntityNode>;
  Declaration: ResolverTypeWrapper<RecordNode<'Declaration', bodies.DeclarationBody>>;
  Declarant: ResolverTypeWrapper<bodies.Declarant>;
  DeclarationPeriod: ResolverTypeWrapper<bodies.DeclarationPeriod>;
  FamilyMember: ResolverTypeWrapper<bodies.FamilyMember>;
  RealEstate: ResolverTypeWrapper<bodies.RealEstate>;
  Vehicle: ResolverTypeWrapper<bodies.Vehicle>;
  Valuable: ResolverTypeWrapper<bodies.Valuable>;
  OwnershipInterest: ResolverTypeWrapper<bodies.OwnershipInterest>;
  Share: ResolverTypeWrapper<bodies.Share>;
  Income: ResolverTypeWrapper<bodies.Income>;
  Gift: ResolverTypeWrapper<bodies.Gift>;
  MonetaryAsset: ResolverTypeWrapper<bodies.MonetaryAsset>;
  Liability: ResolverTypeWrapper<bodies.Liability>;
  Position: ResolverTypeWrapper<bodies.Position>;
  Expense: ResolverTypeWrapper<bodies.Expense>;
  AssetOwner: ResolverTypeWrapper<bodies.AssetOwner>;
  AssetOwnerKind: AssetOwnerKind;
  FamilyRelation: FamilyRelation;
  DirectOrIndirect: DirectOrIndirect;
  GiftKind: GiftKind;
  DeclarationType: DeclarationType;
  DeclarationVersion: DeclarationVersion;
  DeclarationTypeFilter: DeclarationTypeFilter;
  DeclarationVersionFilter: DeclarationVersionFilter;
  DeclarationConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['Declaration']>>;
  DeclarationEdge: ResolverTypeWrapper<Omit<DeclarationEdge, 'node'> & { node?: Maybe<ResolversTypes['Declaration']> }>;
  DeclarationFilter: DeclarationFilter;
  DeclarationOrder: DeclarationOrder;
  DeclarationOrderField: DeclarationOrderField;
  DeclarationDimension: DeclarationDimension;
  DeclarationTotal: ResolverTypeWrapper<Total>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Decimal: Scalars['Decimal']['output'];
  PartialDate: Scalars['PartialDate']['output'];
  DateTime: Scalars['DateTime']['output'];
  Tlp: Scalars['Tlp']['output'];
  Pap: Scalars['Pap']['output'];
  Member: Member;
  ID: Scalars['ID']['output'];
  Record: ResolversInterfaceTypes<ResolversParentTypes>['Record'];
  Party: ResolversUnionTypes<ResolversParentTypes>['Party'];
  Person: RecordNode<'Person', bodies.PersonBody>;
  Organization: RecordNode<'Organization', bodies.OrganizationBody>;
  Name: bodies.Name;
  Identifier: bodies.Identifier;
  Address: bodies.Address;
  Money: bodies.Money;
  Classification: bodies.Classification;
  Provenance: bodies.Provenance;
  Handling: bodies.Handling;
  Unspecified: bodies.Unspecified;
  Count: Count;
  Int: Scalars['Int']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  DimensionValue: DimensionValue;
  MemberFilter: MemberFilter;
  StringFilter: StringFilter;
  StringListFilter: StringListFilter;
  IntFilter: IntFilter;
  DecimalFilter: DecimalFilter;
  PartialDateFilter: PartialDateFilter;
  BooleanFilter: BooleanFilter;
  DateTimeFilter: DateTimeFilter;
  Query: unknown;
  Entity: EntityNode;
  Declaration: RecordNode<'Declaration', bodies.DeclarationBody>;
  Declarant: bodies.Declarant;
  DeclarationPeriod: bodies.DeclarationPeriod;
  FamilyMember: bodies.FamilyMember;
  RealEstate: bodies.RealEstate;
  Vehicle: bodies.Vehicle;
  Valuable: bodies.Valuable;
  OwnershipInterest: bodies.OwnershipInterest;
  Share: bodies.Share;
  Income: bodies.Income;
  Gift: bodies.Gift;
  MonetaryAsset: bodies.MonetaryAsset;
  Liability: bodies.Liability;
  Position: bodies.Position;
  Expense: bodies.Expense;
  AssetOwner: bodies.AssetOwner;
  DeclarationTypeFilter: DeclarationTypeFilter;
  DeclarationVersionFilter: DeclarationVersionFilter;
  DeclarationConnection: Connection<ResolversParentTypes['Declaration']>;
  DeclarationEdge: Omit<DeclarationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Declaration']> };
  DeclarationFilter: DeclarationFilter;
  DeclarationOrder: DeclarationOrder;
  DeclarationTotal: Total;
  String: Scalars['String']['output'];
};

export type MergeDirectiveArgs = {
  by: Scalars['String']['input'];
  apart?: Maybe<Array<Scalars['String']['input']>>;
  apartInSum?: Maybe<Array<Scalars['String']['input']>>;
};

export type MergeDirectiveResolver<Result, Parent, ContextType = MemberContext, Args = MergeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SinceDirectiveArgs = {
  version: Scalars['String']['input'];
};

export type SinceDirectiveResolver<Result, Parent, ContextType = MemberContext, Args = SinceDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type UsesDirectiveArgs = {
  fields: Array<Scalars['String']['input']>;
};

export type UsesDirectiveResolver<Result, Parent, ContextType = MemberContext, Args = UsesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MaskDirectiveArgs = {
  to: Scalars['String']['input'];
  unless?: Maybe<Array<Array<Scalars['String']['input']>>>;
};

export type MaskDirectiveResolver<Result, Parent, ContextType = MemberContext, Args = MaskDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface PartialDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartialDate'], any> {
  name: 'PartialDate';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface TlpScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Tlp'], any> {
  name: 'Tlp';
}

export interface PapScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Pap'], any> {
  name: 'Pap';
}

export type MemberResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RecordResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Record'] = ResolversParentTypes['Record']> = {
  __resolveType: TypeResolveFn<'Declaration', ParentType, ContextType>;
};

export type PartyResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Party'] = ResolversParentTypes['Party']> = {
  __resolveType: TypeResolveFn<'Person' | 'Organization', ParentType, ContextType>;
};

export type PersonResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  names?: Resolver<Maybe<Array<ResolversTypes['Name']>>, ParentType, ContextType>;
  identifiers?: Resolver<Maybe<Array<ResolversTypes['Identifier']>>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  birthPlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deathDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  nationality?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  countries?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  position?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  topics?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  politicalExposure?: Resolver<Maybe<ResolversTypes['PoliticalExposure']>, ParentType, ContextType>;
  wikidataId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  names?: Resolver<Maybe<Array<ResolversTypes['Name']>>, ParentType, ContextType>;
  identifiers?: Resolver<Maybe<Array<ResolversTypes['Identifier']>>, ParentType, ContextType>;
  entityType?: Resolver<Maybe<ResolversTypes['EntityType']>, ParentType, ContextType>;
  jurisdiction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countries?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  legalForm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  incorporationDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  dissolutionDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  classification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  topics?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  wikidataId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NameResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Name'] = ResolversParentTypes['Name']> = {
  full?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['NameType']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  script?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  patronymicName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IdentifierResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Identifier'] = ResolversParentTypes['Identifier']> = {
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AddressResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  full?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['AddressType']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  original?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type ClassificationResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Classification'] = ResolversParentTypes['Classification']> = {
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProvenanceResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Provenance'] = ResolversParentTypes['Provenance']> = {
  sourceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisherUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceType?: Resolver<Maybe<ResolversTypes['SourceType']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retrievedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HandlingResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Handling'] = ResolversParentTypes['Handling']> = {
  tlp?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  pap?: Resolver<Maybe<ResolversTypes['Pap']>, ParentType, ContextType>;
  embargoUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['Attribution']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnspecifiedResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Unspecified'] = ResolversParentTypes['Unspecified']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['UnspecifiedReason'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CountResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']> = {
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['CountRelation'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DimensionValueResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['DimensionValue'] = ResolversParentTypes['DimensionValue']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  declarations?: Resolver<Maybe<ResolversTypes['DeclarationConnection']>, ParentType, ContextType, RequireFields<QueryDeclarationsArgs, 'first'>>;
  declaration?: Resolver<Maybe<ResolversTypes['Declaration']>, ParentType, ContextType, RequireFields<QueryDeclarationArgs, 'id'>>;
  declarationTotals?: Resolver<Maybe<Array<ResolversTypes['DeclarationTotal']>>, ParentType, ContextType, RequireFields<QueryDeclarationTotalsArgs, 'filter' | 'groupBy'>>;
};

export type EntityResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity'], FederationReferenceType extends FederationReferenceTypes['Entity'] = FederationReferenceTypes['Entity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Entity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  declarations?: Resolver<Maybe<ResolversTypes['DeclarationConnection']>, ParentType, ContextType, RequireFields<EntityDeclarationsArgs, 'first'>>;
};

export type DeclarationResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Declaration'] = ResolversParentTypes['Declaration'], FederationReferenceType extends FederationReferenceTypes['Declaration'] = FederationReferenceTypes['Declaration']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Declaration']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  declarant?: Resolver<Maybe<ResolversTypes['Declarant']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['DeclarationType']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['DeclarationVersion']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['DeclarationPeriod']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verificationStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supersedes?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  family?: Resolver<Maybe<Array<ResolversTypes['FamilyMember']>>, ParentType, ContextType>;
  realEstate?: Resolver<Maybe<Array<ResolversTypes['RealEstate']>>, ParentType, ContextType>;
  vehicles?: Resolver<Maybe<Array<ResolversTypes['Vehicle']>>, ParentType, ContextType>;
  valuables?: Resolver<Maybe<Array<ResolversTypes['Valuable']>>, ParentType, ContextType>;
  interests?: Resolver<Maybe<Array<ResolversTypes['OwnershipInterest']>>, ParentType, ContextType>;
  incomes?: Resolver<Maybe<Array<ResolversTypes['Income']>>, ParentType, ContextType>;
  gifts?: Resolver<Maybe<Array<ResolversTypes['Gift']>>, ParentType, ContextType>;
  monetaryAssets?: Resolver<Maybe<Array<ResolversTypes['MonetaryAsset']>>, ParentType, ContextType>;
  liabilities?: Resolver<Maybe<Array<ResolversTypes['Liability']>>, ParentType, ContextType>;
  positions?: Resolver<Maybe<Array<ResolversTypes['Position']>>, ParentType, ContextType>;
  expenses?: Resolver<Maybe<Array<ResolversTypes['Expense']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeclarantResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Declarant'] = ResolversParentTypes['Declarant']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workPlace?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  postCategory?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type DeclarationPeriodResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['DeclarationPeriod'] = ResolversParentTypes['DeclarationPeriod']> = {
  from?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type FamilyMemberResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['FamilyMember'] = ResolversParentTypes['FamilyMember']> = {
  relation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationCode?: Resolver<Maybe<ResolversTypes['FamilyRelation']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type RealEstateResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['RealEstate'] = ResolversParentTypes['RealEstate']> = {
  propertyType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  areaOwned?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  numberOfProperties?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tenure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownershipType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  percentage?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
  acquiredAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  rentalIncome?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VehicleResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Vehicle'] = ResolversParentTypes['Vehicle']> = {
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  buildDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  acquiredAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
};

export type ValuableResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Valuable'] = ResolversParentTypes['Valuable']> = {
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  acquiredAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
};

export type OwnershipInterestResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['OwnershipInterest'] = ResolversParentTypes['OwnershipInterest']> = {
  asset?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  interestType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Share']>, ParentType, ContextType>;
  directOrIndirect?: Resolver<Maybe<ResolversTypes['DirectOrIndirect']>, ParentType, ContextType>;
  beneficialOwnershipOrControl?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  shareholdingThreshold?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  heldOnBehalfOf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  managedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ShareResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Share'] = ResolversParentTypes['Share']> = {
  exact?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  exclusiveMinimum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  exclusiveMaximum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type IncomeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Income'] = ResolversParentTypes['Income']> = {
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payer?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  ultimatePayer?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  periodicity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  hoursWorked?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  donated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
};

export type GiftResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Gift'] = ResolversParentTypes['Gift']> = {
  kind?: Resolver<Maybe<ResolversTypes['GiftKind']>, ParentType, ContextType>;
  donor?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  donorStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  isSoleBeneficiary?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countries?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MonetaryAssetResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['MonetaryAsset'] = ResolversParentTypes['MonetaryAsset']> = {
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  institution?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LiabilityResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Liability'] = ResolversParentTypes['Liability']> = {
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditor?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  guarantor?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  principal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  outstanding?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  interestRate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
};

export type PositionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Position'] = ResolversParentTypes['Position']> = {
  organization?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workingPattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['AssetOwner']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExpenseResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Expense'] = ResolversParentTypes['Expense']> = {
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AssetOwnerResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['AssetOwner'] = ResolversParentTypes['AssetOwner']> = {
  kind?: Resolver<Maybe<ResolversTypes['AssetOwnerKind']>, ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
};

export type DeclarationConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['DeclarationConnection'] = ResolversParentTypes['DeclarationConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['DeclarationEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type DeclarationEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['DeclarationEdge'] = ResolversParentTypes['DeclarationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Declaration']>, ParentType, ContextType>;
};

export type DeclarationTotalResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['DeclarationTotal'] = ResolversParentTypes['DeclarationTotal']> = {
  key?: Resolver<Array<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppressedBecause?: Resolver<Maybe<ResolversTypes['SuppressedBecause']>, ParentType, ContextType>;
  members?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = MemberContext> = {
  Decimal?: GraphQLScalarType;
  PartialDate?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Tlp?: GraphQLScalarType;
  Pap?: GraphQLScalarType;
  Member?: MemberResolvers<ContextType>;
  Record?: RecordResolvers<ContextType>;
  Party?: PartyResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Name?: NameResolvers<ContextType>;
  Identifier?: IdentifierResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Classification?: ClassificationResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  Handling?: HandlingResolvers<ContextType>;
  Unspecified?: UnspecifiedResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  DimensionValue?: DimensionValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Entity?: EntityResolvers<ContextType>;
  Declaration?: DeclarationResolvers<ContextType>;
  Declarant?: DeclarantResolvers<ContextType>;
  DeclarationPeriod?: DeclarationPeriodResolvers<ContextType>;
  FamilyMember?: FamilyMemberResolvers<ContextType>;
  RealEstate?: RealEstateResolvers<ContextType>;
  Vehicle?: VehicleResolvers<ContextType>;
  Valuable?: ValuableResolvers<ContextType>;
  OwnershipInterest?: OwnershipInterestResolvers<ContextType>;
  Share?: ShareResolvers<ContextType>;
  Income?: IncomeResolvers<ContextType>;
  Gift?: GiftResolvers<ContextType>;
  MonetaryAsset?: MonetaryAssetResolvers<ContextType>;
  Liability?: LiabilityResolvers<ContextType>;
  Position?: PositionResolvers<ContextType>;
  Expense?: ExpenseResolvers<ContextType>;
  AssetOwner?: AssetOwnerResolvers<ContextType>;
  DeclarationConnection?: DeclarationConnectionResolvers<ContextType>;
  DeclarationEdge?: DeclarationEdgeResolvers<ContextType>;
  DeclarationTotal?: DeclarationTotalResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = MemberContext> = {
  merge?: MergeDirectiveResolver<any, any, ContextType>;
  since?: SinceDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
};
