import { createHash } from 'node:crypto';
import type { HttpExchange } from '../http/http-server.js';
import { type Caller, freezeCaller } from '../identity/caller.js';
import { lowerClearance } from '../identity/clearance.js';
import type { BoundClaims } from '../identity/issuer-claims.js';
import type { KeySet } from '../identity/issuer-keys.js';
import { type IssuerTokenRefusal, verifyIssuerToken } from '../identity/issuer-token.js';
import type { Issuers } from '../identity/issuers.js';
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
const mostCached = 10_000;

/**
 * Lets in whom another gate lets in. Where a request brings the caller's own token of an issuer that this member
 * believes, the caller is whom it says, and no more than the hub says of the coalition; one that is not good is refused
 * like a bad token of the hub.
 */
export function createProofGate(gate: CallerGate, options: ProofGateOptions): CallerGate {
  const verify = cachedVerify(options);
  return {
    async admit(exchange, maxBytes) {
      const admitted = await gate.admit(exchange, maxBytes);
      const proof = exchange.request.headers[proofHeader];
      if (proof === undefined) {
        return admitted;
      }
      const claims = await verify(String(proof));
      return typeof claims === 'string'
        ? refuse(exchange, claims, options)
        : { ...admitted, caller: provenCaller(admitted.caller, claims) };
    },
    close: () => gate.close(),
  };
}

type VerifyProof = (proof: string) => Promise<BoundClaims | IssuerTokenRefusal>;

interface Verified {
  readonly claims: BoundClaims;
  /** The issuer's keys of then: a proof does not outlive a key that the issuer takes back. */
  readonly keys: KeySet | undefined;
}

/** Verifies each proof once; by its digest, so that no token lies in memory. */
function cachedVerify({ issuers, audience, now }: ProofGateOptions): VerifyProof {
  const verified = new Map<string, Verified>();
  const keysOf = ({ issuer }: BoundClaims) => issuers.get(issuer)?.keys.current();
  const rules = { audience, now, maxLifetimeSeconds: longestLifeSeconds };
  return async (proof) => {
    const digest = createHash('sha256').update(proof).digest('base64url');
    const known = verified.get(digest);
    if (known !== undefined && known.claims.endsAt > now().getTime() && known.keys === keysOf(known.claims)) {
      return known.claims;
    }
    verified.delete(digest);
    const verdict = await verifyIssuerToken(proof, issuers, rules);
    if (!verdict.passes) {
      return verdict.refusal;
    }
    if (verified.size >= mostCached) {
      verified.clear();
    }
    const { claims } = verdict;
    verified.set(digest, { claims, keys: keysOf(claims) });
    return claims;
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
