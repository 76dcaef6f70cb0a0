import { compactVerify } from 'jose';
import { z } from 'zod';
import { type BoundClaims, boundClaims, IssuerTokenClaims } from './issuer-claims.js';
import type { IssuerConfig } from './issuer-config.js';
import type { IssuerAlgorithm, IssuerKey } from './issuer-key.js';
import type { MissingIssuerKey } from './issuer-keys.js';
import type { Issuer, Issuers } from './issuers.js';

/** Why a token is not believed. For the log and the counter alone: whoever is refused learns none of it. */
export type IssuerTokenRefusal =
  | 'malformed'
  | 'too-large'
  | 'type'
  | 'critical'
  | 'issuer'
  | 'algorithm'
  | MissingIssuerKey
  | 'signature'
  | 'claims'
  | 'audience'
  | 'expired'
  | 'not-yet-valid'
  | 'lifetime'
  | 'organization';

export interface IssuerTokenRules {
  /** What `aud` must name, unless the issuer's configuration has another word for it. */
  readonly audience: string;
  readonly now: () => Date;
  /** Bounds what the issuer's configuration allows. */
  readonly maxLifetimeSeconds?: number;
}

export type IssuerTokenVerdict =
  /** With the key that verified it: good while its issuer has that very key. */
  | { readonly passes: true; readonly claims: BoundClaims; readonly key: IssuerKey }
  | { readonly passes: false; readonly refusal: IssuerTokenRefusal };

/** In characters. A header line of a request is not longer either. */
const longestToken = 8192;

/** `jku`, `x5u`, `jwk` and `x5c` are not read: a token says nothing about the keys it is held against. */
const Header = z.object({
  alg: z.string(),
  kid: z.string().min(1).max(200),
  typ: z.string().optional(),
  crit: z.unknown().optional(),
});
const Issued = z.object({ iss: z.string() });

/** A token of ours for another use is none for this one (RFC 8725, 3.11). */
const tokenType = /^(application\/)?(at\+)?jwt$/i;

/**
 * Verifies a JWT of one of these issuers, with that issuer's keys alone, and cuts what it says down to what the issuer
 * may assert. Does not throw: what fails is a refusal.
 */
export async function verifyIssuerToken(
  token: string,
  issuers: Issuers,
  rules: IssuerTokenRules,
): Promise<IssuerTokenVerdict> {
  if (token.length > longestToken) {
    return refused('too-large');
  }
  const opened = openToken(token, issuers);
  if (typeof opened === 'string') {
    return refused(opened);
  }
  const { header, issuer } = opened;
  const key = await issuer.keys.find(header.kid);
  if (typeof key === 'string') {
    return refused(key);
  }
  const payload = await readSigned(token, key, issuer.config);
  if (typeof payload === 'string') {
    return refused(payload);
  }
  const claims = IssuerTokenClaims.safeParse(payload.json).data;
  if (claims === undefined) {
    return refused('claims');
  }
  const refusal = refusalOf(claims, issuer.config, rules);
  if (refusal !== null) {
    return refused(refusal);
  }
  const bound = boundClaims(claims, issuer.config);
  return bound === null ? refused('organization') : { passes: true, claims: bound, key };
}

/** What of a token is read before its signature: which issuer and key it says it is of. */
function openToken(
  token: string,
  issuers: Issuers,
): { readonly header: z.infer<typeof Header>; readonly issuer: Issuer } | IssuerTokenRefusal {
  const [, first = '', second = ''] = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token) ?? [];
  const header = Header.safeParse(jsonOf(first)).data;
  const issued = Issued.safeParse(jsonOf(second)).data;
  if (header === undefined || issued === undefined) {
    return 'malformed';
  }
  if (header.crit !== undefined) {
    return 'critical';
  }
  if (!tokenType.test(header.typ ?? 'JWT')) {
    return 'type';
  }
  const issuer = issuers.get(issued.iss);
  if (issuer === undefined) {
    return 'issuer';
  }
  return isAllowed(header.alg, issuer.config.algorithms) ? { header, issuer } : 'algorithm';
}

function isAllowed(alg: string, algorithms: readonly IssuerAlgorithm[]): boolean {
  return algorithms.some((allowed) => allowed === alg);
}

/** Only what both the issuer's list and the key itself allow verifies it. */
async function readSigned(
  token: string,
  { key, algorithms }: IssuerKey,
  config: IssuerConfig,
): Promise<{ readonly json: unknown } | IssuerTokenRefusal> {
  const fitting = algorithms.filter((name) => isAllowed(name, config.algorithms));
  try {
    const { payload } = await compactVerify(token, key, { algorithms: fitting });
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) };
  } catch {
    // Its words could quote from the token.
    return 'signature';
  }
}

function refusalOf(
  claims: IssuerTokenClaims,
  { audience: ownAudience, clockSkewSeconds: skew, maxLifetimeSeconds: ownLongest }: IssuerConfig,
  { audience, now, maxLifetimeSeconds = ownLongest }: IssuerTokenRules,
): IssuerTokenRefusal | null {
  if (![claims.aud].flat().includes(ownAudience ?? audience)) {
    return 'audience';
  }
  const seconds = now().getTime() / 1000;
  if (claims.exp + skew <= seconds) {
    return 'expired';
  }
  if (Math.max(claims.iat, claims.nbf ?? claims.iat) > seconds + skew) {
    return 'not-yet-valid';
  }
  const longest = Math.min(ownLongest, maxLifetimeSeconds);
  return claims.exp <= claims.iat || claims.exp - claims.iat > longest ? 'lifetime' : null;
}

function jsonOf(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function refused(refusal: IssuerTokenRefusal): IssuerTokenVerdict {
  return { passes: false, refusal };
}
