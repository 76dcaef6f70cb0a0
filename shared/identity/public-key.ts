import { createHash } from 'node:crypto';
import { z } from 'zod';

/** An Ed25519 public key as a JWK (RFC 8037). A private one is refused: it has no place where this is read. */
export const PublicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/, 'expected 32 bytes in base64url'),
  kid: z.string().optional(),
  alg: z.string().optional(),
  use: z.string().optional(),
});
export type PublicKey = Readonly<z.infer<typeof PublicKey>>;

/** The SHA-256 thumbprint of an Ed25519 key in base64url (RFC 7638): its required members in the order of their names. */
export function thumbprintOf({ x }: { readonly x: string }): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

export const thumbprintPattern = /^[\w-]{43}$/;
