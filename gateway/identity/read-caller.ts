import type { IncomingHttpHeaders } from 'node:http';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import { lowerClearance } from '../../shared/identity/clearance.js';
import type { IssuerTokenRefusal } from '../../shared/identity/issuer-token.js';
import type { Issuers } from '../../shared/identity/issuers.js';
import { createTokenVerifier } from '../../shared/identity/token-verifier.js';
import type { ApiKeyRefusal, FindApiKey } from './api-keys.js';
import { choosePurpose } from './choose-purpose.js';
import type { RegisteredClient } from './identity-config.js';
import { type Principal, principalOfApiKey, principalOfClaims } from './principal.js';
import { type CredentialRefusal, readCredentials } from './read-credentials.js';

/** Why nobody can say who asks. For the log and the counter alone: whoever is refused learns none of it. */
export type CallerRefusal = CredentialRefusal | IssuerTokenRefusal | ApiKeyRefusal;

export type CallerVerdict =
  | { readonly passes: true; readonly caller: Caller }
  | { readonly passes: false; readonly refusal: CallerRefusal };

/**
 * Says who asks, by the headers of a request. One without any proof is anonymous; one with a proof that does not hold is
 * refused, and never anonymous. Throws BAD_PURPOSE.
 */
export type ReadCaller = (headers: IncomingHttpHeaders) => Promise<CallerVerdict>;

export interface ReadCallerOptions {
  readonly issuers: Issuers;
  /** What `aud` of tokens must name. */
  readonly audience: string;
  readonly findApiKey: FindApiKey;
  readonly clients: readonly RegisteredClient[];
  /** Whether an organisation takes part in the coalition at this moment. */
  readonly isMember: (organization: string) => boolean;
  readonly now: () => Date;
}

export function createReadCaller(options: ReadCallerOptions): ReadCaller {
  const { issuers, audience, findApiKey, isMember, now } = options;
  const verify = createTokenVerifier(issuers, { audience, now });
  const clients = new Map(options.clients.map(({ id, purposes }) => [id, purposes]));
  const findPrincipal = async (headers: IncomingHttpHeaders): Promise<Principal | CallerRefusal | null> => {
    const credentials = readCredentials(headers);
    switch (credentials.by) {
      case 'nothing':
        return null;
      case 'confusion':
        return credentials.refusal;
      case 'api-key': {
        const key = findApiKey(credentials.text);
        return typeof key === 'string' ? key : principalOfApiKey(key);
      }
      case 'token': {
        const verdict = await verify(credentials.token);
        return verdict.passes ? principalOfClaims(verdict.claims, clients) : verdict.refusal;
      }
    }
  };
  return async (headers) => {
    const principal = await findPrincipal(headers);
    if (typeof principal === 'string') {
      return { passes: false, refusal: principal };
    }
    const purpose = choosePurpose(headers['x-purpose'], principal?.purposes ?? []);
    const caller = principal === null ? anonymousCaller : callerOf(principal, purpose, isMember);
    return { passes: true, caller };
  };
}

/** Reads nothing: for a hub that asks nobody who they are. */
export const readNobody: ReadCaller = async () => ({ passes: true, caller: anonymousCaller });

function callerOf(
  principal: Principal,
  purpose: string | null,
  isMemberNow: (organization: string) => boolean,
): Caller {
  const { kind, subject, organization, scopes, ceiling } = principal;
  const isMember = organization !== null && isMemberNow(organization);
  const usual = isMember && kind === 'person' ? 'TLP:RED' : 'TLP:GREEN';
  const clearance = principal.clearance ?? lowerClearance(usual, ceiling);
  return freezeCaller({
    ...{ kind, subject, organization, isMember, scopes, clearance, purpose },
    isProven: false,
  });
}
