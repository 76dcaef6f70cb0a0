import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { readOwnJson, writeOwnJson } from '../identity/own-file.js';
import { PolicyFile } from '../policy/policy-file.js';

const inForceFile = 'policy-in-force.json';
const confirmedFile = 'policy-confirmed.json';
const InForce = z.object({ policy: PolicyFile });
const Confirmed = z.object({ revision: z.string() });

/**
 * What a member remembers of its policies in its own folder, for its owner alone: the one in force, so that a change
 * over a restart is a change all the same, and which one its people agreed to although it widens.
 */
export interface KeptPolicies {
  /** The policy that was put in force last; undefined before the first. Throws BAD_CONFIG. */
  inForce(): PolicyFile | undefined;
  /** Throws BAD_OUTPUT. */
  keepInForce(policy: PolicyFile): void;
  /** Whether a policy was agreed to by its revision. Throws BAD_CONFIG. */
  isConfirmed(revision: string): boolean;
  /** Throws BAD_OUTPUT. */
  confirm(revision: string): void;
  /** The file whose change can put a policy in force that was refused before. */
  readonly confirmedPath: string;
}

export function openKeptPolicies(folder: string): KeptPolicies {
  const inForcePath = join(folder, inForceFile);
  const confirmedPath = join(folder, confirmedFile);
  const write = (path: string, value: unknown): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeOwnJson(path, value, { replaces: true });
  };
  return {
    confirmedPath,
    inForce: () => (existsSync(inForcePath) ? readKept(inForcePath, InForce, inForceFile).policy : undefined),
    keepInForce: (policy) => write(inForcePath, { policy }),
    isConfirmed: (revision) =>
      existsSync(confirmedPath) && readKept(confirmedPath, Confirmed, confirmedFile).revision === revision,
    confirm: (revision) => write(confirmedPath, { revision }),
  };
}

function readKept<S extends z.ZodType>(path: string, schema: S, name: string): z.infer<S> {
  const read = schema.safeParse(readOwnJson(path));
  if (!read.success) {
    throw new AccordError('BAD_CONFIG', `Expected "${name}" as the member wrote it, it has something else.`);
  }
  return read.data;
}
