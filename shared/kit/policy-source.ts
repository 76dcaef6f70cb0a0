import { statSync } from 'node:fs';
import { AccordError } from '../errors/accord-error.js';
import type { Logger } from '../log/logger.js';
import type { MemberPolicy } from '../policy/member-policy.js';

/** Where a member's server takes the policy in force from: asked once per request, which keeps what it got. */
export interface PolicySource {
  current(): PolicyInForce;
}

export interface PolicyInForce {
  readonly policy: MemberPolicy;
  /** Why a newer policy is not in force, in one line; undefined where there is none. */
  readonly fault: string | undefined;
}

/** A policy that never changes. */
export function fixedPolicy(policy: MemberPolicy): PolicySource {
  return { current: () => ({ policy, fault: undefined }) };
}

/** What a policy is made of, in files. */
export interface PolicyFiles {
  /** Those that the policy depends on, as far as they are known, new ones last; a change of one is a reason to load again. */
  watched(): readonly string[];
  /** Loads the policy that the files hold now, which takes the place of the former one. Throws what is wrong with it. */
  load(former: MemberPolicy | undefined): MemberPolicy;
  /** The policy that was in force before this process; undefined where there was none. */
  kept(): MemberPolicy | undefined;
}

export interface FollowedPolicyOptions {
  readonly logger: Logger;
  readonly now: () => Date;
  /** Counts changes that were not put in force. */
  readonly onFailure: () => void;
}

const lookAgainMs = 1000;
const longestFault = 500;

/**
 * The policy of files, which are looked at when somebody asks, once a second: another takes effect whole, with the next
 * request, or not at all. Throws what loading the first one throws where none was in force before.
 */
export function followPolicy(files: PolicyFiles, options: FollowedPolicyOptions): PolicySource {
  const { now } = options;
  const known = files.watched();
  // Taken before the first load, so that no change is missed; files that it came to know are added.
  let stamps = stampsOf(known);
  let inForce = loadFirst(files, options);
  stamps = [stamps, ...files.watched().slice(known.length).map(stampOf)].join('\n');
  let lookedAt = now().getTime();
  return {
    current() {
      const time = now().getTime();
      // A clock that was set back must not put off the next look.
      if (Math.abs(time - lookedAt) < lookAgainMs) {
        return inForce;
      }
      lookedAt = time;
      const found = stampsOf(files.watched());
      if (found !== stamps) {
        stamps = found;
        inForce = loadAgain(inForce, files, options);
      }
      return inForce;
    },
  };
}

function loadFirst(files: PolicyFiles, { logger, onFailure }: FollowedPolicyOptions): PolicyInForce {
  try {
    return { policy: files.load(undefined), fault: undefined };
  } catch (error) {
    const policy = files.kept();
    if (policy === undefined) {
      throw error;
    }
    onFailure();
    logger.error({ err: error }, 'the policy is not put in force; the one of before the start stays');
    return { policy, fault: faultLine(error) };
  }
}

function loadAgain(
  { policy: former }: PolicyInForce,
  files: PolicyFiles,
  { logger, onFailure }: FollowedPolicyOptions,
): PolicyInForce {
  try {
    const policy = files.load(former);
    logger.info({ policyRevision: policy.revision }, 'a changed policy is in force');
    return { policy: policy.revision === former.revision ? former : policy, fault: undefined };
  } catch (error) {
    onFailure();
    logger.error({ err: error }, 'a changed policy is not put in force; the one before it stays');
    return { policy: former, fault: faultLine(error) };
  }
}

function faultLine(error: unknown): string {
  const message = error instanceof AccordError ? error.message : 'The policy could not be loaded.';
  return message.replaceAll(/\p{Cc}+/gu, ' ').slice(0, longestFault);
}

function stampsOf(paths: readonly string[]): string {
  return paths.map(stampOf).join('\n');
}

function stampOf(path: string): string {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? 'none' : `${found.ino} ${found.mtimeMs} ${found.size}`;
  } catch {
    return 'unreadable';
  }
}
