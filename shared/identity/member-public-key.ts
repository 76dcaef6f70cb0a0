import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';

/** The public half of an Ed25519 key as a JWK (RFC 8037); `kid` is its thumbprint (RFC 7638). */
export const MemberPublicKey = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'expected 32 bytes in base64url'),
    kid: z.string(),
  })
  .refine(
    async (key) => key.kid === (await thumbprintOf(key)),
    'expected the thumbprint of the key as "kid"',
  );
export type MemberPublicKey = Readonly<z.infer<typeof MemberPublicKey>>;

/** RFC 7638, SHA-256, base64url. */
export async function thumbprintOf(key: {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}): Promise<string> {
  return await calculateJwkThumbprint({ kty: key.kty, crv: key.crv, x: key.x });
}
