import type { Command } from 'commander';
import { z } from 'zod';
import { readConfigFile } from '../../shared/config/read-config.js';
import { checkExtensionFile } from '../check-extension.js';
import { type CheckPolicyOptions, checkPolicyFile } from '../check-policy.js';
import { readMemberSetup } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

/** What tells a hub's configuration from a member's. */
const AnyConfig = z.looseObject({ members: z.unknown().optional() });

interface SchemaOptions {
  readonly member?: string;
  readonly against?: string;
}

/** `accord check config FILE`, `accord check policy FILE` and `accord check schema [FILE]` */
export function addCheckCommand(program: Command, surroundings: Surroundings): void {
  const check = program
    .command('check')
    .summary('check a configuration or the contracts before they are used');
  check
    .command('config')
    .description('Reads the configuration of a member or a hub and names every fault at once.')
    .argument('<file>', 'member.yaml or hub.yaml; a hub has "members"')
    .action((file: string) => checkConfigFile(file, surroundings));
  check
    .command('policy')
    .description(
      "Reads a member's policy, runs its tests and prints who gains and who loses what against the policy in force. A policy that widens is put in force only once it is confirmed.",
    )
    .argument('<file>', 'the policy')
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .option('--confirm', 'agree to what it widens')
    .option('--recorded', 'try it on what the member was asked, as its access log has it')
    .action((file: string, options: CheckPolicyOptions) => checkPolicyFile(file, options, surroundings));
  check
    .command('schema')
    .description(
      "Judges a member's own schema as the hub will: gives every reason to refuse it, or says what it adds. Without a file it composes the contracts of all domains and the directory.",
    )
    .argument('[file]', "the federation SDL of the member's extension")
    .option('--member <id>', 'the member that brings it')
    .option('--against <file|url>', 'the supergraph in force, of which the member must keep its part')
    .action((file: string | undefined, options: SchemaOptions, command: Command) => {
      if (file === undefined) {
        return checkContracts(surroundings);
      }
      if (options.member === undefined) {
        return command.error('error: expected --member with the id of the member that brings the schema');
      }
      return checkExtensionFile(file, { ...options, member: options.member }, surroundings);
    });
}

async function checkConfigFile(file: string, { stdout }: Surroundings): Promise<void> {
  const { members } = readConfigFile(file, AnyConfig);
  if (members === undefined) {
    const { config } = readMemberSetup(file);
    await print(stdout, `the configuration of the member "${config.id}" is valid\n`);
    return;
  }
  const { readHubConfig } = await import('../../gateway/config.js');
  const { readHubIndicators } = await import('../../gateway/indicator-lines.js');
  const hub = readHubConfig({}, { file });
  readHubIndicators(hub);
  await print(stdout, `the configuration of a hub with ${hub.members.length} members is valid\n`);
}

async function checkContracts({ stdout }: Surroundings): Promise<void> {
  const { composeCoalition } = await import('../../gateway/wire.js');
  composeCoalition();
  await print(stdout, 'the contracts compose\n');
}
