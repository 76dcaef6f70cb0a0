import { z } from 'zod';
import { isMemberId } from '../domain/ids.js';
import { isLoopbackHost } from '../http/is-loopback-host.js';
import { PublicKey } from '../identity/public-key.js';

const PinnedMember = z.strictObject({
  id: z.string().refine(isMemberId, 'expected a member id'),
  /** The keys that the member signs with, as `accord link status` prints them. */
  keys: z.array(PublicKey).min(1).max(10),
});

/** `broker.yaml`: who may have points evaluated, and how many. */
export const BrokerConfig = z
  .strictObject({
    /** The broker's public URL, for which members sign their requests. */
    url: z
      .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
      .refine(isSafe, 'expected https for an address that is not this machine'),
    /** The key file, from this file's folder; it and what is counted are for their owner alone. */
    keys: z.string().min(1).default('./broker-keys.json'),
    members: z.array(PinnedMember).default([]),
    rounds: z
      .strictObject({
        days: z.number().min(1).max(400).default(90),
        /** How long before a round ends the next one begins. */
        overlapDays: z.number().min(0).max(200).default(14),
      })
      .refine(({ days, overlapDays }) => overlapDays < days, 'expected an overlap shorter than a round')
      .prefault({}),
    limits: z
      .strictObject({
        /** The most points that one member may have evaluated in a day: it bounds how many names it can try. */
        pointsPerDay: z.int().min(1).default(250_000),
      })
      .prefault({}),
    listen: z.strictObject({
      host: z.string().min(1).default('127.0.0.1'),
      port: z.int().min(0).max(65_535),
    }),
  })
  .refine(
    ({ members }) => new Set(members.map(({ id }) => id)).size === members.length,
    'expected each member once',
  );
export type BrokerConfig = Readonly<z.infer<typeof BrokerConfig>>;

function isSafe(text: string): boolean {
  return !URL.canParse(text) || text.startsWith('https:') || isLoopbackHost(new URL(text).hostname);
}
