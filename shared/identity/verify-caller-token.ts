import { type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
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

/** Which algorithm, key and kind of token; `crit` asks for what nobody here understands (RFC 7515, 4.1.11). */
const Header = z.object({
  alg: z.string(),
  kid: z.string().default(''),
  typ: z.literal(callerTokenType),
  crit: z.never().optional(),
});

const signatureBytes = 64;

/** Checks all that a request's token says, but for the body it is bound to and whether it was used before. */
export async function verifyCallerToken(line: RequestLine, rules: CallerTokenRules): Promise<TokenVerdict> {
  const token = /^Bearer +([\w-]+)\.([\w-]+)\.([\w-]*)$/i.exec(line.authorization ?? '');
  if (token === null) {
    return refused(line.authorization === undefined ? 'missing' : 'malformed');
  }
  const [, header = '', payload = '', signature = ''] = token;
  const key = await findKey(header, rules.keys);
  if (typeof key === 'string') {
    return refused(key);
  }
  if (!isSigned(`${header}.${payload}`, signature, key)) {
    return refused('signature');
  }
  const claims = CallerClaims.safeParse(jsonOf(payload)).data;
  if (claims === undefined) {
    return refused('malformed');
  }
  const refusal = refusalOf(claims, line, rules);
  return refusal === null ? { passes: true, claims } : refused(refusal);
}

/** The one algorithm there is comes from here, never from the token, which only has to say the same. */
async function findKey(text: string, keys: AcceptedKeys): Promise<KeyObject | Refusal> {
  const header = Header.safeParse(jsonOf(text)).data;
  if (header === undefined) {
    return 'malformed';
  }
  return header.alg === 'EdDSA' ? await keys.find(header.kid) : 'algorithm';
}

/** Checked in this thread: a trip to another one would cost more than the check. */
function isSigned(text: string, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.length === signatureBytes && verify(null, Buffer.from(text), key, bytes);
}

function refusalOf(claims: CallerClaims, line: RequestLine, rules: CallerTokenRules): Refusal | null {
  if (claims.iss !== rules.issuer) {
    return 'issuer';
  }
  if (claims.aud !== rules.audience) {
    return 'audience';
  }
  const seconds = rules.now().getTime() / 1000;
  if (Math.max(claims.iat, claims.nbf ?? claims.iat) > seconds + skewSeconds) {
    return 'not-yet-valid';
  }
  const end = Math.min(claims.exp, claims.iat + longestLifeSeconds);
  if (end + skewSeconds <= seconds || claims.exp - claims.iat > longestLifeSeconds) {
    return 'expired';
  }
  if (claims.htm !== line.method) {
    return 'method';
  }
  return isFor(claims.htu, line.path, rules.audienceUrl) ? null : 'path';
}

function isFor(url: string, path: string, audienceUrl: string | undefined): boolean {
  return audienceUrl === undefined
    ? new URL(url).pathname === path
    : url === audienceUrl.replace(/\/$/, '') + path;
}

function jsonOf(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function refused(refusal: Refusal): TokenVerdict {
  return { passes: false, refusal };
}
