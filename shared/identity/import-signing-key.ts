import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { SigningKey } from './signing-key.js';

/** A signing key in the form that Node signs with. */
export function importSigningKey({ kty, crv, x, d, kid }: SigningKey): {
  readonly kid: string;
  readonly key: KeyObject;
} {
  return { kid, key: createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' }) };
}
