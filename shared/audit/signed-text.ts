import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { thumbprintOf } from '../identity/public-key.js';

/** What a log is signed with. */
export interface LogKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** A compact JWS that holds its public key, so that it can be checked as long as it is kept, whatever keys rotate. */
export interface SignedText {
  readonly payload: unknown;
  /** The thumbprint of the key: whether it is one of whom it should be is for others to say. */
  readonly kid: string;
}

const longestText = 4096;

const Header = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.string(),
  kid: z.string(),
  jwk: z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().regex(/^[\w-]{43}$/),
  }),
});

/** Signs in this thread: a trip to another one takes longer than the signature. */
export function signText(payload: object, typ: string, { kid, key }: LogKey): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const header = { alg: 'EdDSA', typ, kid, jwk: { kty: 'OKP', crv: 'Ed25519', x } };
  const text = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

/** Null where it is no such text, or its signature is not that of the key it names. */
export function readSignedText(jws: string, typ: string): SignedText | null {
  const parts = jws.length > longestText ? null : /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(jws);
  const [, header = '', payload = '', signature = ''] = parts ?? [];
  const { data } = Header.safeParse(jsonOf(header));
  if (data === undefined || data.typ !== typ || data.kid !== thumbprintOf(data.jwk)) {
    return null;
  }
  return isSigned(`${header}.${payload}`, signature, data.jwk)
    ? { payload: jsonOf(payload), kid: data.kid }
    : null;
}

function isSigned(text: string, signature: string, jwk: z.infer<typeof Header>['jwk']): boolean {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function jsonOf(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
