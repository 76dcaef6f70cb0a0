import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';

/** Gives the local id of what has no public id; see `ImportSource.keyedId`. */
type KeyedId = (...parts: readonly string[]) => string;

const keyFile = 'member.key';
const keyLength = 32;
const idLength = 26;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * HMAC-SHA-256 of the parts under the member's key, its first 130 bits as 26 characters of lower-case base32 (RFC
 * 4648). Parts are taken in NFC; ("ab", "c") and ("a", "bc") give different ids.
 */
export function createKeyedId(key: Uint8Array): KeyedId {
  invariant(key.length === keyLength, 'a member key has 32 bytes');
  return (...parts) => {
    const message = JSON.stringify(parts.map((part) => part.normalize('NFC')));
    // As text of a character per byte: a Buffer per id costs more than the hash.
    return base32(createHmac('sha256', key).update(message, 'utf8').digest('binary'));
  };
}

/**
 * The member's key from `member.key` in this folder; made of 32 random bytes on first use, readable by its owner only.
 * Whoever has the key can test guesses against ids, and without it no later import gives the same ids: back it up.
 * Throws BAD_CONFIG where the file is not such a key or others can read it.
 */
export function readMemberKey(folder: string): Uint8Array {
  const path = join(folder, keyFile);
  try {
    return checkedKey(path);
  } catch (cause) {
    if (!isErrno(cause, 'ENOENT')) {
      throw cause instanceof AccordError ? cause : unusable('it cannot be read', cause);
    }
  }
  try {
    createKey(folder, path);
    return checkedKey(path);
  } catch (cause) {
    throw cause instanceof AccordError ? cause : unusable('it cannot be created', cause);
  }
}

function checkedKey(path: string): Uint8Array {
  const key = readFileSync(path);
  if (key.length !== keyLength) {
    throw unusable(`it has ${key.length}`);
  }
  if (platform() !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new AccordError('BAD_CONFIG', `Expected "${keyFile}" with mode 0600, others can read or write it.`);
  }
  return key;
}

/** Writes the key whole under another name, then links it: of two processes at once, both see the first one's key. */
function createKey(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(keyLength), { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!isErrno(cause, 'EEXIST')) {
      throw cause;
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function unusable(came: string, cause?: unknown): AccordError {
  return new AccordError('BAD_CONFIG', `Expected a key of ${keyLength} bytes in "${keyFile}", ${came}.`, {
    cause,
  });
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The first characters of the bytes' base32, which are as many as an id has. */
function base32(bytes: string): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (let i = 0; text.length < idLength; i++) {
    value = (value << 8) | bytes.charCodeAt(i);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((value >> bits) & 31);
      value &= (1 << bits) - 1;
    }
  }
  return text.slice(0, idLength);
}
