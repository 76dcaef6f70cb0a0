import { type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Caller } from '../../shared/identity/caller.js';
import {
  type CallerClaims,
  callerTokenType,
  digestOfBody,
  longestLifeSeconds,
} from '../../shared/identity/caller-token.js';
import type { RequestScope } from '../fanout/request-scope.js';
import type { HubKeyRing } from './hub-key-ring.js';
import { pairwiseSubject } from './pairwise-subject.js';

export interface CallerTokensOptions {
  /** The hub's `id`, which members know it by. */
  readonly issuer: string;
  readonly keys: HubKeyRing;
  readonly now: () => Date;
}

/**
 * Gives the headers of questions in the name of a caller, for one request that begins now: a token per question, for that
 * member and body alone.
 */
export type CallerTokens = (caller: Caller) => RequestScope['headersFor'];

export function createCallerTokens(options: CallerTokensOptions): CallerTokens {
  const { keys } = options;
  return (caller) => {
    const at = options.now().getTime();
    return async (provider, body) => {
      const { kid, key } = keys.signing();
      const iat = Math.floor(options.now().getTime() / 1000);
      const claims: CallerClaims = {
        iss: options.issuer,
        aud: provider.member,
        sub: pairwiseSubject(keys.subjectSecret(), provider.member, caller),
        kind: caller.kind,
        ...(caller.organization !== null && { org: caller.organization, member: caller.isMember }),
        scope: caller.scopes.join(' '),
        clearance: caller.clearance,
        ...(caller.purpose !== null && { purpose: caller.purpose }),
        jti: randomBytes(16).toString('base64url'),
        iat,
        exp: iat + longestLifeSeconds,
        at,
        htm: 'POST',
        htu: withoutQuery(provider.url),
        bsh: digestOfBody(body),
      };
      return { authorization: `Bearer ${signed({ alg: 'EdDSA', typ: callerTokenType, kid }, claims, key)}` };
    };
  };
}

/** A compact JWS (RFC 7515), signed here and now: a trip to another thread, as jose takes, costs more than the signature. */
function signed(header: object, claims: CallerClaims, key: KeyObject): string {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
