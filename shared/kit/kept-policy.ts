import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { readOwnJson, writeOwnJson } from '../identity/own-file.js';
import { PolicyFile } from '../policy/policy-file.js';

const InForce = z.object({ policy: PolicyFile });
const Confirmed = z.object({ digest: z.string() });

/**
 * What a member remembers of its policies in its own folder, for its owner alone: the one in force, so that a change
 * over a restart is a change all the same, and the one that its people agreed to although it widens.
 */
export interface KeptPolicies {
  /** The policy that was put in force last; undefined before the first. Throws BAD_CONFIG. */
  inForce(): PolicyFile | undefined;
  /** Throws BAD_OUTPUT. */
  keepInForce(policy: PolicyFile): void;
  /** Whether this very policy was agreed to. Throws BAD_CONFIG. */
  isConfirmed(policy: PolicyFile): boolean;
  /** Throws BAD_OUTPUT. */
  confirm(policy: PolicyFile): void;
  /** The file whose change can put a policy in force that was refused before. */
  readonly confirmedPath: string;
}

export function openKeptPolicies(folder: string): KeptPolicies {
  const inForcePath = join(folder, 'policy-in-force.json');
  const confirmedPath = join(folder, 'policy-confirmed.json');
  const write = (path: string, value: unknown): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeOwnJson(path, value, { replaces: true });
  };
  return {
    confirmedPath,
    inForce: () => readKept(inForcePath, InForce)?.policy,
    keepInForce: (policy) => write(inForcePath, { policy }),
    isConfirmed: (policy) => readKept(confirmedPath, Confirmed)?.digest === digestOf(policy),
    confirm: (policy) => write(confirmedPath, { digest: digestOf(policy) }),
  };
}

/** Of what the file says, however it is laid out. */
function digestOf(policy: PolicyFile): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('base64url');
}

function readKept<S extends z.ZodType>(path: string, schema: S): z.infer<S> | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  const read = schema.safeParse(readOwnJson(path));
  if (!read.success) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected what the member keeps of its policies as it wrote it, it has something else.',
    );
  }
  return read.data;
}
