// Written by `npm run codegen` from the contract; not to be edited.
import type * as bodies0 from '../../../shared/domain/party-body.js';
import type * as bodies1 from '../../../shared/domain/record-body.js';
import type * as bodies2 from '../domain/audit-body.js';
import type * as bodies3 from '../domain/budget-line-body.js';
import type * as bodies4 from '../domain/contracting-process-body.js';
import type * as bodies5 from '../domain/spending-transaction-body.js';
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
  export type AuditRecommendation = bodies2.AuditRecommendation;
  export type AuditBody = bodies2.AuditBody;
  export type FiscalPeriod = bodies3.FiscalPeriod;
  export type BudgetLineBody = bodies3.BudgetLineBody;
  export type ContractingProcessBody = bodies4.ContractingProcessBody;
  export type SpendingTransactionBody = bodies5.SpendingTransactionBody;
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
  /** Budget lines of all members, filtered and sorted, a page at a time. */
  budgetLines?: Maybe<BudgetLineConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  budgetLine?: Maybe<BudgetLine>;
  /** Counts and exact sums of budget lines by group. Phase, direction and currency must each be in `groupBy` or pinned by a top-level `eq`. */
  budgetTotals?: Maybe<Array<BudgetTotal>>;
  /** Contracting processes of all members, filtered and sorted, a page at a time. */
  contractingProcesses?: Maybe<ContractingProcessConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  contractingProcess?: Maybe<ContractingProcess>;
  /** Counts and exact sums of contracting processes by group. A sum needs the currency in `groupBy` or pinned by a top-level `eq`. */
  contractingProcessTotals?: Maybe<Array<ContractingProcessTotal>>;
  /** Audits of all members, filtered and sorted, a page at a time. */
  audits?: Maybe<AuditConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  audit?: Maybe<Audit>;
  /** Counts of audits by group. */
  auditTotals?: Maybe<Array<AuditTotal>>;
  /** Spending transactions of all members, filtered and sorted, a page at a time. */
  transactions?: Maybe<SpendingTransactionConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  transaction?: Maybe<SpendingTransaction>;
};


