import { z } from 'zod';
import { PublicKey, thumbprintOf } from './public-key.js';

/** A member's public key as the registry takes it: with its thumbprint as `kid`, and nothing else. */
export const MemberPublicKey = PublicKey.pick({ kty: true, crv: true, x: true })
  .extend({ kid: z.string() })
  .refine((key) => key.kid === thumbprintOf(key), 'expected the thumbprint of the key as "kid"');
export type MemberPublicKey = Readonly<z.infer<typeof MemberPublicKey>>;
