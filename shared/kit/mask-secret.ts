import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { readOwnJson, writeOwnJson } from '../identity/own-file.js';

const fileName = 'mask-secret.json';
const secretBytes = 32;
const MaskSecret = z.strictObject({ secret: z.base64url().length(43) });

/**
 * What a member's masks of kind TOKEN are keyed with, from `mask-secret.json` in its folder; made on first use, readable
 * by its owner only. With another secret the tokens are others. Throws BAD_CONFIG, BAD_OUTPUT.
 */
export function openMaskSecret(folder: string): Uint8Array {
  const path = join(folder, fileName);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeOwnJson(path, { secret: randomBytes(secretBytes).toString('base64url') }, { replaces: false });
  }
  const read = MaskSecret.safeParse(readOwnJson(path));
  if (!read.success) {
    throw new AccordError(
      'BAD_CONFIG',
      `Expected 32 bytes in base64url in "${fileName}", it has something else.`,
    );
  }
  return Buffer.from(read.data.secret, 'base64url');
}
