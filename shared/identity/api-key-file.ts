import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { ApiKey } from './api-key.js';
import { readOwnJson, writeOwnJson } from './own-file.js';

const ApiKeyFile = z.strictObject({
  version: z.literal(1),
  keys: z
    .array(ApiKey)
    .refine(
      (keys) => new Set(keys.map(({ prefix }) => prefix)).size === keys.length,
      'expected each prefix once',
    ),
});

/** Where a hub keeps the API keys of its services, in its own folder. */
export function apiKeyFileIn(folder: string): string {
  return join(folder, 'api-keys.json');
}

/** Reads the API keys of a hub; none where there is no file. Throws BAD_CONFIG, also where others can read it. */
export function readApiKeyFile(path: string): readonly ApiKey[] {
  if (!existsSync(path)) {
    return [];
  }
  const result = ApiKeyFile.safeParse(readOwnJson(path));
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at "${issue.path.join('.')}"`;
    throw new AccordError(
      'BAD_CONFIG',
      `Expected in "${basename(path)}" API keys as "accord key create" writes them, it has others${place}.`,
    );
  }
  return result.data.keys;
}

/** Writes the API keys of a hub, 0600, whole or not at all, with the folder where there is none. Throws BAD_OUTPUT. */
export function writeApiKeyFile(path: string, keys: readonly ApiKey[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AccordError('BAD_OUTPUT', "Expected to make the hub's folder, it cannot be written.", {
      cause,
    });
  }
  writeOwnJson(path, { version: 1, keys }, { replaces: true });
}
