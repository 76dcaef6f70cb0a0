import { randomBytes } from 'node:crypto';
import { type DocumentNode, parse } from 'graphql';
import type { Logger } from '../log/logger.js';
import { memberPolicyOf } from '../policy/compile-member-policy.js';
import { compilePolicy, type PolicyParts } from '../policy/compile-policy.js';
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
  const { path, folder, now } = options;
  if (path === undefined) {
    return fixedPolicy(compilePolicyOf(options, undefined, randomBytes(32)));
  }
  const secret = openMaskSecret(folder);
  const files = memberPolicyFiles({
    path,
    folder,
    now,
    compile: (file) => compilePolicy(partsOf(options, file, secret)),
    decideBy: (compiled) => signIn(memberPolicyOf(compiled), options),
  });
  return followPolicy(files, options);
}

/** The policy that a file makes of the contracts and extensions of a member. Throws BAD_POLICY, BAD_CONTRACT. */
export function compilePolicyOf(
  schemas: MemberSchemas,
  file: PolicyFile | undefined,
  tokenSecret: Uint8Array,
): MemberPolicy {
  return signIn(memberPolicyOf(compilePolicy(partsOf(schemas, file, tokenSecret))), schemas);
}

/** What a member's policy is compiled of, for those who compare policies too. */
export function partsOf(
  { member, recordTypes, contracts, extensions }: MemberSchemas,
  file: PolicyFile | undefined,
  tokenSecret: Uint8Array,
): PolicyParts {
  return { file, member, contracts: documentsOf([...contracts, ...extensions]), recordTypes, tokenSecret };
}

function signIn(policy: MemberPolicy, { contracts, extensions }: MemberSchemas): MemberPolicy {
  return signInForExtensions(policy, {
    contracts: documentsOf(contracts),
    extensions: documentsOf(extensions),
  });
}

function documentsOf(modules: readonly SubgraphModule[]): DocumentNode[] {
  return modules.map(({ sdl }) => parse(sdl));
}
