import { parse } from 'graphql';
import { compilePolicy } from '../shared/policy/compile-policy.js';
import type { CompiledPolicy } from '../shared/policy/compiled-policy.js';
import type { PolicyFile } from '../shared/policy/policy-file.js';
import { domainModules, recordTypesOf } from '../subgraphs/wire.js';
import type { MemberSetup } from './member-setup.js';

/** Makes a member's policy of a file, as its server does. Throws BAD_POLICY with all faults of the file. */
export function compileFor({ config }: MemberSetup, file: PolicyFile | undefined): CompiledPolicy {
  return compilePolicy({
    file,
    member: config.id,
    contracts: domainModules(config.domains).map(({ sdl }) => parse(sdl)),
    recordTypes: recordTypesOf(config.domains),
    // Nothing is masked here for anybody to see.
    tokenSecret: 'unused',
  });
}
