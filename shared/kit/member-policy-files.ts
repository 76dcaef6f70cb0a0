import { basename, dirname, resolve } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { comparePolicies, isWidening } from '../policy/compare-policies.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { PolicyFile } from '../policy/policy-file.js';
import { type PolicyTests, runPolicyTests } from '../policy/policy-tests.js';
import { readPolicyFile } from '../policy/read-policy-file.js';
import { type KeptPolicies, openKeptPolicies } from './kept-policy.js';
import type { PolicyFiles } from './policy-source.js';

export interface MemberPolicyFilesOptions {
  readonly path: string;
  /** The member's own folder, where it keeps the policy in force and which one was confirmed. */
  readonly folder: string;
  readonly compile: (file: PolicyFile) => CompiledPolicy;
  readonly decideBy: (compiled: CompiledPolicy) => MemberPolicy;
  readonly now: () => Date;
}

/**
 * The policy that a member writes. It must pass its own tests, and one that lets somebody see more than the one in force,
 * be it of before a restart, must have been confirmed; else loading it throws BAD_POLICY.
 */
export function memberPolicyFiles(options: MemberPolicyFilesOptions): PolicyFiles {
  const { path, folder, now } = options;
  const name = basename(path);
  const kept = openKeptPolicies(folder);
  let watched: readonly string[] = [path, kept.confirmedPath];
  let inForce = compileKept(kept, options);
  return {
    watched: () => watched,
    load() {
      const { file, tests } = readPolicyFile(path);
      watched = [path, kept.confirmedPath, resolve(dirname(path), file.tests)];
      const compiled = options.compile(file);
      const policy = options.decideBy(compiled);
      assertPasses(policy, tests, { name, now: now() });
      if (inForce !== undefined && !kept.isConfirmed(file)) {
        assertNoWider(inForce, compiled, { name, now: now() });
      }
      inForce = compiled;
      kept.keepInForce(file);
      return policy;
    },
    kept: () => inForce && options.decideBy(inForce),
  };
}

/** The policy of before a restart; undefined where it is none under the contracts of today. */
function compileKept(kept: KeptPolicies, options: MemberPolicyFilesOptions): CompiledPolicy | undefined {
  const file = kept.inForce();
  try {
    return file && options.compile(file);
  } catch (error) {
    if (error instanceof AccordError && error.code === 'BAD_POLICY') {
      return undefined;
    }
    throw error;
  }
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
