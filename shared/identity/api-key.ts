import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { tlpLabels } from '../domain/record-body.js';
import { purposeName } from './purpose-name.js';
import { scopeName } from './scope-pattern.js';

const Moment = z.iso.datetime({ error: 'expected a moment in UTC such as "2026-01-31T09:30:00.000Z"' });

/** What an API key gives a service, as a hub keeps it: all but the key itself. */
export const ApiKey = z.strictObject({
  /** The part of the key that is no secret. */
  prefix: z.string().regex(/^[0-9a-f]{12}$/),
  /**
   * SHA-256 of the whole key. A slow hash guards words that people choose; of 256 random bits there is nothing to guess,
   * and each request would pay for it.
   */
  digest: z.string().regex(/^[\w-]{43}$/),
  /** What the service is called among operators. */
  name: z.string().min(1).max(100),
  organization: z.string().min(1).max(200).optional(),
  scopes: z.array(z.string().regex(scopeName, 'expected a scope such as "budgets:read"')).max(200),
  clearance: z.enum(tlpLabels),
  purposes: z.array(z.string().regex(purposeName, 'expected a purpose such as "DASHBOARD"')).max(50),
  createdAt: Moment,
  expiresAt: Moment,
  revokedAt: Moment.optional(),
});
export type ApiKey = Readonly<z.infer<typeof ApiKey>>;

/** What an operator says of a key to make. */
export type ApiKeyWish = Pick<
  ApiKey,
  'name' | 'organization' | 'scopes' | 'clearance' | 'purposes' | 'expiresAt'
>;

export type ApiKeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** Begins every API key, so that it is known for one wherever it turns up. */
export const apiKeyMark = 'accord_';

const keyText = /^accord_([0-9a-f]{12})_[\w-]{43}$/;

/** Makes a key. `text` is what the service sends, and is kept nowhere. */
export function createApiKey(wish: ApiKeyWish, now: Date): { readonly key: ApiKey; readonly text: string } {
  const prefix = randomBytes(6).toString('hex');
  const text = `${apiKeyMark}${prefix}_${randomBytes(32).toString('base64url')}`;
  const digest = digestOf(text).toString('base64url');
  return { text, key: { prefix, digest, ...wish, createdAt: now.toISOString() } };
}

/** The prefix of a text that has the form of a key; null for any other. */
export function prefixOfApiKey(text: string): string | null {
  return keyText.exec(text)?.[1] ?? null;
}

export function isTextOfApiKey(text: string, { digest }: ApiKey): boolean {
  return timingSafeEqual(digestOf(text), Buffer.from(digest, 'base64url'));
}

export function stateOfApiKey({ revokedAt, expiresAt }: ApiKey, now: Date): ApiKeyState {
  if (revokedAt !== undefined) {
    return 'REVOKED';
  }
  return Date.parse(expiresAt) <= now.getTime() ? 'EXPIRED' : 'ACTIVE';
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
