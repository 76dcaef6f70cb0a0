import { z } from 'zod';
import {
  country,
  Identifier,
  instant,
  language,
  localId,
  partialDate,
  script,
  text,
  tlpLabels,
} from '../domain/record-body.js';
import { Requirement } from '../policy/published-policy.js';
import { mostRequirements } from '../policy/record-audience.js';

/** The most that one subject may have of each; more would let one record fill the index. */
const most = { names: 50, identifiers: 50, countries: 50, topics: 50, tokens: 200 } as const;

export const subjectKinds = ['PERSON', 'ORGANIZATION'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A name in clear, as the owner's record has it. */
export const SubjectName = z.strictObject({
  full: text.max(1000),
  language: language.optional(),
  script: script.optional(),
});
export type SubjectName = Readonly<z.infer<typeof SubjectName>>;

/** Who may know of a published subject: all of it holds at once. The label decides as it does for a record (POLICY.md). */
export const Audience = z.strictObject({
  tlp: z.enum(tlpLabels),
  /** Nobody but the owner before this instant. */
  embargoUntil: instant.optional(),
  /** Organisations the owner shares TLP:AMBER+STRICT with. */
  sharedWith: z.array(z.string().max(100)).max(1000).default([]),
  /** What the owner's rules on the record ask of the caller beyond the label. A proof, only the owner could check. */
  requires: z
    .array(Requirement.extend({ proof: z.literal(false).default(false) }))
    .max(mostRequirements)
    .default([]),
});
export type Audience = Readonly<z.infer<typeof Audience>>;

/** Tokens of one round: outputs of the broker's function, that only equal inputs of the same round share. */
export const RoundTokens = z.strictObject({
  round: z.string().regex(/^[a-z0-9-]{1,40}$/, 'a round such as 2026-q4'),
  /** One for each identifier that is not published in clear, and for those that are. */
  identifiers: z.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/)).max(most.tokens),
  /** Several for each name: alone, with the birth year, with a country, with both; see `tokenInputs`. */
  names: z.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/)).max(most.tokens),
});
export type RoundTokens = Readonly<z.infer<typeof RoundTokens>>;

/**
 * A person or an organisation as its owner publishes it for linking: what it is willing to compare, and who may know of
 * it. What is not here never reaches the hub by linking. A name or an identifier is either in clear or a token alone.
 */
export const LinkSubject = z.strictObject({
  /** The owner's id of the party's record; with the member before it, the record's id. */
  local: localId,
  kind: z.enum(subjectKinds),
  names: z.array(SubjectName).max(most.names).default([]),
  /** As exact as the owner wants it compared: a day or a year. */
  birthDate: partialDate.optional(),
  countries: z.array(country).max(most.countries).default([]),
  /** In clear, of public registers alone. */
  identifiers: z.array(Identifier).max(most.identifiers).default([]),
  topics: z.array(text.max(100)).max(most.topics).default([]),
  /** At most two: the round in force and the one before or after it. */
  tokens: z.array(RoundTokens).max(2).default([]),
  audience: Audience,
});
export type LinkSubject = Readonly<z.infer<typeof LinkSubject>>;
