import { z } from 'zod';
import { tlpLabels } from '../domain/record-body.js';
import type { Caller } from './caller.js';
import { lowerClearance } from './clearance.js';
import type { IssuerConfig } from './issuer-config.js';
import { isScopeAllowed, scopeName } from './scope-pattern.js';

const Name = z.string().min(1).max(200);
const Names = z.union([z.string().max(8000), z.array(z.string().max(200)).max(500)]);

/** What a token says (RFC 7519; RFC 9068 for `client_id` and `scope`), the rest of it unread. */
export const IssuerTokenClaims = z.object({
  iss: z.string(),
  sub: Name,
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  kind: z.enum(['person', 'service']).default('person'),
  org: Name.optional(),
  scope: Names.default([]),
  /** A label that is not one of TLP 2.0 is no claim to go by, so the token is refused. */
  clearance: z.enum(tlpLabels).optional(),
  azp: Name.optional(),
  client_id: Name.optional(),
  purpose: Names.optional(),
  purposes: Names.optional(),
});
export type IssuerTokenClaims = Readonly<z.infer<typeof IssuerTokenClaims>>;

/** What is believed of a token: no more than its issuer may assert. */
export interface BoundClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly kind: 'person' | 'service';
  readonly organization: string | null;
  readonly scopes: readonly string[];
  /** Null where the token claims none. */
  readonly clearance: Caller['clearance'] | null;
  /** The strictest label that the issuer may clear anybody for. */
  readonly ceiling: Caller['clearance'];
  /** The client that the token was made for. */
  readonly client: string | null;
  /** Those that the token claims; null where it says nothing of purposes. */
  readonly purposes: readonly string[] | null;
  /** All that the issuer may let anybody ask for. */
  readonly issuerPurposes: readonly string[];
  /** Milliseconds since 1970 until which it is good, the skew of clocks included. */
  readonly endsAt: number;
}

/** Cuts a token's claims down to what its issuer may assert; null for an organisation that it may not speak for. */
export function boundClaims(claims: IssuerTokenClaims, issuer: IssuerConfig): BoundClaims | null {
  const { org = null, clearance, azp, client_id, purpose, purposes } = claims;
  if (org !== null && !issuer.organizations.some((allowed) => allowed === '*' || allowed === org)) {
    return null;
  }
  const claimed =
    purpose === undefined && purposes === undefined ? null : [...namesOf(purpose), ...namesOf(purposes)];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    kind: claims.kind,
    organization: org,
    scopes: namesOf(claims.scope).filter(
      (scope) => scopeName.test(scope) && isScopeAllowed(scope, issuer.scopes),
    ),
    clearance: clearance === undefined ? null : lowerClearance(clearance, issuer.clearance),
    ceiling: issuer.clearance,
    client: azp ?? client_id ?? null,
    purposes: claimed?.filter((name) => issuer.purposes.includes(name)) ?? null,
    issuerPurposes: issuer.purposes,
    endsAt: (claims.exp + issuer.clockSkewSeconds) * 1000,
  };
}

/** Names in an array, or in a string with spaces between them; each once. */
function namesOf(names: string | readonly string[] | undefined): readonly string[] {
  const list = typeof names === 'string' ? names.split(' ') : (names ?? []);
  return [...new Set(list.filter((name) => name !== ''))];
}
