import { z } from 'zod';
import { tlpLabels } from '../domain/record-body.js';
import { callerKinds } from '../identity/caller.js';

/** What came of a question. PARTLY: something of it was denied or withheld. FAILED: no answer, for another reason. */
export const accessDecisions = ['ALLOWED', 'PARTLY', 'DENIED', 'FAILED'] as const;
export type AccessDecision = (typeof accessDecisions)[number];

/** The most coordinates that an entry names; more are counted. */
export const maxCoordinates = 200;

/**
 * Who asked what of whom, and what came of it: names and counts, never a value, a filter or who the caller is. No length
 * is checked: a line that was written must be one that is read.
 */
export const AccessNote = z.strictObject({
  event: z.literal('ACCESS'),
  requestId: z.string(),
  /** A pseudonym that stands for the caller at one member alone: the same in its own log and, for it, in the hub's. */
  caller: z.string(),
  kind: z.enum(callerKinds),
  organization: z.string().nullable(),
  purpose: z.string().nullable(),
  /** What else a member decided by, so that another policy can be tried on what was asked; in members' logs alone. */
  rights: z
    .strictObject({
      scopes: z.array(z.string()).readonly(),
      clearance: z.enum(tlpLabels),
      isMember: z.boolean(),
      isProven: z.boolean(),
    })
    .optional(),
  /** Null where no member was asked. */
  member: z.string().nullable(),
  /** The domain or the extension asked for; null where there was none. */
  domain: z.string().nullable(),
  /** Schema coordinates `Type.field`, sorted. */
  coordinates: z.array(z.string()),
  coordinatesOmitted: z.int().min(1).optional(),
  /** Records in the answer. */
  rows: z.int().min(0),
  decision: z.enum(accessDecisions),
  policyRevision: z.string().nullable(),
});
export type AccessNote = Readonly<z.infer<typeof AccessNote>>;

/** The last line was not whole when the log was opened: so many bytes were set aside. */
const TornNote = z.strictObject({ event: z.literal('TORN'), bytes: z.int().min(1) });

/** So many entries could not be kept until the log could be written again. */
const LostNote = z.strictObject({ event: z.literal('LOST'), entries: z.int().min(1) });

/** What the log is told; it adds the place in the chain. */
export type LogNote = AccessNote | Readonly<z.infer<typeof TornNote>> | Readonly<z.infer<typeof LostNote>>;

/** Where a line stands in its chain. */
const place = {
  seq: z.int().min(1),
  time: z.iso.datetime(),
  /** SHA-256 of the line before. */
  prev: z.string().regex(/^[\w-]{43}$/),
};

/** One line of the log. */
export const LogEntry = z.discriminatedUnion('event', [
  AccessNote.extend(place),
  TornNote.extend(place),
  LostNote.extend(place),
]);
export type LogEntry = Readonly<z.infer<typeof LogEntry>>;
export type AccessEntry = Extract<LogEntry, { event: 'ACCESS' }>;
