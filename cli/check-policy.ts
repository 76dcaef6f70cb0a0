import { join } from 'node:path';
import { accessLogFolder } from '../shared/audit/access-log-config.js';
import { AccordError } from '../shared/errors/accord-error.js';
import { openKeptPolicies } from '../shared/kit/kept-policy.js';
import { comparePolicies, isWidening, type PolicyChange } from '../shared/policy/compare-policies.js';
import { memberPolicyOf } from '../shared/policy/compile-member-policy.js';
import type { CompiledPolicy } from '../shared/policy/compiled-policy.js';
import { type FailedPolicyTest, type PolicyTests, runPolicyTests } from '../shared/policy/policy-tests.js';
import { readPolicyFile } from '../shared/policy/read-policy-file.js';
import { readMemberSetup } from './member-setup.js';
import { compileFor } from './policy-setup.js';
import { print } from './print.js';
import { type ReplayedChange, replayLog } from './replay-log.js';
import type { Surroundings } from './surroundings.js';

export interface CheckPolicyOptions {
  readonly config: string;
  readonly confirm?: boolean;
  readonly recorded?: boolean;
}

/**
 * Checks a policy before it is put in force: its form, its tests, and what it changes against the one in force, for
 * whom. A policy that widens is put in force only once it is confirmed. Throws BAD_POLICY.
 */
export async function checkPolicyFile(
  path: string,
  options: CheckPolicyOptions,
  { stdout, now }: Surroundings,
): Promise<void> {
  const setup = readMemberSetup(options.config);
  const { file, tests } = readPolicyFile(path);
  const policy = compileFor(setup, file);
  await print(stdout, `policy   ${policy.revision}\n`);
  await runTests(policy, tests, { stdout, now });
  const kept = openKeptPolicies(setup.folder);
  const before = compileFor(setup, kept.inForce());
  await print(
    stdout,
    `in force ${before.file === undefined ? 'contracts and labels alone' : before.revision}\n`,
  );
  const changes = comparePolicies(before, policy, now());
  await print(stdout, changeLines(changes));
  if (options.recorded === true) {
    const policies = { before: memberPolicyOf(before), after: memberPolicyOf(policy) };
    const folder = join(setup.folder, accessLogFolder);
    await print(stdout, replayLines(replayLog(folder, { ...policies, now: now() })));
  }
  await settle(changes, { isConfirmed: options.confirm === true, confirm: () => kept.confirm(file) }, stdout);
}

async function runTests(
  policy: CompiledPolicy,
  tests: PolicyTests,
  { stdout, now }: Pick<Surroundings, 'stdout' | 'now'>,
): Promise<void> {
  const failed = runPolicyTests(memberPolicyOf(policy), tests, now());
  if (failed.length > 0) {
    await print(stdout, failed.map(testLine).join(''));
    throw new AccordError(
      'BAD_POLICY',
      `Expected a policy whose tests hold, ${failed.length} of ${tests.length} do not.`,
    );
  }
  await print(stdout, `tests    ${tests.length} hold\n`);
}

function testLine({ index, test, got }: FailedPolicyTest): string {
  const what = 'coordinate' in test ? test.coordinate : `a record of ${test.record.type}`;
  const caller = test.caller === 'anonymous' ? test.caller : JSON.stringify(test.caller);
  return `test ${index + 1}: expected ${test.expect} of ${what} for ${caller}, got ${got}\n`;
}

function changeLines(changes: readonly PolicyChange[]): string {
  if (changes.length === 0) {
    return 'changes  nothing, for nobody\n';
  }
  const [gained, lost] = [changes.filter(isWidening), changes.filter((change) => !isWidening(change))];
  return [...group('may see more', gained), ...group('may see less', lost), ''].join('\n');
}

function group(title: string, changes: readonly PolicyChange[]): string[] {
  const callers = new Map<string, string[]>();
  for (const { caller, place, before, after } of changes) {
    const what = `${place}, ${before} → ${after}`;
    callers.set(what, [...(callers.get(what) ?? []), caller]);
  }
  return callers.size === 0
    ? []
    : [`${title}:`, ...[...callers].flatMap(([what, who]) => [`  ${what}`, `    ${who.join(' · ')}`])];
}

function replayLines(changes: readonly ReplayedChange[]): string {
  if (changes.length === 0) {
    return 'recorded nothing that was asked before would be answered in another way\n';
  }
  const lines = changes.map(
    ({ who, coordinate, before, after, questions }) =>
      `  ${who}: ${coordinate}, ${before} → ${after}, asked ${questions} times`,
  );
  return ['recorded, what was asked before would be answered in another way:', ...lines, ''].join('\n');
}

async function settle(
  changes: readonly PolicyChange[],
  of: { readonly isConfirmed: boolean; readonly confirm: () => void },
  stdout: Surroundings['stdout'],
): Promise<void> {
  if (!changes.some(isWidening)) {
    await print(stdout, 'it is put in force once its file is the member\'s "policy"\n');
  } else if (of.isConfirmed) {
    of.confirm();
    await print(
      stdout,
      'confirmed: it widens, and is put in force once its file is the member\'s "policy"\n',
    );
  } else {
    await print(stdout, 'it widens: it is not put in force unless it is confirmed, with --confirm\n');
  }
}
