import type { HttpExchange } from '../http/http-server.js';
import { type Caller, freezeCaller } from '../identity/caller.js';
import { lowerClearance } from '../identity/clearance.js';
import type { BoundClaims } from '../identity/issuer-claims.js';
import type { IssuerTokenRefusal } from '../identity/issuer-token.js';
import type { Issuers } from '../identity/issuers.js';
import { createTokenVerifier } from '../identity/token-verifier.js';
import type { Logger } from '../log/logger.js';
import { type CallerGate, unauthenticated } from './caller-gate.js';

export interface ProofGateOptions {
  /** Who this member itself believes. */
  readonly issuers: Issuers;
  /** The member, as `aud`. */
  readonly audience: string;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Counts what was refused, and why. */
  readonly onRefusal: (refusal: IssuerTokenRefusal) => void;
}

/** Carries the caller's own token for this member. */
const proofHeader = 'x-accord-caller-proof';
const longestLifeSeconds = 600;

/**
 * Lets in whom another gate lets in. Where a request brings the caller's own token of an issuer that this member
 * believes, the caller is whom it says, and no more than the hub says of the coalition; one that is not good is refused
 * like a bad token of the hub.
 */
export function createProofGate(gate: CallerGate, options: ProofGateOptions): CallerGate {
  const { issuers, audience, now } = options;
  const verify = createTokenVerifier(issuers, { audience, now, maxLifetimeSeconds: longestLifeSeconds });
  return {
    async admit(exchange, maxBytes) {
      const admitted = await gate.admit(exchange, maxBytes);
      const proof = exchange.request.headers[proofHeader];
      if (proof === undefined) {
        return admitted;
      }
      const verdict = await verify(String(proof));
      return verdict.passes
        ? { ...admitted, caller: provenCaller(admitted.caller, verdict.claims) }
        : refuse(exchange, verdict.refusal, options);
    },
    close: () => gate.close(),
  };
}

/** Only what the issuer says counts, but for what it cannot know: who is of the coalition, and for what is asked. */
function provenCaller(hub: Caller, claims: BoundClaims): Caller {
  const { kind, organization, scopes, ceiling } = claims;
  const isMember = hub.isMember && organization !== null && organization === hub.organization;
  const purposes = claims.purposes ?? claims.issuerPurposes;
  return freezeCaller({
    kind,
    subject: hub.subject,
    organization,
    isMember,
    isProven: true,
    scopes,
    clearance: claims.clearance ?? lowerClearance(isMember ? 'TLP:RED' : 'TLP:GREEN', ceiling),
    purpose: hub.purpose !== null && purposes.includes(hub.purpose) ? hub.purpose : null,
  });
}

function refuse(
  { response, requestId }: HttpExchange,
  refusal: IssuerTokenRefusal,
  options: ProofGateOptions,
): never {
  options.onRefusal(refusal);
  options.logger.warn({ requestId, refusal }, "refused a request by its caller's proof");
  response.setHeader('www-authenticate', 'Bearer');
  throw unauthenticated();
}