/** The fields every query starts from. */
export type QueryBudgetLinesArgs = {
  filter?: InputMaybe<BudgetLineFilter>;
  orderBy?: InputMaybe<Array<BudgetLineOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QueryBudgetLineArgs = {
  id: Scalars['ID']['input'];
};


/** The fields every query starts from. */
export type QueryBudgetTotalsArgs = {
  filter: BudgetLineFilter;
  groupBy: Array<BudgetDimension>;
};


/** The fields every query starts from. */
export type QueryContractingProcessesArgs = {
  filter?: InputMaybe<ContractingProcessFilter>;
  orderBy?: InputMaybe<Array<ContractingProcessOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QueryContractingProcessArgs = {
  id: Scalars['ID']['input'];
};


/** The fields every query starts from. */
export type QueryContractingProcessTotalsArgs = {
  filter: ContractingProcessFilter;
  groupBy: Array<ContractingProcessDimension>;
};


/** The fields every query starts from. */
export type QueryAuditsArgs = {
  filter?: InputMaybe<AuditFilter>;
  orderBy?: InputMaybe<Array<AuditOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QueryAuditArgs = {
  id: Scalars['ID']['input'];
};


/** The fields every query starts from. */
export type QueryAuditTotalsArgs = {
  filter: AuditFilter;
  groupBy: Array<AuditDimension>;
};


/** The fields every query starts from. */
export type QueryTransactionsArgs = {
  filter?: InputMaybe<SpendingTransactionFilter>;
  orderBy?: InputMaybe<Array<SpendingTransactionOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QueryTransactionArgs = {
  id: Scalars['ID']['input'];
};

/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type Entity = {
  /** A permanent id: that of the record first published, among those the caller may see. */
  id: Scalars['ID']['output'];
  /** The records it is made of, `<member>:<local>`. */
  subjects: Array<Scalars['ID']['output']>;
  /** Budget lines that name one of its subjects, of all members that hold some. As `Query.budgetLines` with a filter by `party`. */
  budgetLines?: Maybe<BudgetLineConnection>;
  /** Contracting processes that name one of its subjects, of all members that hold some. As `Query.contractingProcesses` with a filter by `party`. */
  contractingProcesses?: Maybe<ContractingProcessConnection>;
  /** Audits that name one of its subjects, of all members that hold some. As `Query.audits` with a filter by `party`. */
  audits?: Maybe<AuditConnection>;
  /** Spending transactions that name one of its subjects, of all members that hold some. As `Query.transactions` with a filter by `party`. */
  transactions?: Maybe<SpendingTransactionConnection>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntityBudgetLinesArgs = {
  filter?: InputMaybe<BudgetLineFilter>;
  orderBy?: InputMaybe<Array<BudgetLineOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntityContractingProcessesArgs = {
  filter?: InputMaybe<ContractingProcessFilter>;
  orderBy?: InputMaybe<Array<ContractingProcessOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntityAuditsArgs = {
  filter?: InputMaybe<AuditFilter>;
  orderBy?: InputMaybe<Array<AuditOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntityTransactionsArgs = {
  filter?: InputMaybe<SpendingTransactionFilter>;
  orderBy?: InputMaybe<Array<SpendingTransactionOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One amount of a budget in one phase (FDP budget line and its measure). */
export type BudgetLine = Record & {
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
  /** The publisher's id of the line (FDP `budget-line-id`). */
  budgetLineId?: Maybe<Scalars['String']['output']>;
  /** What the line is for, in the source's words. */
  title?: Maybe<Scalars['String']['output']>;
  /** Country of the budget, ISO 3166-1 alpha-2 (FDP `countryCode`). */
  country?: Maybe<Scalars['String']['output']>;
  /** The fiscal year (FDP `date:fiscal-year`); the year it ends in where it spans two. */
  fiscalYear?: Maybe<Scalars['Int']['output']>;
  /** The fiscal period (FDP `fiscalPeriod`). */
  fiscalPeriod?: Maybe<FiscalPeriod>;
  /** Expenditure or revenue (FDP `direction`). */
  direction?: Maybe<BudgetDirection>;
  /** The phase of the budget (FDP `phase`). Phases are never added together. */
  phase?: Maybe<BudgetPhase>;
  /** The amount, already multiplied by `factor` (FDP `value`). */
  amount?: Maybe<Money>;
  /** What the source's figure was multiplied by, for example 1000 (FDP `factor`). */
  factor?: Maybe<Scalars['Int']['output']>;
  /** Administrative classification (FDP `administrative-classification`). */
  administrative?: Maybe<Classification>;
  /** Functional classification, COFOG where the source uses it (FDP `functional-classification`). */
  functional?: Maybe<Classification>;
  /** Economic classification, GFSM where the source uses it (FDP `economic-classification`). */
  economic?: Maybe<Classification>;
  /** Programme or project (FDP `activity`). */
  activity?: Maybe<Classification>;
  /** Fund or financing source (FDP `fin-source`). */
  financialSource?: Maybe<Classification>;
  /** Kind of expenditure (FDP `expenditure-type`). */
  expenditureType?: Maybe<Scalars['String']['output']>;
  /** Place the money is for, ISO 3166-2 or NUTS (FDP `geo-source`). */
  geo?: Maybe<Scalars['String']['output']>;
  /** The public body that administers the line (FDP `administrator`). */
  administrator?: Maybe<Organization>;
  /** The organisation that receives the money, where the line names one (FDP `recipient`). */
  recipient?: Maybe<Organization>;
  /** The contracting process the line pays for, where known (OCDS `budgetBreakdown`). */
  contractingProcess?: Maybe<Scalars['ID']['output']>;
};

/** A fiscal period (FDP `fiscalPeriod`). */
export type FiscalPeriod = {
  /** First day or month. */
  start?: Maybe<Scalars['PartialDate']['output']>;
  /** Last day or month. */
  end?: Maybe<Scalars['PartialDate']['output']>;
};

/** Which way the money goes (FDP `direction`). */
export type BudgetDirection =
  /** Money going out. */
  | 'EXPENDITURE'
  /** Money coming in. */
  | 'REVENUE';

/** The phase of a budget (FDP `phase`). */
export type BudgetPhase =
  /** Proposed or estimated. */
  | 'PROPOSED'
  /** Approved or adopted. */
  | 'APPROVED'
  /** Adjusted in the course of the year. */
  | 'ADJUSTED'
  /** Executed: what was spent or received. */
  | 'EXECUTED';

/** A test of a `BudgetDirection`. */
export type BudgetDirectionFilter = {
  /** Equal. */
  eq?: InputMaybe<BudgetDirection>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<BudgetDirection>;
  /** One of these. */
  in?: InputMaybe<Array<BudgetDirection>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a `BudgetPhase`. */
export type BudgetPhaseFilter = {
  /** Equal. */
  eq?: InputMaybe<BudgetPhase>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<BudgetPhase>;
  /** One of these. */
  in?: InputMaybe<Array<BudgetPhase>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of budget lines (Relay connection). */
export type BudgetLineConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<BudgetLineEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type BudgetLineEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<BudgetLine>;
};

/** Which budget lines to return. All fields given must hold. */
export type BudgetLineFilter = {
  /** Country of the budget, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** Fiscal year. */
  fiscalYear?: InputMaybe<IntFilter>;
  /** Expenditure or revenue. */
  direction?: InputMaybe<BudgetDirectionFilter>;
  /** Phase of the budget. */
  phase?: InputMaybe<BudgetPhaseFilter>;
  /** Currency of the amount, ISO 4217. */
  currency?: InputMaybe<StringFilter>;
  /** The exact amount. */
  amount?: InputMaybe<DecimalFilter>;
  /** Code of the administrative classification. */
  administrative?: InputMaybe<StringFilter>;
  /** Code of the functional classification. */
  functional?: InputMaybe<StringFilter>;
  /** Code of the economic classification. */
  economic?: InputMaybe<StringFilter>;
  /** Code of the programme or project. */
  activity?: InputMaybe<StringFilter>;
  /** Code of the fund. */
  financialSource?: InputMaybe<StringFilter>;
  /** Dataset of the provenance. */
  dataset?: InputMaybe<StringFilter>;
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
  and?: InputMaybe<Array<BudgetLineFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<BudgetLineFilter>>;
  /** This does not hold. */
  not?: InputMaybe<BudgetLineFilter>;
};

/** One sort key of budget lines. */
export type BudgetLineOrder = {
  /** What to sort by. */
  field: BudgetLineOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What budget lines can be sorted by. Ties are broken by member and local id. */
export type BudgetLineOrderField =
  /** By fiscal year. */
  | 'FISCAL_YEAR'
  /** By amount; needs one currency pinned by `eq` in the filter. */
  | 'AMOUNT'
  /** By code of the administrative classification. */
  | 'ADMINISTRATIVE'
  /** By code of the functional classification. */
  | 'FUNCTIONAL';

/** What budget lines can be grouped by. */
export type BudgetDimension =
  /** Country. */
  | 'COUNTRY'
  /** Fiscal year. */
  | 'FISCAL_YEAR'
  /** Expenditure or revenue. */
  | 'DIRECTION'
  /** Phase of the budget. */
  | 'PHASE'
  /** Currency. */
  | 'CURRENCY'
  /** Administrative classification. */
  | 'ADMINISTRATIVE'
  /** Functional classification. */
  | 'FUNCTIONAL'
  /** Economic classification. */
  | 'ECONOMIC'
  /** Programme or project. */
  | 'ACTIVITY'
  /** Fund or financing source. */
  | 'FINANCIAL_SOURCE';

/** One group of budget lines. */
export type BudgetTotal = {
  /** The group, one value per dimension asked for. */
  key: Array<DimensionValue>;
  /** How many records are in the group. */
  count: Count;
  /** Exact sum of the amounts, of one phase, direction and currency. */
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

/** A planned, running or finished procurement (OCDS contracting process). */
export type ContractingProcess = Record & {
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
  /** Open contracting id (OCDS `ocid`). */
  ocid?: Maybe<Scalars['String']['output']>;
  /** Title of the tender (OCDS `tender/title`). */
  title?: Maybe<Scalars['String']['output']>;
  /** Description of the tender (OCDS `tender/description`). */
  description?: Maybe<Scalars['String']['output']>;
  /** Country of the buyer, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** State of the tender (OCDS `tenderStatus`). */
  status?: Maybe<TenderStatus>;
  /** How suppliers are chosen (OCDS `procurementMethod`). */
  procurementMethod?: Maybe<ProcurementMethod>;
  /** What is bought (OCDS `mainProcurementCategory`). */
  procurementCategory?: Maybe<ProcurementCategory>;
  /** Who buys (OCDS `buyer`). */
  buyer?: Maybe<Organization>;
  /** Who runs the procurement (OCDS `tender/procuringEntity`). */
  procuringEntity?: Maybe<Organization>;
  /** Who was awarded a contract (OCDS `awards/suppliers`). */
  suppliers?: Maybe<Array<Party>>;
  /** Value of the tender (OCDS `tender/value`). */
  value?: Maybe<Money>;
  /** Value of the awards together (OCDS `awards/value`). */
  awardValue?: Maybe<Money>;
  /** Start of the tender period (OCDS `tenderPeriod/startDate`). */
  tenderStart?: Maybe<Scalars['PartialDate']['output']>;
  /** End of the tender period (OCDS `tenderPeriod/endDate`). */
  tenderEnd?: Maybe<Scalars['PartialDate']['output']>;
  /** Date of the award (OCDS `awards/date`). */
  awardDate?: Maybe<Scalars['PartialDate']['output']>;
  /** How many bid (OCDS `numberOfTenderers`). */
  numberOfTenderers?: Maybe<Scalars['Int']['output']>;
  /** Red flags as codes of Cardinal, for example `R018` single bid received. */
  flags?: Maybe<Array<Scalars['String']['output']>>;
  /** The budget line it is paid from (OCDS `planning/budget`). */
  budgetLine?: Maybe<Scalars['ID']['output']>;
};

/** State of a tender (OCDS `tenderStatus`). */
export type TenderStatus =
  /** Being planned. */
  | 'PLANNING'
  /** Planned. */
  | 'PLANNED'
  /** Open. */
  | 'ACTIVE'
  /** Cancelled. */
  | 'CANCELLED'
  /** Ended without an award. */
  | 'UNSUCCESSFUL'
  /** Ended with an award. */
  | 'COMPLETE'
  /** Withdrawn. */
  | 'WITHDRAWN';

/** How suppliers are chosen (OCDS `procurementMethod`). */
export type ProcurementMethod =
  /** Anybody may bid. */
  | 'OPEN'
  /** Qualified suppliers may bid. */
  | 'SELECTIVE'
  /** Invited suppliers may bid. */
  | 'LIMITED'
  /** One supplier is chosen. */
  | 'DIRECT';

/** What is bought (OCDS `mainProcurementCategory`). */
export type ProcurementCategory =
  /** Goods. */
  | 'GOODS'
  /** Works. */
  | 'WORKS'
  /** Services. */
  | 'SERVICES';

/** A test of a `TenderStatus`. */
export type TenderStatusFilter = {
  /** Equal. */
  eq?: InputMaybe<TenderStatus>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<TenderStatus>;
  /** One of these. */
  in?: InputMaybe<Array<TenderStatus>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a `ProcurementMethod`. */
export type ProcurementMethodFilter = {
  /** Equal. */
  eq?: InputMaybe<ProcurementMethod>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<ProcurementMethod>;
  /** One of these. */
  in?: InputMaybe<Array<ProcurementMethod>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A test of a `ProcurementCategory`. */
export type ProcurementCategoryFilter = {
  /** Equal. */
  eq?: InputMaybe<ProcurementCategory>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<ProcurementCategory>;
  /** One of these. */
  in?: InputMaybe<Array<ProcurementCategory>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of contracting processes (Relay connection). */
export type ContractingProcessConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<ContractingProcessEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type ContractingProcessEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<ContractingProcess>;
};

/** Which contracting processes to return. All fields given must hold. */
export type ContractingProcessFilter = {
  /** Open contracting id. */
  ocid?: InputMaybe<StringFilter>;
  /** Country of the buyer, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** State of the tender. */
  status?: InputMaybe<TenderStatusFilter>;
  /** How suppliers are chosen. */
  procurementMethod?: InputMaybe<ProcurementMethodFilter>;
  /** What is bought. */
  procurementCategory?: InputMaybe<ProcurementCategoryFilter>;
  /** Currency of the tender's value, ISO 4217. */
  currency?: InputMaybe<StringFilter>;
  /** Value of the tender. */
  value?: InputMaybe<DecimalFilter>;
  /** Date of the award. */
  awardDate?: InputMaybe<PartialDateFilter>;
  /** Year of the award. */
  awardYear?: InputMaybe<IntFilter>;
  /** How many bid. */
  numberOfTenderers?: InputMaybe<IntFilter>;
  /** Red flags, codes of Cardinal. */
  flags?: InputMaybe<StringListFilter>;
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
  and?: InputMaybe<Array<ContractingProcessFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ContractingProcessFilter>>;
  /** This does not hold. */
  not?: InputMaybe<ContractingProcessFilter>;
};

/** One sort key of contracting processes. */
export type ContractingProcessOrder = {
  /** What to sort by. */
  field: ContractingProcessOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What contracting processes can be sorted by. Ties are broken by member and local id. */
export type ContractingProcessOrderField =
  /** By date of the award. */
  | 'AWARD_DATE'
  /** By start of the tender period. */
  | 'TENDER_START'
  /** By value; needs one currency pinned by `eq` in the filter. */
  | 'VALUE'
  /** By title, without case and marks. */
  | 'TITLE';

/** What contracting processes can be grouped by. */
export type ContractingProcessDimension =
  /** Country of the buyer. */
  | 'COUNTRY'
  /** State of the tender. */
  | 'STATUS'
  /** How suppliers are chosen. */
  | 'PROCUREMENT_METHOD'
  /** What is bought. */
  | 'PROCUREMENT_CATEGORY'
  /** Year of the award. */
  | 'AWARD_YEAR'
  /** How many bid. */
  | 'NUMBER_OF_TENDERERS'
  /** Currency of the tender's value. */
  | 'CURRENCY';

/** One group of contracting processes. */
export type ContractingProcessTotal = {
  /** The group, one value per dimension asked for. */
  key: Array<DimensionValue>;
  /** How many records are in the group. */
  count: Count;
  /** Exact sum of the values of the tenders, of one currency; refused where the currency is neither in `groupBy` nor pinned. */
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

/** An audit of a public body (our type; dates as OCDS `Milestone`). */
export type Audit = Record & {
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
  /** Title of the report. */
  title?: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** Who audits. */
  auditor?: Maybe<Organization>;
  /** Who is audited. */
  auditee?: Maybe<Organization>;
  /** What is audited. */
  subject?: Maybe<Scalars['String']['output']>;
  /** Scope of the audit. */
  scope?: Maybe<Scalars['String']['output']>;
  /** State of the delivery (OCDS `milestoneStatus`). */
  status?: Maybe<MilestoneStatus>;
  /** When it was planned to be delivered. */
  plannedDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it had to be delivered (OCDS `dueDate`). */
  dueDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was delivered (OCDS `dateMet`). */
  deliveredDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was published. */
  publishedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** Recommendations with their follow-up. */
  recommendations?: Maybe<Array<AuditRecommendation>>;
};

/** A recommendation of an audit and what became of it. */
export type AuditRecommendation = {
  /** The recommendation. */
  text?: Maybe<Scalars['String']['output']>;
  /** Whom it is addressed to. */
  addressee?: Maybe<Organization>;
  /** When it has to be met. */
  dueDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Whether it was met (OCDS `milestoneStatus`). */
  status?: Maybe<MilestoneStatus>;
  /** The amount the recommendation is about. */
  amountQuestioned?: Maybe<Money>;
  /** What was done. */
  followUp?: Maybe<Scalars['String']['output']>;
};

/** State of something due (OCDS `milestoneStatus`). */
export type MilestoneStatus =
  /** Not due yet. */
  | 'SCHEDULED'
  /** Met. */
  | 'MET'
  /** Not met and not expected any more. */
  | 'NOT_MET'
  /** Met in part. */
  | 'PARTIALLY_MET';

/** A test of a `MilestoneStatus`. */
export type MilestoneStatusFilter = {
  /** Equal. */
  eq?: InputMaybe<MilestoneStatus>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<MilestoneStatus>;
  /** One of these. */
  in?: InputMaybe<Array<MilestoneStatus>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of audits (Relay connection). */
export type AuditConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<AuditEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type AuditEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<Audit>;
};

/** Which audits to return. All fields given must hold. */
export type AuditFilter = {
  /** Country, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** State of the delivery. */
  status?: InputMaybe<MilestoneStatusFilter>;
  /** When it had to be delivered. */
  dueDate?: InputMaybe<PartialDateFilter>;
  /** Year it had to be delivered in. */
  dueYear?: InputMaybe<IntFilter>;
  /** When it was delivered. */
  deliveredDate?: InputMaybe<PartialDateFilter>;
  /** Days from the due date to the delivery, fewer than 0 before; absent unless both are known to the day. */
  deliveryDelay?: InputMaybe<IntFilter>;
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
  and?: InputMaybe<Array<AuditFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AuditFilter>>;
  /** This does not hold. */
  not?: InputMaybe<AuditFilter>;
};

/** One sort key of audits. */
export type AuditOrder = {
  /** What to sort by. */
  field: AuditOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What audits can be sorted by. Ties are broken by member and local id. */
export type AuditOrderField =
  /** By due date. */
  | 'DUE_DATE'
  /** By date of delivery. */
  | 'DELIVERED_DATE'
  /** By title, without case and marks. */
  | 'TITLE';

/** What audits can be grouped by. */
export type AuditDimension =
  /** Country. */
  | 'COUNTRY'
  /** State of the delivery. */
  | 'STATUS'
  /** Year they had to be delivered in. */
  | 'DUE_YEAR'
  /** Days from the due date to the delivery. */
  | 'DELIVERY_DELAY';

/** One group of audits. */
export type AuditTotal = {
  /** The group, one value per dimension asked for. */
  key: Array<DimensionValue>;
  /** How many records are in the group. */
  count: Count;
  /** False while a member that should have answered did not, or withheld a part. */
  complete: Scalars['Boolean']['output'];
  /** Why the group is withheld, where it is. */
  suppressedBecause?: Maybe<SuppressedBecause>;
  /** The members whose records the group holds, those that withhold their part apart. */
  members?: Maybe<Array<Member>>;
};

/** A payment out of public money (OCDS `Transaction`, FDP `transaction-id`). */
export type SpendingTransaction = Record & {
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
  /** The publisher's id of the payment. */
  transactionId?: Maybe<Scalars['String']['output']>;
  /** Date of the payment (OCDS `date`). */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** Country of the payer, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** The amount (OCDS `value`). */
  amount?: Maybe<Money>;
  /** Who pays (OCDS `payer`). */
  payer?: Maybe<Organization>;
  /** Who is paid (OCDS `payee`). */
  payee?: Maybe<Party>;
  /** What for (FollowTheMoney `purpose`). */
  purpose?: Maybe<Scalars['String']['output']>;
  /** The programme it is part of (FollowTheMoney `programme`). */
  programme?: Maybe<Scalars['String']['output']>;
  /** The invoice (FDP `invoice-id`). */
  invoiceId?: Maybe<Scalars['String']['output']>;
  /** The contract (FDP `contract-id`). */
  contractId?: Maybe<Scalars['String']['output']>;
  /** The tender (FDP `tender-id`). */
  tenderId?: Maybe<Scalars['String']['output']>;
  /** Where the payment is published (OCDS `uri`). */
  sourceUrl?: Maybe<Scalars['String']['output']>;
};

/** A page of spending transactions (Relay connection). */
export type SpendingTransactionConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<SpendingTransactionEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type SpendingTransactionEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<SpendingTransaction>;
};

/** Which spending transactions to return. All fields given must hold. */
export type SpendingTransactionFilter = {
  /** Date of the payment. */
  date?: InputMaybe<PartialDateFilter>;
  /** Country of the payer, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** Currency of the amount, ISO 4217. */
  currency?: InputMaybe<StringFilter>;
  /** The exact amount. */
  amount?: InputMaybe<DecimalFilter>;
  /** The contract. */
  contractId?: InputMaybe<StringFilter>;
  /** The tender. */
  tenderId?: InputMaybe<StringFilter>;
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
  and?: InputMaybe<Array<SpendingTransactionFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SpendingTransactionFilter>>;
  /** This does not hold. */
  not?: InputMaybe<SpendingTransactionFilter>;
};

/** One sort key of spending transactions. */
export type SpendingTransactionOrder = {
  /** What to sort by. */
  field: SpendingTransactionOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What spending transactions can be sorted by. Ties are broken by member and local id. */
export type SpendingTransactionOrderField =
  /** By date of the payment. */
  | 'DATE'
  /** By amount; needs one currency pinned by `eq` in the filter. */
  | 'AMOUNT';



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
  BudgetLine: BudgetLine;
  ContractingProcess: ContractingProcess;
  Audit: Audit;
  SpendingTransaction: SpendingTransaction;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Entity:
    ( { __typename: 'Entity' }
    & GraphQLRecursivePick<FederationTypes['Entity'], {"id":true}>
    & ( object
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}>
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}> ) );
  BudgetLine:
    ( { __typename: 'BudgetLine' }
    & GraphQLRecursivePick<FederationTypes['BudgetLine'], {"id":true}> );
  ContractingProcess:
    ( { __typename: 'ContractingProcess' }
    & GraphQLRecursivePick<FederationTypes['ContractingProcess'], {"id":true}> );
  Audit:
    ( { __typename: 'Audit' }
    & GraphQLRecursivePick<FederationTypes['Audit'], {"id":true}> );
  SpendingTransaction:
    ( { __typename: 'SpendingTransaction' }
    & GraphQLRecursivePick<FederationTypes['SpendingTransaction'], {"id":true}> );
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
  Record:
    | ( RecordNode<'BudgetLine', bodies.BudgetLineBody> )
    | ( RecordNode<'ContractingProcess', bodies.ContractingProcessBody> )
    | ( RecordNode<'Audit', bodies.AuditBody> )
    | ( RecordNode<'SpendingTransaction', bodies.SpendingTransactionBody> )
  ;
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
  BudgetLine: ResolverTypeWrapper<RecordNode<'BudgetLine', bodies.BudgetLineBody>>;
  FiscalPeriod: ResolverTypeWrapper<bodies.FiscalPeriod>;
  BudgetDirection: BudgetDirection;
  BudgetPhase: BudgetPhase;
  BudgetDirectionFilter: BudgetDirectionFilter;
  BudgetPhaseFilter: BudgetPhaseFilter;
  BudgetLineConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['BudgetLine']>>;
  BudgetLineEdge: ResolverTypeWrapper<Omit<BudgetLineEdge, 'node'> & { node?: Maybe<ResolversTypes['BudgetLine']> }>;
  BudgetLineFilter: BudgetLineFilter;
  BudgetLineOrder: BudgetLineOrder;
  BudgetLineOrderField: BudgetLineOrderField;
  BudgetDimension: BudgetDimension;
  BudgetTotal: ResolverTypeWrapper<Total>;
  ContractingProcess: ResolverTypeWrapper<RecordNode<'ContractingProcess', bodies.ContractingProcessBody>>;
  TenderStatus: TenderStatus;
  ProcurementMethod: ProcurementMethod;
  ProcurementCategory: ProcurementCategory;
  TenderStatusFilter: TenderStatusFilter;
  ProcurementMethodFilter: ProcurementMethodFilter;
  ProcurementCategoryFilter: ProcurementCategoryFilter;
  ContractingProcessConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['ContractingProcess']>>;
  ContractingProcessEdge: ResolverTypeWrapper<Omit<ContractingProcessEdge, 'node'> & { node?: Maybe<ResolversTypes['ContractingProcess']> }>;
  ContractingProcessFilter: ContractingProcessFilter;
  ContractingProcessOrder: ContractingProcessOrder;
  ContractingProcessOrderField: ContractingProcessOrderField;
  ContractingProcessDimension: ContractingProcessDimension;
  ContractingProcessTotal: ResolverTypeWrapper<Total>;
  Audit: ResolverTypeWrapper<RecordNode<'Audit', bodies.AuditBody>>;
  AuditRecommendation: ResolverTypeWrapper<bodies.AuditRecommendation>;
  MilestoneStatus: MilestoneStatus;
  MilestoneStatusFilter: MilestoneStatusFilter;
  AuditConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['Audit']>>;
  AuditEdge: ResolverTypeWrapper<Omit<AuditEdge, 'node'> & { node?: Maybe<ResolversTypes['Audit']> }>;
  AuditFilter: AuditFilter;
  AuditOrder: AuditOrder;
  AuditOrderField: AuditOrderField;
  AuditDimension: AuditDimension;
  AuditTotal: ResolverTypeWrapper<Total>;
  SpendingTransaction: ResolverTypeWrapper<RecordNode<'SpendingTransaction', bodies.SpendingTransactionBody>>;
  SpendingTransactionConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['SpendingTransaction']>>;
  SpendingTransactionEdge: ResolverTypeWrapper<Omit<SpendingTransactionEdge, 'node'> & { node?: Maybe<ResolversTypes['SpendingTransaction']> }>;
  SpendingTransactionFilter: SpendingTransactionFilter;
  SpendingTransactionOrder: SpendingTransactionOrder;
  SpendingTransactionOrderField: SpendingTransactionOrderField;
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
  BudgetLine: RecordNode<'BudgetLine', bodies.BudgetLineBody>;
  FiscalPeriod: bodies.FiscalPeriod;
  BudgetDirectionFilter: BudgetDirectionFilter;
  BudgetPhaseFilter: BudgetPhaseFilter;
  BudgetLineConnection: Connection<ResolversParentTypes['BudgetLine']>;
  BudgetLineEdge: Omit<BudgetLineEdge, 'node'> & { node?: Maybe<ResolversParentTypes['BudgetLine']> };
  BudgetLineFilter: BudgetLineFilter;
  BudgetLineOrder: BudgetLineOrder;
  BudgetTotal: Total;
  ContractingProcess: RecordNode<'ContractingProcess', bodies.ContractingProcessBody>;
  TenderStatusFilter: TenderStatusFilter;
  ProcurementMethodFilter: ProcurementMethodFilter;
  ProcurementCategoryFilter: ProcurementCategoryFilter;
  ContractingProcessConnection: Connection<ResolversParentTypes['ContractingProcess']>;
  ContractingProcessEdge: Omit<ContractingProcessEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ContractingProcess']> };
  ContractingProcessFilter: ContractingProcessFilter;
  ContractingProcessOrder: ContractingProcessOrder;
  ContractingProcessTotal: Total;
  Audit: RecordNode<'Audit', bodies.AuditBody>;
  AuditRecommendation: bodies.AuditRecommendation;
  MilestoneStatusFilter: MilestoneStatusFilter;
  AuditConnection: Connection<ResolversParentTypes['Audit']>;
  AuditEdge: Omit<AuditEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Audit']> };
  AuditFilter: AuditFilter;
  AuditOrder: AuditOrder;
  AuditTotal: Total;
  SpendingTransaction: RecordNode<'SpendingTransaction', bodies.SpendingTransactionBody>;
  SpendingTransactionConnection: Connection<ResolversParentTypes['SpendingTransaction']>;
  SpendingTransactionEdge: Omit<SpendingTransactionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['SpendingTransaction']> };
  SpendingTransactionFilter: SpendingTransactionFilter;
  SpendingTransactionOrder: SpendingTransactionOrder;
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
  __resolveType: TypeResolveFn<'BudgetLine' | 'ContractingProcess' | 'Audit' | 'SpendingTransaction', ParentType, ContextType>;
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
  budgetLines?: Resolver<Maybe<ResolversTypes['BudgetLineConnection']>, ParentType, ContextType, RequireFields<QueryBudgetLinesArgs, 'first'>>;
  budgetLine?: Resolver<Maybe<ResolversTypes['BudgetLine']>, ParentType, ContextType, RequireFields<QueryBudgetLineArgs, 'id'>>;
  budgetTotals?: Resolver<Maybe<Array<ResolversTypes['BudgetTotal']>>, ParentType, ContextType, RequireFields<QueryBudgetTotalsArgs, 'filter' | 'groupBy'>>;
  contractingProcesses?: Resolver<Maybe<ResolversTypes['ContractingProcessConnection']>, ParentType, ContextType, RequireFields<QueryContractingProcessesArgs, 'first'>>;
  contractingProcess?: Resolver<Maybe<ResolversTypes['ContractingProcess']>, ParentType, ContextType, RequireFields<QueryContractingProcessArgs, 'id'>>;
  contractingProcessTotals?: Resolver<Maybe<Array<ResolversTypes['ContractingProcessTotal']>>, ParentType, ContextType, RequireFields<QueryContractingProcessTotalsArgs, 'filter' | 'groupBy'>>;
  audits?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, RequireFields<QueryAuditsArgs, 'first'>>;
  audit?: Resolver<Maybe<ResolversTypes['Audit']>, ParentType, ContextType, RequireFields<QueryAuditArgs, 'id'>>;
  auditTotals?: Resolver<Maybe<Array<ResolversTypes['AuditTotal']>>, ParentType, ContextType, RequireFields<QueryAuditTotalsArgs, 'filter' | 'groupBy'>>;
  transactions?: Resolver<Maybe<ResolversTypes['SpendingTransactionConnection']>, ParentType, ContextType, RequireFields<QueryTransactionsArgs, 'first'>>;
  transaction?: Resolver<Maybe<ResolversTypes['SpendingTransaction']>, ParentType, ContextType, RequireFields<QueryTransactionArgs, 'id'>>;
};

export type EntityResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity'], FederationReferenceType extends FederationReferenceTypes['Entity'] = FederationReferenceTypes['Entity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Entity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  budgetLines?: Resolver<Maybe<ResolversTypes['BudgetLineConnection']>, ParentType, ContextType, RequireFields<EntityBudgetLinesArgs, 'first'>>;
  contractingProcesses?: Resolver<Maybe<ResolversTypes['ContractingProcessConnection']>, ParentType, ContextType, RequireFields<EntityContractingProcessesArgs, 'first'>>;
  audits?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, RequireFields<EntityAuditsArgs, 'first'>>;
  transactions?: Resolver<Maybe<ResolversTypes['SpendingTransactionConnection']>, ParentType, ContextType, RequireFields<EntityTransactionsArgs, 'first'>>;
};

export type BudgetLineResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['BudgetLine'] = ResolversParentTypes['BudgetLine'], FederationReferenceType extends FederationReferenceTypes['BudgetLine'] = FederationReferenceTypes['BudgetLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['BudgetLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  budgetLineId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fiscalYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fiscalPeriod?: Resolver<Maybe<ResolversTypes['FiscalPeriod']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['BudgetDirection']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['BudgetPhase']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  factor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  administrative?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  functional?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  economic?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  activity?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  financialSource?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  expenditureType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  geo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  administrator?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  contractingProcess?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FiscalPeriodResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['FiscalPeriod'] = ResolversParentTypes['FiscalPeriod']> = {
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type BudgetLineConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['BudgetLineConnection'] = ResolversParentTypes['BudgetLineConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['BudgetLineEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type BudgetLineEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['BudgetLineEdge'] = ResolversParentTypes['BudgetLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['BudgetLine']>, ParentType, ContextType>;
};

export type BudgetTotalResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['BudgetTotal'] = ResolversParentTypes['BudgetTotal']> = {
  key?: Resolver<Array<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppressedBecause?: Resolver<Maybe<ResolversTypes['SuppressedBecause']>, ParentType, ContextType>;
  members?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type ContractingProcessResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['ContractingProcess'] = ResolversParentTypes['ContractingProcess'], FederationReferenceType extends FederationReferenceTypes['ContractingProcess'] = FederationReferenceTypes['ContractingProcess']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ContractingProcess']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ocid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TenderStatus']>, ParentType, ContextType>;
  procurementMethod?: Resolver<Maybe<ResolversTypes['ProcurementMethod']>, ParentType, ContextType>;
  procurementCategory?: Resolver<Maybe<ResolversTypes['ProcurementCategory']>, ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  procuringEntity?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  suppliers?: Resolver<Maybe<Array<ResolversTypes['Party']>>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  awardValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  tenderStart?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  tenderEnd?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  awardDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  numberOfTenderers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  flags?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  budgetLine?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContractingProcessConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['ContractingProcessConnection'] = ResolversParentTypes['ContractingProcessConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['ContractingProcessEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type ContractingProcessEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['ContractingProcessEdge'] = ResolversParentTypes['ContractingProcessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['ContractingProcess']>, ParentType, ContextType>;
};

export type ContractingProcessTotalResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['ContractingProcessTotal'] = ResolversParentTypes['ContractingProcessTotal']> = {
  key?: Resolver<Array<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppressedBecause?: Resolver<Maybe<ResolversTypes['SuppressedBecause']>, ParentType, ContextType>;
  members?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type AuditResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Audit'] = ResolversParentTypes['Audit'], FederationReferenceType extends FederationReferenceTypes['Audit'] = FederationReferenceTypes['Audit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Audit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  auditor?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  auditee?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MilestoneStatus']>, ParentType, ContextType>;
  plannedDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  deliveredDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  recommendations?: Resolver<Maybe<Array<ResolversTypes['AuditRecommendation']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditRecommendationResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['AuditRecommendation'] = ResolversParentTypes['AuditRecommendation']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addressee?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MilestoneStatus']>, ParentType, ContextType>;
  amountQuestioned?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  followUp?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['AuditEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type AuditEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Audit']>, ParentType, ContextType>;
};

export type AuditTotalResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['AuditTotal'] = ResolversParentTypes['AuditTotal']> = {
  key?: Resolver<Array<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppressedBecause?: Resolver<Maybe<ResolversTypes['SuppressedBecause']>, ParentType, ContextType>;
  members?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type SpendingTransactionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['SpendingTransaction'] = ResolversParentTypes['SpendingTransaction'], FederationReferenceType extends FederationReferenceTypes['SpendingTransaction'] = FederationReferenceTypes['SpendingTransaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SpendingTransaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  transactionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  payer?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  payee?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invoiceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contractId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenderId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpendingTransactionConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['SpendingTransactionConnection'] = ResolversParentTypes['SpendingTransactionConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['SpendingTransactionEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type SpendingTransactionEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['SpendingTransactionEdge'] = ResolversParentTypes['SpendingTransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['SpendingTransaction']>, ParentType, ContextType>;
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
  BudgetLine?: BudgetLineResolvers<ContextType>;
  FiscalPeriod?: FiscalPeriodResolvers<ContextType>;
  BudgetLineConnection?: BudgetLineConnectionResolvers<ContextType>;
  BudgetLineEdge?: BudgetLineEdgeResolvers<ContextType>;
  BudgetTotal?: BudgetTotalResolvers<ContextType>;
  ContractingProcess?: ContractingProcessResolvers<ContextType>;
  ContractingProcessConnection?: ContractingProcessConnectionResolvers<ContextType>;
  ContractingProcessEdge?: ContractingProcessEdgeResolvers<ContextType>;
  ContractingProcessTotal?: ContractingProcessTotalResolvers<ContextType>;
  Audit?: AuditResolvers<ContextType>;
  AuditRecommendation?: AuditRecommendationResolvers<ContextType>;
  AuditConnection?: AuditConnectionResolvers<ContextType>;
  AuditEdge?: AuditEdgeResolvers<ContextType>;
  AuditTotal?: AuditTotalResolvers<ContextType>;
  SpendingTransaction?: SpendingTransactionResolvers<ContextType>;
  SpendingTransactionConnection?: SpendingTransactionConnectionResolvers<ContextType>;
  SpendingTransactionEdge?: SpendingTransactionEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = MemberContext> = {
  merge?: MergeDirectiveResolver<any, any, ContextType>;
  since?: SinceDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
};
