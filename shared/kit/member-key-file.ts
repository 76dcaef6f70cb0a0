import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { readOwnJson, writeOwnJson } from '../identity/own-file.js';
import { createSigningKey, SigningKey } from '../identity/signing-key.js';

/** The key's file in the member's folder. */
export const memberKeyName = 'member-key.json';
const fileName = memberKeyName;
const nextName = 'member-key.next.json';

/**
 * The key that a member signs its requests to a hub with, from `member-key.json` in its folder; made on first use,
 * readable by its owner only. Throws BAD_CONFIG, BAD_OUTPUT.
 */
export function openMemberKey(folder: string): SigningKey {
  return open(folder, fileName);
}

/** A key that is to take the place of the member's: the one begun with, if a rotation was broken off, or else a new one. */
export function openNextMemberKey(folder: string): { readonly key: SigningKey; readonly isResumed: boolean } {
  const isResumed = existsSync(join(folder, nextName));
  return { key: open(folder, nextName), isResumed };
}

/** Puts the next key in the place of the member's. Throws BAD_OUTPUT. */
export function adoptNextMemberKey(folder: string): void {
  try {
    renameSync(join(folder, nextName), join(folder, fileName));
  } catch (cause) {
    throw new AccordError(
      'BAD_OUTPUT',
      `Expected to write the key file "${fileName}", it cannot be written.`,
      {
        cause,
      },
    );
  }
}

/** Gives up a next key that the hub did not take. */
export function dropNextMemberKey(folder: string): void {
  rmSync(join(folder, nextName), { force: true });
}

function open(folder: string, name: string): SigningKey {
  const path = join(folder, name);
  if (!existsSync(path)) {
    makeFolder(folder);
    writeOwnJson(path, createSigningKey(), { replaces: false });
  }
  const result = SigningKey.safeParse(readOwnJson(path));
  if (!result.success) {
    throw new AccordError('BAD_CONFIG', `Expected an Ed25519 key in "${name}", it has something else.`);
  }
  return result.data;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AccordError('BAD_OUTPUT', "Expected to make the member's folder, it cannot be made.", {
      cause,
    });
  }
}
