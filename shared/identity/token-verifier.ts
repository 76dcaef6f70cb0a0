import { createHash } from 'node:crypto';
import { type IssuerTokenRules, type IssuerTokenVerdict, verifyIssuerToken } from './issuer-token.js';
import type { Issuers } from './issuers.js';

type Verified = Extract<IssuerTokenVerdict, { passes: true }>;

/** Each entry is a digest and the claims of one token. */
const mostKept = 10_000;

/**
 * Verifies tokens and remembers those that passed, by digest, so that their signature is checked once: until they end,
 * or their issuer has the key no more. What was refused is not remembered.
 */
export function createTokenVerifier(
  issuers: Issuers,
  rules: IssuerTokenRules,
): (token: string) => Promise<IssuerTokenVerdict> {
  const kept = new Map<string, Verified>();
  const isGood = ({ claims, key }: Verified): boolean =>
    rules.now().getTime() < claims.endsAt &&
    // Asking lets the issuer's keys be looked at again, so that a key that was taken back is noticed.
    issuers.get(claims.issuer)?.keys.current().get(key.kid) === key;
  return async (token) => {
    const digest = createHash('sha256').update(token).digest('base64');
    const known = kept.get(digest);
    if (known !== undefined) {
      if (isGood(known)) {
        return known;
      }
      kept.delete(digest);
    }
    const verdict = await verifyIssuerToken(token, issuers, rules);
    if (verdict.passes) {
      keep(kept, digest, verdict);
    }
    return verdict;
  };
}

/** The one kept longest makes room. */
function keep(kept: Map<string, Verified>, digest: string, verdict: Verified): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) {
    kept.delete(oldest);
  }
  kept.set(digest, verdict);
}
