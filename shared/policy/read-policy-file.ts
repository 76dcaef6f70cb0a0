import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { parsePolicy, parsePolicyYaml } from './parse-policy.js';
import type { PolicyFile } from './policy-file.js';
import { PolicyTests } from './policy-tests.js';

/** Reads a member's policy. Throws BAD_POLICY, also where its tests are not there. */
export function readPolicyFile(path: string): { readonly file: PolicyFile; readonly tests: PolicyTests } {
  const file = parsePolicy(readText(path), basename(path));
  const testsPath = resolve(dirname(path), file.tests);
  return { file, tests: parsePolicyYaml(readText(testsPath), basename(testsPath), PolicyTests) };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_POLICY', `Expected a readable policy file "${basename(path)}".`, { cause });
  }
}
