import { CompactSign, importJWK } from 'jose';
import type { MemberId } from '../domain/ids.js';
import type { MemberDescription } from './member-description.js';
import type { MemberPublicKey } from './member-public-key.js';
import { keyProofType, type RegistryRequest, registryRequestType } from './registry-request.js';
import type { SigningKey } from './signing-key.js';

/** What a member wants of the registry. */
export type RegistryWish =
  | {
      readonly action: 'register';
      readonly description: MemberDescription;
      readonly extension?: { readonly url: string; readonly sdl: string } | undefined;
    }
  | { readonly action: 'pause' | 'resume' }
  /** `next` takes the place of the key that signs. */
  | { readonly action: 'rotate-key'; readonly next: SigningKey };

export interface SigningParts {
  readonly member: MemberId;
  readonly key: SigningKey;
  /** See `hubAudience`. */
  readonly audience: string;
  readonly now: Date;
  /** An id that no other request of the member has. */
  readonly jti: string;
}

/** A member's request to a hub's registry as a compact JWS. Good for 60 seconds, once, at this hub. */
export async function signRegistryRequest(wish: RegistryWish, parts: SigningParts): Promise<string> {
  const { member, key, audience, now, jti } = parts;
  const common = { member, iat: Math.floor(now.getTime() / 1000), jti, aud: audience };
  const request = await requestOf(wish, key, common);
  return await sign(JSON.stringify(request), key, registryRequestType);
}

async function requestOf(
  wish: RegistryWish,
  key: SigningKey,
  common: Pick<RegistryRequest, 'member' | 'iat' | 'jti' | 'aud'>,
): Promise<RegistryRequest> {
  switch (wish.action) {
    case 'register': {
      const { description, extension } = wish;
      const body = { key: memberPublicKey(key), description };
      return {
        ...common,
        action: 'register',
        body: extension === undefined ? body : { ...body, extension },
      };
    }
    case 'rotate-key': {
      const proof = await sign(common.jti, wish.next, keyProofType);
      return { ...common, action: 'rotate-key', body: { key: memberPublicKey(wish.next), proof } };
    }
    default:
      return { ...common, action: wish.action, body: {} };
  }
}

function memberPublicKey({ kty, crv, x, kid }: SigningKey): MemberPublicKey {
  return { kty, crv, x, kid };
}

async function sign(text: string, key: SigningKey, typ: string): Promise<string> {
  const { kty, crv, x, d, kid } = key;
  return await new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid })
    .sign(await importJWK({ kty, crv, x, d }, 'EdDSA'));
}
