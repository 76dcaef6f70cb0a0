import { z } from 'zod';
import { localId } from '../domain/record-body.js';

/** Labels up to which parties can be published; `TLP:RED` leaves no member. */
export const publishableLabels = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT'] as const;

const scheme = z.string().min(1).max(100);

/** What a member is willing to publish of its parties for linking: part of `linking` in `member.yaml`. */
export const LinkingSettings = z.strictObject({
  /**
   * The strictest label of parties that are published. The hub's operator reads what is published in clear, who need not
   * be of the coalition: that is within TLP:GREEN and no stricter label.
   */
  upTo: z.enum(publishableLabels).default('TLP:GREEN'),
  /** `tokens`: the hub never sees a name, and only whole names compare. */
  names: z.enum(['clear', 'tokens']).default('clear'),
  /** Of a birth date, what is published in clear. */
  birthDate: z.enum(['day', 'year', 'none']).default('year'),
  identifiers: z
    .strictObject({
      /** Schemes whose identifiers are published in clear: registers that anybody can read. */
      clear: z.union([z.literal('public'), z.array(scheme).max(1000)]).default('public'),
      /** What becomes of all others. */
      others: z.enum(['tokens', 'none']).default('tokens'),
    })
    .prefault({}),
  /** Local ids of parties that are never published. */
  exclude: z.array(localId).max(10_000).default([]),
});
export type LinkingSettings = Readonly<z.infer<typeof LinkingSettings>>;
