// Written by `npm run codegen` from the contract; not to be edited.
import type * as bodies0 from '../../../shared/domain/party-body.js';
import type * as bodies1 from '../../../shared/domain/record-body.js';
import type * as bodies2 from '../domain/court-case-body.js';
import type * as bodies3 from '../domain/investigation-body.js';
import type * as bodies4 from '../domain/sanction-body.js';
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
  export type CaseParty = bodies2.CaseParty;
  export type ProceedingEvent = bodies2.ProceedingEvent;
  export type CourtCaseBody = bodies2.CourtCaseBody;
  export type Subject = bodies3.Subject;
  export type Finding = bodies3.Finding;
  export type EvidenceDocument = bodies3.EvidenceDocument;
  export type Source = bodies3.Source;
  export type InvestigationBody = bodies3.InvestigationBody;
  export type SanctionBody = bodies4.SanctionBody;
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
  /** Investigations of all members, filtered and sorted, a page at a time. */
  investigations?: Maybe<InvestigationConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  investigation?: Maybe<Investigation>;
  /** Counts and exact sums of investigations by group. A sum needs the currency in `groupBy` or pinned by a top-level `eq`. */
  investigationTotals?: Maybe<Array<InvestigationTotal>>;
  /** Court cases of all members, filtered and sorted, a page at a time. */
  courtCases?: Maybe<CourtCaseConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  courtCase?: Maybe<CourtCase>;
  /** Counts of court cases by group. */
  courtCaseTotals?: Maybe<Array<CourtCaseTotal>>;
  /** Sanctions of all members, filtered and sorted, a page at a time. */
  sanctions?: Maybe<SanctionConnection>;
  /** One record by its id, or null where there is none the caller may see. */
  sanction?: Maybe<Sanction>;
};


