import { z } from 'zod';
import { isMemberId, type MemberId } from '../domain/ids.js';
import { ExtensionDescription, MemberDescription } from './member-description.js';
import { MemberPublicKey } from './member-public-key.js';

/** `typ` of a signed request of a member to a hub's registry, so that no other signed text passes for one. */
export const registryRequestType = 'accord-registry+jws';
/** `typ` of the proof that whoever rotates a key has the new one. */
export const keyProofType = 'accord-key-proof+jws';

const common = {
  member: z.custom<MemberId>(
    (value) => typeof value === 'string' && isMemberId(value),
    'expected a member id',
  ),
  /** Seconds since 1970 at which it was signed. */
  iat: z.int(),
  /** Unique to the request: the hub takes it once. */
  jti: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  /** The hub's public URL: a request to one hub is worth nothing at another. */
  aud: z.string(),
};

/** What a member signs: compact JWS, EdDSA, `kid` the thumbprint of its key. */
export const RegistryRequest = z.discriminatedUnion('action', [
  z.strictObject({
    ...common,
    action: z.literal('register'),
    body: z.strictObject({
      key: MemberPublicKey,
      description: MemberDescription,
      extension: ExtensionDescription.optional(),
    }),
  }),
  z.strictObject({ ...common, action: z.literal('pause'), body: z.strictObject({}) }),
  z.strictObject({ ...common, action: z.literal('resume'), body: z.strictObject({}) }),
  z.strictObject({
    ...common,
    action: z.literal('rotate-key'),
    body: z.strictObject({
      key: MemberPublicKey,
      /** A JWS by the new key over this request's `jti`. */
      proof: z.string().max(4096),
    }),
  }),
]);
export type RegistryRequest = Readonly<z.infer<typeof RegistryRequest>>;
export type RegistryAction = RegistryRequest['action'];

/** What the hub's registry says of a member in answer to its request. */
export const RegistryAnswer = z.object({
  member: z.string(),
  state: z.enum(['PENDING', 'ACTIVE', 'PAUSED', 'REVOKED']),
  /** Thumbprint of the key in force. */
  key: z.string(),
});
export type RegistryAnswer = Readonly<z.infer<typeof RegistryAnswer>>;

/** The public URL of a hub in the one form that both sides compare. */
export function hubAudience(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
