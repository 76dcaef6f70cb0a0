import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');
const additional = Buffer.from(header, 'ascii');
const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals a text as a JWE in compact form (RFC 7516) with direct key and A256GCM. Written here because `jose` goes through
 * WebCrypto: two trips to another thread for a hundred bytes, on every page, cost more than all else about a cursor.
 */
export function sealDirectJwe(text: string, key: Uint8Array): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(additional);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = [iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return `${header}..${parts.join('.')}`;
}

/** The text of a JWE that was sealed by `sealDirectJwe` under this key; undefined of anything else. */
export function openDirectJwe(token: string, key: Uint8Array): string | undefined {
  const [protectedHeader, encryptedKey, ...rest] = token.split('.');
  const [iv, sealed, tag] = rest.map(readPart);
  if (protectedHeader !== header || encryptedKey !== '' || rest.length !== 3) {
    return undefined;
  }
  if (sealed === undefined || iv?.length !== ivBytes || tag?.length !== tagBytes) {
    return undefined;
  }
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  decipher.setAAD(additional).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    // Altered, or sealed under another key: `final` finds that the tag does not fit.
    return undefined;
  }
}

/** The bytes of a base64url text in its one right spelling, for node reads others too. */
function readPart(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
