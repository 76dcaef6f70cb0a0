import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/**
 * What an issuer may sign with. All are signatures with a public key: `none` and the HMACs of RFC 7518 are not in the
 * list and no setting puts them there.
 */
export const issuerAlgorithms = [
  'EdDSA',
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
] as const;
export type IssuerAlgorithm = (typeof issuerAlgorithms)[number];

/** A public key of an issuer, and what it may verify. */
export interface IssuerKey {
  readonly kid: string;
  readonly key: KeyObject;
  readonly algorithms: readonly IssuerAlgorithm[];
}

const smallestRsaBits = 2048;

/** What a key of a JWKS (RFC 7517) is for. One with a private or symmetric half has no place where this is read. */
const KeyUse = z.object({
  kid: z.string().min(1).max(200),
  alg: z.string().optional(),
  use: z.literal('sig').optional(),
  key_ops: z
    .array(z.string())
    .refine((operations) => operations.includes('verify'))
    .optional(),
  d: z.never().optional(),
  k: z.never().optional(),
});

const KeyNumbers = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('OKP'), crv: z.string(), x: z.string() }),
  z.object({ kty: z.literal('EC'), crv: z.string(), x: z.string(), y: z.string() }),
  z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
]);

/** Reads a key of a JWKS; null for one that verifies nothing here: of another kind or use, too short, or private. */
export function readIssuerKey(value: unknown): IssuerKey | null {
  const use = KeyUse.safeParse(value).data;
  const numbers = KeyNumbers.safeParse(value).data;
  if (use === undefined || numbers === undefined) {
    return null;
  }
  try {
    const key = createPublicKey({ key: numbers, format: 'jwk' });
    const fitting = algorithmsOf(key);
    const algorithms = use.alg === undefined ? fitting : fitting.filter((name) => name === use.alg);
    return algorithms.length === 0 ? null : { kid: use.kid, key, algorithms };
  } catch {
    // Its numbers are no key.
    return null;
  }
}

/** By what the key itself is, so that no header of a token has a say in it (RFC 8725, 3.1). */
function algorithmsOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): readonly IssuerAlgorithm[] {
  switch (asymmetricKeyType) {
    case 'ed25519':
      return ['EdDSA'];
    case 'ec':
      return ecAlgorithms.get(asymmetricKeyDetails?.namedCurve ?? '') ?? [];
    case 'rsa':
      return (asymmetricKeyDetails?.modulusLength ?? 0) < smallestRsaBits ? [] : rsaAlgorithms;
    default:
      return [];
  }
}

const ecAlgorithms: ReadonlyMap<string, readonly IssuerAlgorithm[]> = new Map([
  ['prime256v1', ['ES256']],
  ['secp384r1', ['ES384']],
  ['secp521r1', ['ES512']],
]);
const rsaAlgorithms: readonly IssuerAlgorithm[] = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
