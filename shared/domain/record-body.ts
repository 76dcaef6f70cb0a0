import { z } from 'zod';
import { isDecimal } from './decimal.js';
import { isLocalId } from './ids.js';
import { isPartialDate, normalizeInstant } from './partial-date.js';
import { isStorableText } from './text.js';

/**
 * The parts of record bodies that all domains share, as zod schemas: what an importer may store and `jsonl` may hold.
 * They mirror `kernel.graphql`; a body is what the GraphQL type shows, with references in place of parties.
 * Absent is absent: a null is never stored.
 */
export const text = z.string().min(1).refine(isStorableText, 'well-formed text without U+0000');
export const decimal = z.string().refine(isDecimal, 'a decimal of at most 18 integer and 6 fraction digits');
export const partialDate = z.string().refine(isPartialDate, 'a date such as 2019, 2019-05 or 2019-05-03');
export const instant = z
  .string()
  .refine((value) => normalizeInstant(value) === value, 'an instant such as 2026-01-31T09:30:00.000Z');
export const country = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code');
export const currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code');
export const language = z.string().regex(/^[a-z]{3}$/, 'an ISO 639-3 code');
export const script = z.string().regex(/^[A-Z][a-z]{3}$/, 'an ISO 15924 code');
export const localId = z.string().refine(isLocalId, 'a local id');

export const tlpLabels = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;
export const papLabels = ['PAP:RED', 'PAP:AMBER', 'PAP:GREEN', 'PAP:CLEAR'] as const;

export const Money = z.strictObject({
  amount: decimal.optional(),
  currency: currency.optional(),
  minimum: decimal.optional(),
  maximum: decimal.optional(),
  original: text.optional(),
  asOf: partialDate.optional(),
});
export type Money = z.infer<typeof Money>;

export const Classification = z.strictObject({
  scheme: text.optional(),
  code: text.optional(),
  label: text.optional(),
});
export type Classification = z.infer<typeof Classification>;

export const Identifier = z.strictObject({
  scheme: text,
  id: text,
  legalName: text.optional(),
  uri: text.optional(),
});
export type Identifier = z.infer<typeof Identifier>;

export const Name = z.strictObject({
  full: text,
  type: z.enum(['LEGAL', 'TRANSLATION', 'TRANSLITERATION', 'FORMER', 'ALTERNATIVE', 'BIRTH']).optional(),
  language: language.optional(),
  script: script.optional(),
  givenName: text.optional(),
  familyName: text.optional(),
  patronymicName: text.optional(),
});
export type Name = z.infer<typeof Name>;

export const Address = z.strictObject({
  full: text.optional(),
  postalCode: text.optional(),
  city: text.optional(),
  region: text.optional(),
  country: country.optional(),
  type: z.enum(['REGISTERED', 'SERVICE', 'ALTERNATIVE', 'BUSINESS']).optional(),
});
export type Address = z.infer<typeof Address>;

/**
 * A record's reference to a party of the same member. `name` and `identifiers` are copied from the party so that text
 * search and the filter `identifier` find the record; what a query shows is read from the party's own record.
 */
export const PersonRef = z.strictObject({
  ref: z.literal('Person'),
  id: localId,
  name: text.optional(),
  identifiers: z.array(z.strictObject({ scheme: text, id: text })).optional(),
});
export type PersonRef = z.infer<typeof PersonRef>;

export const OrganizationRef = z.strictObject({
  ref: z.literal('Organization'),
  id: localId,
  name: text.optional(),
  identifiers: z.array(z.strictObject({ scheme: text, id: text })).optional(),
});
export type OrganizationRef = z.infer<typeof OrganizationRef>;

export const PartyRef = z.discriminatedUnion('ref', [PersonRef, OrganizationRef]);
export type PartyRef = z.infer<typeof PartyRef>;

export const Provenance = z.strictObject({
  sourceUrl: text.optional(),
  publisher: text.optional(),
  publisherUrl: text.optional(),
  dataset: text.optional(),
  sourceType: z
    .enum(['SELF_DECLARATION', 'OFFICIAL_REGISTER', 'THIRD_PARTY', 'PRIMARY_RESEARCH', 'VERIFIED'])
    .optional(),
  sourceId: text.optional(),
  retrievedAt: instant.optional(),
  license: text.optional(),
  attribution: text.optional(),
  language: language.optional(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Handling = z.strictObject({
  tlp: z.enum(tlpLabels).optional(),
  pap: z.enum(papLabels).optional(),
  embargoUntil: instant.optional(),
  license: text.optional(),
  attribution: z.enum(['MAY', 'MUST', 'MUST_NOT']).optional(),
  legalBasis: text.optional(),
});
export type Handling = z.infer<typeof Handling>;

export const unspecifiedReasons = [
  'NO_BENEFICIAL_OWNERS',
  'SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER',
  'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION',
  'SUBJECT_EXEMPT_FROM_DISCLOSURE',
  'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE',
  'UNKNOWN',
  'INFORMATION_UNKNOWN_TO_PUBLISHER',
  'NOT_APPLICABLE',
  'WITHHELD_BY_PUBLISHER',
  'NOT_READABLE',
] as const;

export const Unspecified = z.strictObject({
  field: text,
  reason: z.enum(unspecifiedReasons),
  description: text.optional(),
});
export type Unspecified = z.infer<typeof Unspecified>;

/** What every record body starts with; each type extends it. */
export const recordBase = {
  handling: Handling,
  provenance: Provenance,
  unspecified: z.array(Unspecified).min(1).optional(),
};
