import { z } from 'zod';
import { domains } from '../domain/domains.js';
import { isMemberId, type MemberId } from '../domain/ids.js';

const maxSdlLength = 500_000;

/** What a member's records of a domain can be of; a filter outside of it saves asking. Absent is anything. */
export const Coverage = z.strictObject({
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'expected ISO 3166-1 alpha-2 codes')).optional(),
  years: z
    .strictObject({ from: z.int(), to: z.int() })
    .refine(({ from, to }) => from <= to, 'expected "from" not after "to"')
    .optional(),
});

const HttpUrl = z.url({ protocol: /^https?$/, error: 'expected an http or https URL' });

/** A domain that a member serves. */
export const ProviderDescription = z.strictObject({
  domain: z.enum(domains),
  /** Where the member serves the domain, for example `https://accord.example.org/budgets/graphql`. */
  url: HttpUrl,
  /** The version of the domain's contract that the member serves. */
  contractVersion: z
    .string()
    .regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'expected a version such as "1.0.0"')
    .default('1.0.0'),
  coverage: Coverage.prefault({}),
});
export type ProviderDescription = Readonly<z.infer<typeof ProviderDescription>>;

/** A federation schema of the member's own, beside the contracts. */
export const ExtensionDescription = z.strictObject({
  url: HttpUrl,
  sdl: z.string().min(1).max(maxSdlLength),
});

/** A member as a coalition knows it: who it is and where it serves what. */
export const MemberDescription = z.strictObject({
  id: z.custom<MemberId>(
    (value) => typeof value === 'string' && isMemberId(value),
    'expected a member id of the form [a-z][a-z0-9-]{1,31}',
  ),
  name: z.string().min(1).max(200),
  country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code such as "GB"'),
  languages: z.array(z.string().regex(/^[a-z]{3}$/, 'expected an ISO 639-3 code such as "eng"')).default([]),
  /** SPDX id of what the member publishes. */
  licence: z.string().min(1).max(200),
  providers: z.array(ProviderDescription).min(1),
});
export type MemberDescription = Readonly<z.infer<typeof MemberDescription>>;
