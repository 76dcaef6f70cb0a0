import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 26;

/** A new permanent id: `ent-` and 26 characters of Crockford's base 32, random, so that it tells nothing of its subject. */
export function newEntityId(): string {
  let id = 'ent-';
  for (const byte of randomBytes(length)) {
    id += alphabet[byte & 31];
  }
  return id;
}
