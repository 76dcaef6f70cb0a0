import { z } from 'zod';
import { IssuerConfigs, PurposeNames } from '../../shared/identity/issuer-config.js';

/** What a client may ask for, whoever uses it. */
const RegisteredClient = z.strictObject({
  /** `azp` or `client_id` of its tokens. */
  id: z.string().min(1).max(200),
  purposes: PurposeNames,
});
export type RegisteredClient = Readonly<z.infer<typeof RegisteredClient>>;

/** `identity` in `hub.yaml`: whom the hub believes about who its callers are. */
export const IdentityConfig = z.strictObject({
  /** What tokens for this hub name as `aud`; the hub's `id` without it. */
  audience: z.string().min(1).max(300).optional(),
  issuers: IssuerConfigs.default([]),
  clients: z
    .array(RegisteredClient)
    .refine((clients) => new Set(clients.map(({ id }) => id)).size === clients.length, {
      message: 'expected each client once',
    })
    .default([]),
});
export type IdentityConfig = Readonly<z.infer<typeof IdentityConfig>>;
