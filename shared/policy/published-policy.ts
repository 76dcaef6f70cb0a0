import { z } from 'zod';

const Alternatives = z
  .array(z.array(z.string().min(1).max(200)).min(1).max(100))
  .min(1)
  .max(100);

/** What a caller needs for one use of a field, as far as no record has to be looked at. */
export const Requirement = z.strictObject({
  authenticated: z.boolean().default(false),
  scopes: z.array(Alternatives).max(100).default([]),
  policies: z.array(Alternatives).max(100).default([]),
  /** Organisations of which the caller's must be one. */
  organizations: z.array(z.string()).max(10_000).optional(),
  /** Purposes of which the caller must have declared one. */
  purposes: z.array(z.string()).max(1000).optional(),
  /** The caller's own token is needed at the member. */
  proof: z.boolean().default(false),
});

/**
 * The static part of a member's policy, which it publishes to its hub: by coordinate what reading takes beyond the
 * contract. Conditions on records never leave the member; a field that has one beside these is decided there.
 */
export const PublishedPolicy = z.strictObject({
  version: z.literal(1),
  member: z.string(),
  revision: z.string().min(1).max(200),
  fields: z.record(
    z.string(),
    z.strictObject({
      /** Nobody may read it: `false`. A field that is masked for some counts as readable, not as usable. */
      read: z.union([Requirement, z.literal(false)]),
      /** What filtering, sorting, searching and grouping by it takes; as `read` where absent. */
      use: z.union([Requirement, z.literal(false)]).optional(),
      /** What totals over it take, where that is less than `use`. */
      aggregate: z.union([Requirement, z.literal(false)]).optional(),
      /** Its existence is told to nobody who may not read it; for what the member alone serves. */
      isProtected: z.boolean().optional(),
    }),
  ),
});
export type PublishedPolicy = Readonly<z.infer<typeof PublishedPolicy>>;
export type PublishedRequirement = Readonly<z.infer<typeof Requirement>>;
