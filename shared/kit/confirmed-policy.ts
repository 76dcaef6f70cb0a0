import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readOwnJson, writeOwnJson } from '../identity/own-file.js';

const Confirmed = z.strictObject({ revision: z.string().min(1) });

/** Where a member keeps which policy was confirmed, though it lets somebody see more than the one before. */
export function confirmedPolicyPath(folder: string): string {
  return join(folder, 'policy-confirmed.json');
}

/** The revision that was confirmed last; undefined where none was. Throws BAD_CONFIG. */
export function readConfirmedRevision(folder: string): string | undefined {
  const path = confirmedPolicyPath(folder);
  return existsSync(path) ? Confirmed.safeParse(readOwnJson(path)).data?.revision : undefined;
}

/** Confirms that a policy may let somebody see more than the one in force. Throws BAD_OUTPUT. */
export function confirmRevision(folder: string, revision: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeOwnJson(confirmedPolicyPath(folder), { revision }, { replaces: true });
}
