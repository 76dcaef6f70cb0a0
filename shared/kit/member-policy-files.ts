import { basename, dirname, resolve } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { comparePolicies, isWidening } from '../policy/compare-policies.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { PolicyFile } from '../policy/policy-file.js';
import { type PolicyTests, runPolicyTests } from '../policy/policy-tests.js';
import { readPolicyFile } from '../policy/read-policy-file.js';
import { confirmedPolicyPath, readConfirmedRevision } from './confirmed-policy.js';
import type { PolicyFiles } from './policy-source.js';

export interface MemberPolicyFilesOptions {
  readonly path: string;
  /** The member's own folder, where it keeps which policy was confirmed. */
  readonly folder: string;
  readonly compile: (file: PolicyFile) => CompiledPolicy;
  readonly decideBy: (compiled: CompiledPolicy) => MemberPolicy;
  readonly now: () => Date;
}

/**
 * The policy that a member writes. It must pass its own tests, and one that lets somebody see more than the one in force
 * must have been confirmed; else loading it throws BAD_POLICY.
 */
export function memberPolicyFiles(options: MemberPolicyFilesOptions): PolicyFiles {
  const { path, folder, now } = options;
  const name = basename(path);
  let watched: readonly string[] = [path, confirmedPolicyPath(folder)];
  let inForce: CompiledPolicy | undefined;
  return {
    watched: () => watched,
    load() {
      const { file, tests } = readPolicyFile(path);
      watched = [path, resolve(dirname(path), file.tests), confirmedPolicyPath(folder)];
      const compiled = options.compile(file);
      const policy = options.decideBy(compiled);
      assertPasses(policy, tests, { name, now: now() });
      if (inForce !== undefined && readConfirmedRevision(folder) !== compiled.revision) {
        assertNoWider(inForce, compiled, { name, now: now() });
      }
      inForce = compiled;
      return policy;
    },
  };
}

interface Check {
  readonly name: string;
  readonly now: Date;
}

function assertPasses(policy: MemberPolicy, tests: PolicyTests, { name, now }: Check): void {
  const failed = runPolicyTests(policy, tests, now);
  const [first] = failed;
  if (first !== undefined) {
    throw new AccordError(
      'BAD_POLICY',
      `Policy "${name}" fails ${failed.length} of its ${tests.length} tests: test ${first.index + 1} expects ${first.test.expect}, it gives ${first.got}.`,
    );
  }
}

function assertNoWider(before: CompiledPolicy, after: CompiledPolicy, { name, now }: Check): void {
  const wider = comparePolicies(before, after, now).find(isWidening);
  if (wider !== undefined) {
    throw new AccordError(
      'BAD_POLICY',
      `Policy "${name}" lets somebody see more than the one in force, "${wider.place}" first: expected it to be confirmed by "accord check policy FILE --confirm".`,
    );
  }
}
