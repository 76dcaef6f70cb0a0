import { createHash } from 'node:crypto';
import { z } from 'zod';
import { tlpLabels } from '../domain/record-body.js';
import { type Caller, callerKinds, freezeCaller } from './caller.js';

/** The `typ` of a caller token, so that no other token of the hub passes for one (RFC 8725, 3.11). */
export const callerTokenType = 'accord-caller+jwt';

/** The most seconds a caller token is good for. */
export const longestLifeSeconds = 60;

/** How far the clocks of hub and member may be apart. */
export const skewSeconds = 5;

/** What the hub says to a member about one request, as `iss` for `aud`. */
export const CallerClaims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string().min(1).max(200),
  kind: z.enum(callerKinds),
  org: z.string().min(1).max(200).optional(),
  /** Whether `org` is a member of the coalition. */
  member: z.boolean().optional(),
  /** Scopes with a space between them. */
  scope: z.string().max(8000),
  clearance: z.enum(tlpLabels),
  purpose: z.string().min(1).max(200).optional(),
  jti: z.string().regex(/^[\w-]{16,64}$/),
  iat: z.int(),
  exp: z.int(),
  nbf: z.int().optional(),
  /** The instant of the client's request in milliseconds: the same in every question that the hub asks for it. */
  at: z.int().optional(),
  /** The method and the URL of the request, and the digest of its body. */
  htm: z.string(),
  htu: z.url({ protocol: /^https?$/ }),
  bsh: z.string(),
});
export type CallerClaims = Readonly<z.infer<typeof CallerClaims>>;

/** SHA-256 of a request's body in base64url. */
export function digestOfBody(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

/**
 * The instant that a request is decided at: the one that its claims tell, so that every question of one request is decided
 * at the same. By the member's own clock where that is told to be later than clocks may be apart, or so early that a token
 * of then would be over.
 */
export function instantOf(at: number | undefined, now: Date): Date {
  const latest = now.getTime() + skewSeconds * 1000;
  const earliest = now.getTime() - (longestLifeSeconds + skewSeconds) * 1000;
  return at !== undefined && at >= earliest && at <= latest ? new Date(at) : now;
}

/** The caller that claims speak of. */
export function callerOf({
  kind,
  sub,
  org,
  member = false,
  scope,
  clearance,
  purpose,
}: CallerClaims): Caller {
  return freezeCaller({
    kind,
    subject: sub,
    organization: org ?? null,
    isMember: member && org !== undefined,
    isProven: false,
    scopes: scope.split(' ').filter((name) => name !== ''),
    clearance,
    purpose: purpose ?? null,
  });
}
