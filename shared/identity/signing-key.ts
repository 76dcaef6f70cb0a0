import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { invariant } from '../errors/invariant.js';
import { type PublicKey, thumbprintOf } from './public-key.js';

/** An Ed25519 private key as a JWK whose `kid` is its thumbprint. */
export const SigningKey = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    d: z.string().regex(/^[\w-]{43}$/, 'expected 32 bytes in base64url'),
    kid: z.string(),
  })
  .refine((key) => key.kid === thumbprintOf(key), 'expected the thumbprint of the key as its "kid"')
  .refine(isOneKey, 'expected the public half "x" to belong to the private half "d"');
export type SigningKey = Readonly<z.infer<typeof SigningKey>>;

export function createSigningKey(): SigningKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  invariant(x !== undefined && d !== undefined, 'a new key pair has both halves');
  return { kty: 'OKP', crv: 'Ed25519', x, d, kid: thumbprintOf({ x }) };
}

/** What others may have of a key, in the form of a JWKS. */
export function publicKeyOf({ kty, crv, x, kid }: SigningKey): PublicKey {
  return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
}

function isOneKey({ kty, crv, x, d }: { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string }): boolean {
  try {
    const key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
    return createPublicKey(key).export({ format: 'jwk' }).x === x;
  } catch {
    return false;
  }
}
