import { randomBytes } from 'node:crypto';
import { parse } from 'graphql';
import type { Logger } from '../log/logger.js';
import { compileMemberPolicy } from '../policy/compile-member-policy.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { PolicyFile } from '../policy/policy-file.js';
import type { RecordType } from '../store/record-type.js';
import { openMaskSecret } from './mask-secret.js';
import { memberPolicyFiles } from './member-policy-files.js';
import { fixedPolicy, followPolicy, type PolicySource } from './policy-source.js';
import { signInForExtensions } from './sign-in-extensions.js';
import type { SubgraphModule } from './subgraph-module.js';

/** All that a member's policies are compiled of beside its own file. */
export interface MemberSchemas {
  readonly member: string;
  readonly contracts: readonly SubgraphModule[];
  readonly extensions: readonly SubgraphModule[];
  readonly recordTypes: readonly RecordType[];
}

export interface PoliciesOptions extends MemberSchemas {
  /** The member's own policy; without it the contracts and the labels of its records decide alone. */
  readonly path: string | undefined;
  /** The member's own folder. */
  readonly folder: string;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly onFailure: () => void;
}

/** Opens the policies of a member. Throws BAD_POLICY, BAD_CONTRACT; BAD_CONFIG for its secret. */
export function openPolicies(options: PoliciesOptions): PolicySource {
  const { path, folder } = options;
  if (path === undefined) {
    return fixedPolicy(compilePolicyOf(options, undefined, randomBytes(32)));
  }
  const secret = openMaskSecret(folder);
  const files = memberPolicyFiles({ path, compile: (file) => compilePolicyOf(options, file, secret) });
  return followPolicy(files, options);
}

/** The policy that a file makes of the contracts and extensions of a member. Throws BAD_POLICY, BAD_CONTRACT. */
export function compilePolicyOf(
  { member, recordTypes, ...modules }: MemberSchemas,
  file: PolicyFile | undefined,
  tokenSecret: Uint8Array,
): MemberPolicy {
  const contracts = modules.contracts.map(({ sdl }) => parse(sdl));
  const extensions = modules.extensions.map(({ sdl }) => parse(sdl));
  const policy = compileMemberPolicy({
    file,
    member,
    contracts: [...contracts, ...extensions],
    recordTypes,
    tokenSecret,
  });
  return signInForExtensions(policy, { contracts, extensions });
}
