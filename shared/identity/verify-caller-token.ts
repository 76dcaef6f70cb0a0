import { errors, jwtVerify } from 'jose';
import { CallerClaims, callerTokenType, longestLifeSeconds, skewSeconds } from './caller-token.js';
import type { AcceptedKeys, MissingKey } from './pinned-keys.js';

/** Why a request is refused. For the log and the counter alone: whoever is refused learns none of it. */
export type Refusal =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | MissingKey
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not-yet-valid'
  | 'method'
  | 'path'
  | 'body'
  | 'replayed';

export interface CallerTokenRules {
  /** The hub, as `iss`. */
  readonly issuer: string;
  /** The member, as `aud`. */
  readonly audience: string;
  /** Where the hub sees the member's root, if the whole URL is to be compared; else only its path is. */
  readonly audienceUrl: string | undefined;
  readonly keys: AcceptedKeys;
  readonly now: () => Date;
}

/** What of a request is known before its body. */
export interface RequestLine {
  readonly authorization: string | undefined;
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
}

export type TokenVerdict =
  | { readonly passes: true; readonly claims: CallerClaims }
  | { readonly passes: false; readonly refusal: Refusal };

/** Checks all that a request's token says, but for the body it is bound to and whether it was used before. */
export async function verifyCallerToken(line: RequestLine, rules: CallerTokenRules): Promise<TokenVerdict> {
  const token = /^Bearer +([\w.-]+)$/i.exec(line.authorization ?? '')?.[1];
  if (token === undefined) {
    return refused(line.authorization === undefined ? 'missing' : 'malformed');
  }
  let payload: unknown;
  try {
    payload = (await verifySignature(token, rules)).payload;
  } catch (error) {
    return refused(refusalOf(error));
  }
  const claims = CallerClaims.safeParse(payload).data;
  if (claims === undefined) {
    return refused('malformed');
  }
  const refusal = refusalOfClaims(claims, line, rules);
  return refusal === null ? { passes: true, claims } : refused(refusal);
}

function verifySignature(token: string, rules: CallerTokenRules) {
  return jwtVerify(
    token,
    async ({ kid }) => {
      const found = await rules.keys.find(kid ?? '');
      if (typeof found === 'string') {
        throw new KeyMissing(found);
      }
      return found;
    },
    {
      algorithms: ['EdDSA'],
      typ: callerTokenType,
      issuer: rules.issuer,
      audience: rules.audience,
      currentDate: rules.now(),
      clockTolerance: skewSeconds,
      maxTokenAge: longestLifeSeconds,
      requiredClaims: ['exp'],
    },
  );
}

function refusalOfClaims(claims: CallerClaims, line: RequestLine, rules: CallerTokenRules): Refusal | null {
  if (claims.exp - claims.iat > longestLifeSeconds) {
    return 'expired';
  }
  if (claims.htm !== line.method) {
    return 'method';
  }
  const isThere =
    rules.audienceUrl === undefined
      ? new URL(claims.htu).pathname === line.path
      : claims.htu === `${rules.audienceUrl.replace(/\/$/, '')}${line.path}`;
  return isThere ? null : 'path';
}

/** Stops jose's verification, which only takes a key or a throw. */
class KeyMissing extends Error {
  readonly why: MissingKey;

  constructor(why: MissingKey) {
    super(why);
    this.why = why;
  }
}

/** Anything unforeseen that a token brings about counts as malformed: the check fails shut. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof KeyMissing) {
    return error.why;
  }
  if (error instanceof errors.JWTExpired) {
    return 'expired';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return (error.reason === 'check_failed' ? claimRefusals[error.claim] : undefined) ?? 'malformed';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return 'algorithm';
  }
  return error instanceof errors.JWSSignatureVerificationFailed ? 'signature' : 'malformed';
}

const claimRefusals: Readonly<Record<string, Refusal>> = {
  iss: 'issuer',
  aud: 'audience',
  iat: 'not-yet-valid',
  nbf: 'not-yet-valid',
};

function refused(refusal: Refusal): TokenVerdict {
  return { passes: false, refusal };
}
