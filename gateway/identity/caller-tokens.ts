import { createHmac, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Caller } from '../../shared/identity/caller.js';
import {
  type CallerClaims,
  callerTokenType,
  digestOfBody,
  longestLifeSeconds,
} from '../../shared/identity/caller-token.js';
import type { RequestScope } from '../fanout/request-scope.js';
import type { HubKeyRing } from './hub-key-ring.js';

export interface CallerTokensOptions {
  /** The hub's `id`, which members know it by. */
  readonly issuer: string;
  readonly keys: HubKeyRing;
  readonly now: () => Date;
}

/** Gives the headers of questions in the name of a caller: a token per question, for that member and body alone. */
export type CallerTokens = (caller: Caller) => RequestScope['headersFor'];

export function createCallerTokens(options: CallerTokensOptions): CallerTokens {
  const { keys } = options;
  return (caller) => async (provider, body) => {
    const { kid, key } = await keys.signing();
    const iat = Math.floor(options.now().getTime() / 1000);
    const claims: CallerClaims = {
      iss: options.issuer,
      aud: provider.member,
      sub: pairwiseSubject(keys.subjectSecret(), provider.member, caller),
      kind: caller.kind,
      ...(caller.organization !== null && { org: caller.organization }),
      scope: caller.scopes.join(' '),
      clearance: caller.clearance,
      ...(caller.purpose !== null && { purpose: caller.purpose }),
      jti: randomBytes(16).toString('base64url'),
      iat,
      exp: iat + longestLifeSeconds,
      htm: 'POST',
      htu: withoutQuery(provider.url),
      bsh: digestOfBody(body),
    };
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: callerTokenType, kid })
      .sign(key);
    return { authorization: `Bearer ${token}` };
  };
}

/** A name for a caller that stays the same at one member, and that two members cannot match. */
function pairwiseSubject(secret: Uint8Array, member: string, { kind, subject }: Caller): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([member, kind, subject]))
    .digest('base64url');
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
