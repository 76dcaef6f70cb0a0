import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import { parsePolicy } from '../policy/parse-policy.js';
import type { PolicyFile } from '../policy/policy-file.js';
import type { PolicyFiles } from './policy-source.js';

export interface MemberPolicyFilesOptions {
  readonly path: string;
  readonly compile: (file: PolicyFile) => MemberPolicy;
}

/** The policy that a member writes, with the file of its tests. */
export function memberPolicyFiles({ path, compile }: MemberPolicyFilesOptions): PolicyFiles {
  let watched: readonly string[] = [path];
  return {
    watched: () => watched,
    load() {
      const file = parsePolicy(readText(path), basename(path));
      watched = [path, resolve(dirname(path), file.tests)];
      return compile(file);
    },
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_POLICY', `Expected a readable policy "${basename(path)}".`, { cause });
  }
}
