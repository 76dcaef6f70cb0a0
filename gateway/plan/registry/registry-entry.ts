import { z } from 'zod';
import { ExtensionDescription, MemberDescription } from '../../../shared/identity/member-description.js';

/** Whether a member takes part: PENDING waits for an operator, REVOKED has left for good. */
const registryStates = ['PENDING', 'ACTIVE', 'PAUSED', 'REVOKED'] as const;
export type RegistryState = (typeof registryStates)[number];

/** A key of a member; `notAfter` is set once a newer one took its place. */
const RegisteredKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  /** RFC 7638 thumbprint. */
  kid: z.string(),
  notAfter: z.iso.datetime().nullable(),
});
export type RegisteredKey = Readonly<z.infer<typeof RegisteredKey>>;

/** A member in the registry, as stored. */
export const RegistryEntry = z.strictObject({
  description: MemberDescription,
  extension: ExtensionDescription.optional(),
  /** Newest first; the first is in force. */
  keys: z.array(RegisteredKey).min(1),
  standing: z.enum(['PENDING', 'APPROVED', 'REVOKED']),
  /** Who has paused it; each lifts only their own pause. */
  pausedBy: z.array(z.enum(['MEMBER', 'OPERATOR'])),
  /** Since when the entry is in its state. */
  since: z.iso.datetime(),
  /** Grows by one with every change of the entry. */
  version: z.int().min(1),
});
export type RegistryEntry = Readonly<z.infer<typeof RegistryEntry>>;

export function stateOf(entry: RegistryEntry): RegistryState {
  if (entry.standing !== 'APPROVED') {
    return entry.standing;
  }
  return entry.pausedBy.length > 0 ? 'PAUSED' : 'ACTIVE';
}

/** The key that the member signs with now. */
export function keyInForce(entry: RegistryEntry): RegisteredKey {
  const [first] = entry.keys;
  if (first === undefined) {
    throw new Error('An entry has a key.');
  }
  return first;
}
