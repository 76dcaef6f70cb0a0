import { resolve } from 'node:path';
import { z } from 'zod';
import { tlpLabels } from '../domain/record-body.js';
import { issuerAlgorithms, readIssuerKey } from './issuer-key.js';
import { purposeName } from './purpose-name.js';
import { scopePattern } from './scope-pattern.js';

/** A list of scopes, `declarations:*` for all that begin so. */
export const ScopePatterns = z.array(
  z.string().regex(scopePattern, 'expected a scope such as "budgets:read" or a pattern such as "budgets:*"'),
);

export const PurposeNames = z.array(
  z.string().regex(purposeName, 'expected a purpose such as "INVESTIGATION"'),
);

/**
 * Who may say who a caller is, and how far. A token that asserts more scopes, clearance or purposes than these loses
 * them; one of an organisation that is not listed is refused. The same section stands in `hub.yaml` and `member.yaml`.
 */
export const IssuerConfig = z
  .strictObject({
    /** Its `iss`, to the letter. */
    issuer: z.string().min(1).max(300),
    /** Where it publishes its keys. */
    jwksUrl: z
      .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
      .refine(isSafe, 'expected https for an address that is not this machine')
      .optional(),
    /** The path of a file with its JWKS, from this file's folder. Read again when it changes. */
    jwks: z.string().min(1).optional(),
    /** Its public keys themselves, as JWKs. */
    keys: z
      .array(
        z
          .record(z.string(), z.unknown())
          .refine(
            (key) => readIssuerKey(key) !== null,
            'expected a public key to verify with, as a JWK with a "kid"',
          ),
      )
      .min(1)
      .optional(),
    algorithms: z.array(z.enum(issuerAlgorithms)).min(1).default(['EdDSA', 'ES256', 'RS256', 'PS256']),
    /** The organisations whose people and services it may speak for; `*` for any. */
    organizations: z.array(z.string().min(1).max(200)).default([]),
    scopes: ScopePatterns.default([]),
    /** The strictest label that it may clear anybody for. */
    clearance: z.enum(tlpLabels),
    purposes: PurposeNames.default([]),
    /** How far its clock may be from ours. */
    clockSkewSeconds: z.int().min(0).max(300).default(30),
    /** The longest life of a token: one that was stolen is good for as long. */
    maxLifetimeSeconds: z.int().min(1).max(86_400).default(3600),
    /** What its tokens for us name as `aud`, where that is another word than what others use. */
    audience: z.string().min(1).max(300).optional(),
  })
  .refine(
    ({ jwksUrl, jwks, keys }) => [jwksUrl, jwks, keys].filter((from) => from !== undefined).length === 1,
    {
      path: ['jwksUrl'],
      message: 'expected the issuer\'s keys from one place: "jwksUrl", "jwks" or "keys"',
    },
  );
export type IssuerConfig = Readonly<z.infer<typeof IssuerConfig>>;

/** `issuers`: each once, since a token is held against one of them. */
export const IssuerConfigs = z
  .array(IssuerConfig)
  .refine((issuers) => new Set(issuers.map(({ issuer }) => issuer)).size === issuers.length, {
    message: 'expected each issuer once',
  });

/** The same issuers with the paths of their files made absolute. */
export function besideFolder(issuers: readonly IssuerConfig[], folder: string): IssuerConfig[] {
  return issuers.map((issuer) =>
    issuer.jwks === undefined ? issuer : { ...issuer, jwks: resolve(folder, issuer.jwks) },
  );
}

/** https, but for this machine itself. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
