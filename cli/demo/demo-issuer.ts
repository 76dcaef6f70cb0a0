import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { Caller } from '../../shared/identity/caller.js';
import { readOwnJson, writeOwnJson } from '../../shared/identity/own-file.js';
import { createSigningKey, publicKeyOf, SigningKey } from '../../shared/identity/signing-key.js';

/** The `iss` of the demo's tokens. */
export const demoIssuerName = 'accord-demo-issuer';

/** The longest life of a demo token, in minutes; that of a proof is shorter, since members take no longer one. */
export const longestMinutes = 1440;
export const longestProofMinutes = 10;

/** What a demo token says. */
export interface DemoClaims {
  readonly sub: string;
  readonly kind?: 'person' | 'service' | undefined;
  readonly org?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly clearance?: Caller['clearance'] | undefined;
  readonly purposes?: readonly string[] | undefined;
}

/** Where the demo's issuer keeps its key, and publishes the other half of it. */
export function demoIssuerFiles(folder: string): { readonly key: string; readonly jwks: string } {
  return { key: join(folder, 'demo-issuer.json'), jwks: join(folder, 'demo-issuer.jwks.json') };
}

/** Makes the key of the demo's issuer where there is none, and publishes it. Throws BAD_OUTPUT and BAD_CONFIG. */
export function prepareDemoIssuer(folder: string): void {
  const { key, jwks } = demoIssuerFiles(folder);
  if (!existsSync(key)) {
    writeOwnJson(key, createSigningKey(), { replaces: false });
  }
  writeOwnJson(jwks, { keys: [publicKeyOf(readDemoIssuerKey(folder))] }, { replaces: true });
}

/** Reads the key of the demo's issuer. Throws BAD_CONFIG where the demo has not run in this folder. */
export function readDemoIssuerKey(folder: string): SigningKey {
  const { key } = demoIssuerFiles(folder);
  if (!existsSync(key)) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected the issuer of a demo in this folder, the demo has not run in it; "--folder" names another.',
    );
  }
  const result = SigningKey.safeParse(readOwnJson(key));
  if (!result.success) {
    throw new AccordError('BAD_CONFIG', 'Expected the key of the demo\'s issuer in "demo-issuer.json".');
  }
  return result.data;
}

/** A token of the demo's issuer. */
export async function signDemoToken(
  claims: DemoClaims,
  { kid, ...key }: SigningKey,
  about: { readonly audience: string; readonly now: Date; readonly minutes: number },
): Promise<string> {
  const { sub, kind, org, scopes = [], clearance, purposes } = claims;
  const iat = Math.floor(about.now.getTime() / 1000);
  return await new SignJWT({
    iss: demoIssuerName,
    aud: about.audience,
    ...{ sub, kind, org, clearance, purposes, iat },
    scope: scopes.join(' '),
    exp: iat + about.minutes * 60,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid })
    .sign(await importJWK({ ...key }, 'EdDSA'));
}
