import { z } from 'zod';
import {
  Address,
  country,
  Identifier,
  Name,
  OrganizationRef,
  partialDate,
  recordBase,
  text,
} from './record-body.js';

const partyBase = {
  ...recordBase,
  name: text.optional(),
  names: z.array(Name).optional(),
  identifiers: z.array(Identifier).optional(),
  countries: z.array(country).optional(),
  topics: z.array(text).optional(),
  wikidataId: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .optional(),
};

/** The body of a record of type `Person`: see the GraphQL type for each field. */
export const PersonBody = z.strictObject({
  ...partyBase,
  birthDate: partialDate.optional(),
  birthPlace: text.optional(),
  deathDate: partialDate.optional(),
  nationality: z.array(country).optional(),
  gender: z.enum(['FEMALE', 'MALE', 'OTHER']).optional(),
  position: z.array(text).optional(),
  politicalExposure: z.enum(['IS_PEP', 'IS_NOT_PEP', 'UNKNOWN']).optional(),
});
export type PersonBody = z.infer<typeof PersonBody>;

export const entityTypes = [
  'REGISTERED_ENTITY',
  'LEGAL_ENTITY',
  'ARRANGEMENT',
  'ANONYMOUS_ENTITY',
  'UNKNOWN_ENTITY',
  'STATE',
  'STATE_BODY',
] as const;

/** The body of a record of type `Organization`. */
export const OrganizationBody = z.strictObject({
  ...partyBase,
  entityType: z.enum(entityTypes).optional(),
  jurisdiction: text.optional(),
  legalForm: text.optional(),
  incorporationDate: partialDate.optional(),
  dissolutionDate: partialDate.optional(),
  status: text.optional(),
  sector: text.optional(),
  classification: text.optional(),
  address: Address.optional(),
  parent: OrganizationRef.optional(),
});
export type OrganizationBody = z.infer<typeof OrganizationBody>;
