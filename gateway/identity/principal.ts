import { createHash } from 'node:crypto';
import type { ApiKey } from '../../shared/identity/api-key.js';
import type { Caller } from '../../shared/identity/caller.js';
import type { BoundClaims } from '../../shared/identity/issuer-claims.js';

/** Whom a token or key stands for, whatever is asked and however the coalition stands. */
export interface Principal {
  readonly kind: 'person' | 'service';
  /** A name of the hub's own: nothing of the issuer's name for a person goes further. */
  readonly subject: string;
  readonly organization: string | null;
  readonly scopes: readonly string[];
  /** Null where nothing is said of it: then it follows from the organisation, up to `ceiling`. */
  readonly clearance: Caller['clearance'] | null;
  readonly ceiling: Caller['clearance'];
  /** What it may be asked for. */
  readonly purposes: readonly string[];
}

/**
 * The principal of a verified token. A registered client may ask for what it is registered for; any other for what its
 * token says. A token's own list narrows, and its issuer's bounds both.
 */
export function principalOfClaims(
  claims: BoundClaims,
  clients: ReadonlyMap<string, readonly string[]>,
): Principal {
  const { kind, organization, scopes, clearance, ceiling, issuerPurposes } = claims;
  const registered = claims.client === null ? undefined : clients.get(claims.client);
  const claimed = claims.purposes ?? registered ?? [];
  const purposes = (registered ?? claimed).filter(
    (purpose) => claimed.includes(purpose) && issuerPurposes.includes(purpose),
  );
  const subject = subjectOf('token', claims.issuer, claims.subject);
  return { kind, subject, organization, scopes, clearance, ceiling, purposes };
}

/** The service that a key was made for. */
export function principalOfApiKey(key: ApiKey): Principal {
  const { prefix, organization = null, scopes, clearance, purposes } = key;
  const subject = subjectOf('api-key', prefix);
  return { kind: 'service', subject, organization, scopes, clearance, ceiling: clearance, purposes };
}

function subjectOf(by: 'token' | 'api-key', ...names: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([by, ...names]))
    .digest('base64url');
}