/** The fields every query starts from. */
export type QueryInvestigationsArgs = {
  filter?: InputMaybe<InvestigationFilter>;
  orderBy?: InputMaybe<Array<InvestigationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QueryInvestigationArgs = {
  id: Scalars['ID']['input'];
};


/** The fields every query starts from. */
export type QueryInvestigationTotalsArgs = {
  filter: InvestigationFilter;
  groupBy: Array<InvestigationDimension>;
};


/** The fields every query starts from. */
export type QueryCourtCasesArgs = {
  filter?: InputMaybe<CourtCaseFilter>;
  orderBy?: InputMaybe<Array<CourtCaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QueryCourtCaseArgs = {
  id: Scalars['ID']['input'];
};


/** The fields every query starts from. */
export type QueryCourtCaseTotalsArgs = {
  filter: CourtCaseFilter;
  groupBy: Array<CourtCaseDimension>;
};


/** The fields every query starts from. */
export type QuerySanctionsArgs = {
  filter?: InputMaybe<SanctionFilter>;
  orderBy?: InputMaybe<Array<SanctionOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The fields every query starts from. */
export type QuerySanctionArgs = {
  id: Scalars['ID']['input'];
};

/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type Entity = {
  /** A permanent id: that of the record first published, among those the caller may see. */
  id: Scalars['ID']['output'];
  /** The records it is made of, `<member>:<local>`. */
  subjects: Array<Scalars['ID']['output']>;
  /** Investigations that name one of its subjects, of all members that hold some. As `Query.investigations` with a filter by `party`. */
  investigations?: Maybe<InvestigationConnection>;
  /** Court cases that name one of its subjects, of all members that hold some. As `Query.courtCases` with a filter by `party`. */
  courtCases?: Maybe<CourtCaseConnection>;
  /** Sanctions that name one of its subjects, of all members that hold some. As `Query.sanctions` with a filter by `party`. */
  sanctions?: Maybe<SanctionConnection>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntityInvestigationsArgs = {
  filter?: InputMaybe<InvestigationFilter>;
  orderBy?: InputMaybe<Array<InvestigationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntityCourtCasesArgs = {
  filter?: InputMaybe<CourtCaseFilter>;
  orderBy?: InputMaybe<Array<CourtCaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or an organisation as this caller may see it: the records that members publish of it, joined by the links between them. Two callers may see two parts of one entity, each with ids that resolve for them. */
export type EntitySanctionsArgs = {
  filter?: InputMaybe<SanctionFilter>;
  orderBy?: InputMaybe<Array<SanctionOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An investigation of a member (Aleph collection of category `casefile`). */
export type Investigation = Record & {
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
  /** Title of the investigation (Aleph `label`). */
  title?: Maybe<Scalars['String']['output']>;
  /** What it is about (Aleph `summary`). */
  summary?: Maybe<Scalars['String']['output']>;
  /** Category (Aleph `category`). */
  category?: Maybe<Scalars['String']['output']>;
  /** How far it is (cf. MISP workflow). */
  status?: Maybe<InvestigationStatus>;
  /** Main country, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** Countries concerned, ISO 3166-1 alpha-2 (Aleph `countries`). */
  countries?: Maybe<Array<Scalars['String']['output']>>;
  /** Languages of the material, ISO 639-3 (Aleph `languages`). */
  languages?: Maybe<Array<Scalars['String']['output']>>;
  /** When it was begun (FollowTheMoney `startDate`). */
  startDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it ended (FollowTheMoney `endDate`). */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was published. */
  publishedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** Where it was published. */
  publishedUrl?: Maybe<Scalars['String']['output']>;
  /** The organisation that leads it. */
  leadOrganization?: Maybe<Organization>;
  /** Organisations that work on it. */
  partners?: Maybe<Array<Organization>>;
  /** Offences concerned, codes of ICCS such as `07031` bribery. */
  offences?: Maybe<Array<Scalars['String']['output']>>;
  /** The hypothesis worked on; for the owner alone. */
  workingHypothesis?: Maybe<Scalars['String']['output']>;
  /** The amount of money concerned. */
  amountConcerned?: Maybe<Money>;
  /** Persons and organisations concerned. */
  subjects?: Maybe<Array<Subject>>;
  /** What was found. */
  findings?: Maybe<Array<Finding>>;
  /** Documents it rests on. */
  evidence?: Maybe<Array<EvidenceDocument>>;
  /** What kind of sources it rests on. Who they are is in no schema. */
  sources?: Maybe<Array<Source>>;
};

/** A party concerned by an investigation (FollowTheMoney `CourtCaseParty`). */
export type Subject = {
  /** Who it is. */
  party?: Maybe<Party>;
  /** In what role (FollowTheMoney `role`). */
  role?: Maybe<Scalars['String']['output']>;
  /** In what capacity, for example the post held. */
  capacity?: Maybe<Scalars['String']['output']>;
  /** Since when. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** Until when. */
  until?: Maybe<Scalars['PartialDate']['output']>;
  /** Whether the party is named in public. */
  identifiedPublicly?: Maybe<Scalars['Boolean']['output']>;
};

/** A finding or an allegation and how sure it is. */
export type Finding = {
  /** The finding. */
  text?: Maybe<Scalars['String']['output']>;
  /** Whom it is about. */
  subject?: Maybe<Party>;
  /** Alleged offence, code of ICCS. */
  allegedOffence?: Maybe<Scalars['String']['output']>;
  /** How likely it is (ICD 203). */
  estimate?: Maybe<EstimativeLikelihood>;
  /** Credibility of the information, 1 confirmed to 6 cannot be judged (Admiralty code). */
  credibility?: Maybe<Scalars['Int']['output']>;
  /** How far it is checked. */
  status?: Maybe<FindingStatus>;
  /** What the party concerned replied. */
  rightOfReply?: Maybe<Scalars['String']['output']>;
  /** When it was published. */
  publishedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** A correction made after publication (BODS annotation `correcting`). */
  correction?: Maybe<Scalars['String']['output']>;
};

/** A document an investigation rests on (FollowTheMoney `Document`). */
export type EvidenceDocument = {
  /** Title. */
  title?: Maybe<Scalars['String']['output']>;
  /** Media type. */
  mimeType?: Maybe<Scalars['String']['output']>;
  /** Language, ISO 639-3. */
  language?: Maybe<Scalars['String']['output']>;
  /** When it was published. */
  publishedAt?: Maybe<Scalars['PartialDate']['output']>;
  /** Where it is published. */
  sourceUrl?: Maybe<Scalars['String']['output']>;
  /** What it is evidence of (FollowTheMoney `Documentation.role`). */
  role?: Maybe<Scalars['String']['output']>;
  /** An excerpt. */
  excerpt?: Maybe<Scalars['String']['output']>;
  /** When it was obtained, as year or month. */
  obtainedAt?: Maybe<Scalars['PartialDate']['output']>;
};

/** What kind of source an investigation rests on, never who. */
export type Source = {
  /** What kind of source it is. */
  kind?: Maybe<SourceKind>;
  /** How reliable it is (Admiralty code). */
  reliability?: Maybe<SourceReliability>;
  /** When material was obtained, as year or month. */
  obtainedAt?: Maybe<Scalars['PartialDate']['output']>;
};

/** How far an investigation is. */
export type InvestigationStatus =
  /** A lead. */
  | 'LEAD'
  /** Being worked on. */
  | 'ACTIVE'
  /** Resting. */
  | 'ON_HOLD'
  /** Published. */
  | 'PUBLISHED'
  /** Closed. */
  | 'CLOSED';

/** How far a finding is checked. */
export type FindingStatus =
  /** A draft. */
  | 'DRAFT'
  /** Checked. */
  | 'CHECKED'
  /** Put to the party concerned. */
  | 'RIGHT_OF_REPLY_SENT'
  /** Published. */
  | 'PUBLISHED'
  /** Withdrawn. */
  | 'WITHDRAWN';

/** How likely something is (ICD 203). */
export type EstimativeLikelihood =
  /** 1 to 5 per cent. */
  | 'ALMOST_NO_CHANCE'
  /** 5 to 20 per cent. */
  | 'VERY_UNLIKELY'
  /** 20 to 45 per cent. */
  | 'UNLIKELY'
  /** 45 to 55 per cent. */
  | 'ROUGHLY_EVEN'
  /** 55 to 80 per cent. */
  | 'LIKELY'
  /** 80 to 95 per cent. */
  | 'VERY_LIKELY'
  /** 95 to 99 per cent. */
  | 'ALMOST_CERTAIN';

/** What kind of source a source is. */
export type SourceKind =
  /** A person. */
  | 'HUMAN'
  /** A document. */
  | 'DOCUMENT'
  /** A register. */
  | 'REGISTER'
  /** A leak. */
  | 'LEAK'
  /** Open sources. */
  | 'OPEN';

/** How reliable a source is (Admiralty code a to f). */
export type SourceReliability =
  /** Completely reliable. */
  | 'A'
  /** Usually reliable. */
  | 'B'
  /** Fairly reliable. */
  | 'C'
  /** Not usually reliable. */
  | 'D'
  /** Unreliable. */
  | 'E'
  /** Reliability cannot be judged. */
  | 'F';

/** A test of a `InvestigationStatus`. */
export type InvestigationStatusFilter = {
  /** Equal. */
  eq?: InputMaybe<InvestigationStatus>;
  /** Not equal; true of a record without the value. */
  ne?: InputMaybe<InvestigationStatus>;
  /** One of these. */
  in?: InputMaybe<Array<InvestigationStatus>>;
  /** Whether the value is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of investigations (Relay connection). */
export type InvestigationConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<InvestigationEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type InvestigationEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<Investigation>;
};

/** Which investigations to return. All fields given must hold. */
export type InvestigationFilter = {
  /** Currency of the amount concerned, ISO 4217. */
  currency?: InputMaybe<StringFilter>;
  /** How far it is. */
  status?: InputMaybe<InvestigationStatusFilter>;
  /** Main country, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** Countries concerned, ISO 3166-1 alpha-2. */
  countries?: InputMaybe<StringListFilter>;
  /** Category. */
  category?: InputMaybe<StringFilter>;
  /** Offences concerned, codes of ICCS. */
  offences?: InputMaybe<StringListFilter>;
  /** When it was begun. */
  startDate?: InputMaybe<PartialDateFilter>;
  /** When it was published. */
  publishedAt?: InputMaybe<PartialDateFilter>;
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
  and?: InputMaybe<Array<InvestigationFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<InvestigationFilter>>;
  /** This does not hold. */
  not?: InputMaybe<InvestigationFilter>;
};

/** One sort key of investigations. */
export type InvestigationOrder = {
  /** What to sort by. */
  field: InvestigationOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What investigations can be sorted by. Ties are broken by member and local id. */
export type InvestigationOrderField =
  /** By the date it was begun. */
  | 'START_DATE'
  /** By the date it was published. */
  | 'PUBLISHED_AT'
  /** By title, without case and marks. */
  | 'TITLE';

/** What investigations can be grouped by. */
export type InvestigationDimension =
  /** Main country. */
  | 'COUNTRY'
  /** How far they are. */
  | 'STATUS'
  /** Category. */
  | 'CATEGORY'
  /** Year they were begun. */
  | 'START_YEAR'
  /** Currency of the amount concerned. */
  | 'CURRENCY';

/** One group of investigations. */
export type InvestigationTotal = {
  /** The group, one value per dimension asked for. */
  key: Array<DimensionValue>;
  /** How many records are in the group. */
  count: Count;
  /** Exact sum of the amounts concerned, of one currency; refused where the currency is neither in `groupBy` nor pinned. */
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

/** A case before a court or an authority (FollowTheMoney `CourtCase`). */
export type CourtCase = Record & {
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
  /** Name of the case (FollowTheMoney `name`). */
  title?: Maybe<Scalars['String']['output']>;
  /** Number of the case (FollowTheMoney `caseNumber`). */
  caseNumber?: Maybe<Scalars['String']['output']>;
  /** European case law identifier. */
  ecli?: Maybe<Scalars['String']['output']>;
  /** The court (FollowTheMoney `court`). */
  court?: Maybe<Scalars['String']['output']>;
  /** Country or ISO 3166-2 subdivision of the court. */
  jurisdiction?: Maybe<Scalars['String']['output']>;
  /** Country of the court, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** Category (FollowTheMoney `category`). */
  category?: Maybe<Scalars['String']['output']>;
  /** Kind of case (FollowTheMoney `type`). */
  type?: Maybe<Scalars['String']['output']>;
  /** State of the case (FollowTheMoney `status`). */
  status?: Maybe<Scalars['String']['output']>;
  /** When it was filed (FollowTheMoney `fileDate`). */
  fileDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was closed (FollowTheMoney `closeDate`). */
  closeDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Offences concerned, codes of ICCS. */
  offences?: Maybe<Array<Scalars['String']['output']>>;
  /** What it is about, in the source's words. */
  subjectMatter?: Maybe<Array<Scalars['String']['output']>>;
  /** Who takes part. */
  parties?: Maybe<Array<CaseParty>>;
  /** What happened when. */
  events?: Maybe<Array<ProceedingEvent>>;
  /** The case this is an appeal of. */
  appealOf?: Maybe<Scalars['ID']['output']>;
};

/** A party of a case (FollowTheMoney `CourtCaseParty`). */
export type CaseParty = {
  /** Who it is. */
  party?: Maybe<Party>;
  /** In what role (FollowTheMoney `role`). */
  role?: Maybe<Scalars['String']['output']>;
};

/** A step of a proceeding (UN-CTS stages, IIDES dispositions). */
export type ProceedingEvent = {
  /** Which step. */
  stage?: Maybe<ProceedingStage>;
  /** How it ended (IIDES `disposition`). */
  disposition?: Maybe<Scalars['String']['output']>;
  /** When. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** Which court or authority. */
  authority?: Maybe<Scalars['String']['output']>;
  /** Whom it concerns. */
  party?: Maybe<Party>;
  /** Fine, damages or forfeiture. */
  amount?: Maybe<Money>;
  /** What the amount is: fine, compensation or forfeiture. */
  amountKind?: Maybe<Scalars['String']['output']>;
  /** In the source's words. */
  description?: Maybe<Scalars['String']['output']>;
};

/** A step of a proceeding (UN-CTS, IIDES). */
export type ProceedingStage =
  /** Suspected or arrested. */
  | 'FORMAL_CONTACT'
  /** Charged or sued. */
  | 'CHARGED'
  /** Before the court. */
  | 'TRIAL'
  /** Judged. */
  | 'JUDGMENT'
  /** Appealed. */
  | 'APPEAL'
  /** Final. */
  | 'FINAL'
  /** Settled. */
  | 'SETTLED'
  /** Dropped or dismissed. */
  | 'DROPPED';

/** A test of a list of `ProceedingStage`. */
export type ProceedingStageListFilter = {
  /** The list holds this. */
  eq?: InputMaybe<ProceedingStage>;
  /** The list does not hold this. */
  ne?: InputMaybe<ProceedingStage>;
  /** The list holds one of these. */
  in?: InputMaybe<Array<ProceedingStage>>;
  /** Whether the list is empty or absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of court cases (Relay connection). */
export type CourtCaseConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<CourtCaseEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type CourtCaseEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<CourtCase>;
};

/** Which court cases to return. All fields given must hold. */
export type CourtCaseFilter = {
  /** Number of the case. */
  caseNumber?: InputMaybe<StringFilter>;
  /** The court. */
  court?: InputMaybe<StringFilter>;
  /** Country of the court, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** Country or ISO 3166-2 subdivision of the court. */
  jurisdiction?: InputMaybe<StringFilter>;
  /** State of the case. */
  status?: InputMaybe<StringFilter>;
  /** Kind of case. */
  type?: InputMaybe<StringFilter>;
  /** When it was filed. */
  fileDate?: InputMaybe<PartialDateFilter>;
  /** Year it was filed in. */
  fileYear?: InputMaybe<IntFilter>;
  /** When it was closed. */
  closeDate?: InputMaybe<PartialDateFilter>;
  /** Steps that its proceedings have taken. */
  stages?: InputMaybe<ProceedingStageListFilter>;
  /** How its steps ended (IIDES `disposition`). */
  dispositions?: InputMaybe<StringListFilter>;
  /** Days from the filing to the first judgment; absent unless both are known to the day. */
  daysToJudgment?: InputMaybe<IntFilter>;
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
  and?: InputMaybe<Array<CourtCaseFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CourtCaseFilter>>;
  /** This does not hold. */
  not?: InputMaybe<CourtCaseFilter>;
};

/** One sort key of court cases. */
export type CourtCaseOrder = {
  /** What to sort by. */
  field: CourtCaseOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What court cases can be sorted by. Ties are broken by member and local id. */
export type CourtCaseOrderField =
  /** By the date it was filed. */
  | 'FILE_DATE'
  /** By the date it was closed. */
  | 'CLOSE_DATE'
  /** By number of the case. */
  | 'CASE_NUMBER';

/** What court cases can be grouped by. */
export type CourtCaseDimension =
  /** Country of the court. */
  | 'COUNTRY'
  /** Country or ISO 3166-2 subdivision of the court. */
  | 'JURISDICTION'
  /** The court. */
  | 'COURT'
  /** State of the case. */
  | 'STATUS'
  /** Kind of case. */
  | 'TYPE'
  /** Year it was filed in. */
  | 'FILE_YEAR'
  /** Days from the filing to the first judgment. */
  | 'DAYS_TO_JUDGMENT';

/** One group of court cases. */
export type CourtCaseTotal = {
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

/** A sanction or debarment of a party (FollowTheMoney `Sanction`). */
export type Sanction = Record & {
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
  /** Who is sanctioned (FollowTheMoney `entity`). */
  entity?: Maybe<Party>;
  /** Who sanctions (FollowTheMoney `authority`). */
  authority?: Maybe<Scalars['String']['output']>;
  /** The authority's id of the sanction (FollowTheMoney `authorityId`). */
  authorityId?: Maybe<Scalars['String']['output']>;
  /** The programme (FollowTheMoney `program`). */
  program?: Maybe<Scalars['String']['output']>;
  /** Code of the programme (FollowTheMoney `programId`). */
  programId?: Maybe<Scalars['String']['output']>;
  /** Country of the authority, ISO 3166-1 alpha-2 (FollowTheMoney `country`). */
  country?: Maybe<Scalars['String']['output']>;
  /** From when (FollowTheMoney `startDate`). */
  startDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Until when (FollowTheMoney `endDate`). */
  endDate?: Maybe<Scalars['PartialDate']['output']>;
  /** When it was listed (FollowTheMoney `listingDate`). */
  listingDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Why, in the source's words (FollowTheMoney `reason`). */
  reason?: Maybe<Scalars['String']['output']>;
  /** Grounds of debarment: fraudulent, corrupt, collusive, coercive, obstructive. */
  grounds?: Maybe<Array<Scalars['String']['output']>>;
  /** What is forbidden (FollowTheMoney `provisions`). */
  provisions?: Maybe<Scalars['String']['output']>;
  /** How long (FollowTheMoney `duration`). */
  duration?: Maybe<Scalars['String']['output']>;
  /** State of the sanction (FollowTheMoney `status`). */
  status?: Maybe<Scalars['String']['output']>;
  /** A fine that is part of it. */
  amount?: Maybe<Money>;
  /** The case it comes from. */
  courtCase?: Maybe<CourtCase>;
  /** Names the source links the party to. */
  linkedTo?: Maybe<Array<Scalars['String']['output']>>;
};

/** A page of sanctions (Relay connection). */
export type SanctionConnection = {
  /** The records of this page with their cursors. */
  edges?: Maybe<Array<SanctionEdge>>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many records the filter matches, exact up to 10,000; counted only when asked for. */
  totalCount?: Maybe<Count>;
};

/** A record and its place in the order (Relay edge). */
export type SanctionEdge = {
  /** Opaque place of the record in this order. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node?: Maybe<Sanction>;
};

/** Which sanctions to return. All fields given must hold. */
export type SanctionFilter = {
  /** Who sanctions. */
  authority?: InputMaybe<StringFilter>;
  /** Code of the programme. */
  programId?: InputMaybe<StringFilter>;
  /** Country of the authority, ISO 3166-1 alpha-2. */
  country?: InputMaybe<StringFilter>;
  /** State of the sanction. */
  status?: InputMaybe<StringFilter>;
  /** From when. */
  startDate?: InputMaybe<PartialDateFilter>;
  /** Until when. */
  endDate?: InputMaybe<PartialDateFilter>;
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
  and?: InputMaybe<Array<SanctionFilter>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SanctionFilter>>;
  /** This does not hold. */
  not?: InputMaybe<SanctionFilter>;
};

/** One sort key of sanctions. */
export type SanctionOrder = {
  /** What to sort by. */
  field: SanctionOrderField;
  /** Which way. */
  direction?: Direction;
};

/** What sanctions can be sorted by. Ties are broken by member and local id. */
export type SanctionOrderField =
  /** By start. */
  | 'START_DATE'
  /** By end. */
  | 'END_DATE'
  /** By the date of listing. */
  | 'LISTING_DATE';



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
  Investigation: Investigation;
  CourtCase: CourtCase;
  Sanction: Sanction;
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
        | GraphQLRecursivePick<FederationTypes['Entity'], {"subjects":true}> ) );
  Investigation:
    ( { __typename: 'Investigation' }
    & GraphQLRecursivePick<FederationTypes['Investigation'], {"id":true}> );
  CourtCase:
    ( { __typename: 'CourtCase' }
    & GraphQLRecursivePick<FederationTypes['CourtCase'], {"id":true}> );
  Sanction:
    ( { __typename: 'Sanction' }
    & GraphQLRecursivePick<FederationTypes['Sanction'], {"id":true}> );
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
    | ( RecordNode<'Investigation', bodies.InvestigationBody> )
    | ( RecordNode<'CourtCase', bodies.CourtCaseBody> )
    | ( RecordNode<'Sanction', bodies.SanctionBody> )
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
  Investigation: ResolverTypeWrapper<RecordNode<'Investigation', bodies.InvestigationBody>>;
  Subject: ResolverTypeWrapper<bodies.Subject>;
  Finding: ResolverTypeWrapper<bodies.Finding>;
  EvidenceDocument: ResolverTypeWrapper<bodies.EvidenceDocument>;
  Source: ResolverTypeWrapper<bodies.Source>;
  InvestigationStatus: InvestigationStatus;
  FindingStatus: FindingStatus;
  EstimativeLikelihood: EstimativeLikelihood;
  SourceKind: SourceKind;
  SourceReliability: SourceReliability;
  InvestigationStatusFilter: InvestigationStatusFilter;
  InvestigationConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['Investigation']>>;
  InvestigationEdge: ResolverTypeWrapper<Omit<InvestigationEdge, 'node'> & { node?: Maybe<ResolversTypes['Investigation']> }>;
  InvestigationFilter: InvestigationFilter;
  InvestigationOrder: InvestigationOrder;
  InvestigationOrderField: InvestigationOrderField;
  InvestigationDimension: InvestigationDimension;
  InvestigationTotal: ResolverTypeWrapper<Total>;
  CourtCase: ResolverTypeWrapper<RecordNode<'CourtCase', bodies.CourtCaseBody>>;
  CaseParty: ResolverTypeWrapper<bodies.CaseParty>;
  ProceedingEvent: ResolverTypeWrapper<bodies.ProceedingEvent>;
  ProceedingStage: ProceedingStage;
  ProceedingStageListFilter: ProceedingStageListFilter;
  CourtCaseConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['CourtCase']>>;
  CourtCaseEdge: ResolverTypeWrapper<Omit<CourtCaseEdge, 'node'> & { node?: Maybe<ResolversTypes['CourtCase']> }>;
  CourtCaseFilter: CourtCaseFilter;
  CourtCaseOrder: CourtCaseOrder;
  CourtCaseOrderField: CourtCaseOrderField;
  CourtCaseDimension: CourtCaseDimension;
  CourtCaseTotal: ResolverTypeWrapper<Total>;
  Sanction: ResolverTypeWrapper<RecordNode<'Sanction', bodies.SanctionBody>>;
  SanctionConnection: ResolverTypeWrapper<Connection<ResolversParentTypes['Sanction']>>;
  SanctionEdge: ResolverTypeWrapper<Omit<SanctionEdge, 'node'> & { node?: Maybe<ResolversTypes['Sanction']> }>;
  SanctionFilter: SanctionFilter;
  SanctionOrder: SanctionOrder;
  SanctionOrderField: SanctionOrderField;
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
  Investigation: RecordNode<'Investigation', bodies.InvestigationBody>;
  Subject: bodies.Subject;
  Finding: bodies.Finding;
  EvidenceDocument: bodies.EvidenceDocument;
  Source: bodies.Source;
  InvestigationStatusFilter: InvestigationStatusFilter;
  InvestigationConnection: Connection<ResolversParentTypes['Investigation']>;
  InvestigationEdge: Omit<InvestigationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Investigation']> };
  InvestigationFilter: InvestigationFilter;
  InvestigationOrder: InvestigationOrder;
  InvestigationTotal: Total;
  CourtCase: RecordNode<'CourtCase', bodies.CourtCaseBody>;
  CaseParty: bodies.CaseParty;
  ProceedingEvent: bodies.ProceedingEvent;
  ProceedingStageListFilter: ProceedingStageListFilter;
  CourtCaseConnection: Connection<ResolversParentTypes['CourtCase']>;
  CourtCaseEdge: Omit<CourtCaseEdge, 'node'> & { node?: Maybe<ResolversParentTypes['CourtCase']> };
  CourtCaseFilter: CourtCaseFilter;
  CourtCaseOrder: CourtCaseOrder;
  CourtCaseTotal: Total;
  Sanction: RecordNode<'Sanction', bodies.SanctionBody>;
  SanctionConnection: Connection<ResolversParentTypes['Sanction']>;
  SanctionEdge: Omit<SanctionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Sanction']> };
  SanctionFilter: SanctionFilter;
  SanctionOrder: SanctionOrder;
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
  __resolveType: TypeResolveFn<'Investigation' | 'CourtCase' | 'Sanction', ParentType, ContextType>;
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
  investigations?: Resolver<Maybe<ResolversTypes['InvestigationConnection']>, ParentType, ContextType, RequireFields<QueryInvestigationsArgs, 'first'>>;
  investigation?: Resolver<Maybe<ResolversTypes['Investigation']>, ParentType, ContextType, RequireFields<QueryInvestigationArgs, 'id'>>;
  investigationTotals?: Resolver<Maybe<Array<ResolversTypes['InvestigationTotal']>>, ParentType, ContextType, RequireFields<QueryInvestigationTotalsArgs, 'filter' | 'groupBy'>>;
  courtCases?: Resolver<Maybe<ResolversTypes['CourtCaseConnection']>, ParentType, ContextType, RequireFields<QueryCourtCasesArgs, 'first'>>;
  courtCase?: Resolver<Maybe<ResolversTypes['CourtCase']>, ParentType, ContextType, RequireFields<QueryCourtCaseArgs, 'id'>>;
  courtCaseTotals?: Resolver<Maybe<Array<ResolversTypes['CourtCaseTotal']>>, ParentType, ContextType, RequireFields<QueryCourtCaseTotalsArgs, 'filter' | 'groupBy'>>;
  sanctions?: Resolver<Maybe<ResolversTypes['SanctionConnection']>, ParentType, ContextType, RequireFields<QuerySanctionsArgs, 'first'>>;
  sanction?: Resolver<Maybe<ResolversTypes['Sanction']>, ParentType, ContextType, RequireFields<QuerySanctionArgs, 'id'>>;
};

export type EntityResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity'], FederationReferenceType extends FederationReferenceTypes['Entity'] = FederationReferenceTypes['Entity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Entity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  investigations?: Resolver<Maybe<ResolversTypes['InvestigationConnection']>, ParentType, ContextType, RequireFields<EntityInvestigationsArgs, 'first'>>;
  courtCases?: Resolver<Maybe<ResolversTypes['CourtCaseConnection']>, ParentType, ContextType, RequireFields<EntityCourtCasesArgs, 'first'>>;
  sanctions?: Resolver<Maybe<ResolversTypes['SanctionConnection']>, ParentType, ContextType, RequireFields<EntitySanctionsArgs, 'first'>>;
};

export type InvestigationResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Investigation'] = ResolversParentTypes['Investigation'], FederationReferenceType extends FederationReferenceTypes['Investigation'] = FederationReferenceTypes['Investigation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Investigation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['InvestigationStatus']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countries?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  languages?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  publishedUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leadOrganization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  partners?: Resolver<Maybe<Array<ResolversTypes['Organization']>>, ParentType, ContextType>;
  offences?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  workingHypothesis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amountConcerned?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  subjects?: Resolver<Maybe<Array<ResolversTypes['Subject']>>, ParentType, ContextType>;
  findings?: Resolver<Maybe<Array<ResolversTypes['Finding']>>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<Array<ResolversTypes['EvidenceDocument']>>, ParentType, ContextType>;
  sources?: Resolver<Maybe<Array<ResolversTypes['Source']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubjectResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Subject'] = ResolversParentTypes['Subject']> = {
  party?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  identifiedPublicly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type FindingResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  allegedOffence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  estimate?: Resolver<Maybe<ResolversTypes['EstimativeLikelihood']>, ParentType, ContextType>;
  credibility?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['FindingStatus']>, ParentType, ContextType>;
  rightOfReply?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EvidenceDocumentResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['EvidenceDocument'] = ResolversParentTypes['EvidenceDocument']> = {
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  obtainedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  kind?: Resolver<Maybe<ResolversTypes['SourceKind']>, ParentType, ContextType>;
  reliability?: Resolver<Maybe<ResolversTypes['SourceReliability']>, ParentType, ContextType>;
  obtainedAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type InvestigationConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['InvestigationConnection'] = ResolversParentTypes['InvestigationConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['InvestigationEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type InvestigationEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['InvestigationEdge'] = ResolversParentTypes['InvestigationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Investigation']>, ParentType, ContextType>;
};

export type InvestigationTotalResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['InvestigationTotal'] = ResolversParentTypes['InvestigationTotal']> = {
  key?: Resolver<Array<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppressedBecause?: Resolver<Maybe<ResolversTypes['SuppressedBecause']>, ParentType, ContextType>;
  members?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type CourtCaseResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['CourtCase'] = ResolversParentTypes['CourtCase'], FederationReferenceType extends FederationReferenceTypes['CourtCase'] = FederationReferenceTypes['CourtCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CourtCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ecli?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  court?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jurisdiction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fileDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  closeDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  offences?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  subjectMatter?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  parties?: Resolver<Maybe<Array<ResolversTypes['CaseParty']>>, ParentType, ContextType>;
  events?: Resolver<Maybe<Array<ResolversTypes['ProceedingEvent']>>, ParentType, ContextType>;
  appealOf?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CasePartyResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['CaseParty'] = ResolversParentTypes['CaseParty']> = {
  party?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProceedingEventResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['ProceedingEvent'] = ResolversParentTypes['ProceedingEvent']> = {
  stage?: Resolver<Maybe<ResolversTypes['ProceedingStage']>, ParentType, ContextType>;
  disposition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  amountKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CourtCaseConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['CourtCaseConnection'] = ResolversParentTypes['CourtCaseConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['CourtCaseEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type CourtCaseEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['CourtCaseEdge'] = ResolversParentTypes['CourtCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CourtCase']>, ParentType, ContextType>;
};

export type CourtCaseTotalResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['CourtCaseTotal'] = ResolversParentTypes['CourtCaseTotal']> = {
  key?: Resolver<Array<ResolversTypes['DimensionValue']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppressedBecause?: Resolver<Maybe<ResolversTypes['SuppressedBecause']>, ParentType, ContextType>;
  members?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type SanctionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['Sanction'] = ResolversParentTypes['Sanction'], FederationReferenceType extends FederationReferenceTypes['Sanction'] = FederationReferenceTypes['Sanction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Sanction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  handling?: Resolver<ResolversTypes['Handling'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  unspecified?: Resolver<Maybe<Array<ResolversTypes['Unspecified']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authorityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  program?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  programId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  listingDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grounds?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  provisions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  courtCase?: Resolver<Maybe<ResolversTypes['CourtCase']>, ParentType, ContextType>;
  linkedTo?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SanctionConnectionResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['SanctionConnection'] = ResolversParentTypes['SanctionConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['SanctionEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type SanctionEdgeResolvers<ContextType = MemberContext, ParentType extends ResolversParentTypes['SanctionEdge'] = ResolversParentTypes['SanctionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Sanction']>, ParentType, ContextType>;
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
  Investigation?: InvestigationResolvers<ContextType>;
  Subject?: SubjectResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  EvidenceDocument?: EvidenceDocumentResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  InvestigationConnection?: InvestigationConnectionResolvers<ContextType>;
  InvestigationEdge?: InvestigationEdgeResolvers<ContextType>;
  InvestigationTotal?: InvestigationTotalResolvers<ContextType>;
  CourtCase?: CourtCaseResolvers<ContextType>;
  CaseParty?: CasePartyResolvers<ContextType>;
  ProceedingEvent?: ProceedingEventResolvers<ContextType>;
  CourtCaseConnection?: CourtCaseConnectionResolvers<ContextType>;
  CourtCaseEdge?: CourtCaseEdgeResolvers<ContextType>;
  CourtCaseTotal?: CourtCaseTotalResolvers<ContextType>;
  Sanction?: SanctionResolvers<ContextType>;
  SanctionConnection?: SanctionConnectionResolvers<ContextType>;
  SanctionEdge?: SanctionEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = MemberContext> = {
  merge?: MergeDirectiveResolver<any, any, ContextType>;
  since?: SinceDirectiveResolver<any, any, ContextType>;
  uses?: UsesDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
};
