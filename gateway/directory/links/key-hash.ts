import { hash } from 'node:crypto';

/**
 * 64 bits of a key's SHA-256 as a signed integer, which is what SQLite keeps of it. Among twelve million keys two share
 * their bits once in some 250,000 hubs, and then a subject is looked at that has not the key.
 */
export function keyHash(key: string): bigint {
  return hash('sha256', key, 'buffer').readBigInt64BE(0);
}
