import type { IncomingHttpHeaders } from 'node:http';
import { apiKeyMark } from '../../shared/identity/api-key.js';

/** What a request says to prove who asks. */
export type Credentials =
  | { readonly by: 'nothing' }
  | { readonly by: 'token'; readonly token: string }
  | { readonly by: 'api-key'; readonly text: string }
  | { readonly by: 'confusion'; readonly refusal: CredentialRefusal };

/** Why it proves nothing: two proofs at once, or a scheme that is not ours. */
export type CredentialRefusal = 'ambiguous' | 'scheme';

/** Reads the headers `authorization` and `x-api-key`. One that is there and empty is a broken proof, and not none. */
export function readCredentials(headers: IncomingHttpHeaders): Credentials {
  const { authorization } = headers;
  const apiKey = headers['x-api-key'];
  if (authorization !== undefined && apiKey !== undefined) {
    return { by: 'confusion', refusal: 'ambiguous' };
  }
  if (apiKey !== undefined) {
    return { by: 'api-key', text: String(apiKey) };
  }
  if (authorization === undefined) {
    return { by: 'nothing' };
  }
  const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (bearer === undefined) {
    return { by: 'confusion', refusal: 'scheme' };
  }
  return bearer.startsWith(apiKeyMark) ? { by: 'api-key', text: bearer } : { by: 'token', token: bearer };
}
