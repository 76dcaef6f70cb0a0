import type { Command } from 'commander';
import { z } from 'zod';
import { readConfigFile } from '../../shared/config/read-config.js';
import { readMemberSetup } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

/** What tells a hub's configuration from a member's. */
const AnyConfig = z.looseObject({ members: z.unknown().optional() });

/** `accord check config FILE` and `accord check schema` */
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
    .command('schema')
    .description(
      'Composes the contracts of all domains and the directory, and names what does not fit together.',
    )
    .action(() => checkSchema(surroundings));
}

async function checkConfigFile(file: string, { stdout }: Surroundings): Promise<void> {
  const { members } = readConfigFile(file, AnyConfig);
  if (members === undefined) {
    const { config } = readMemberSetup(file);
    await print(stdout, `the configuration of the member "${config.id}" is valid\n`);
    return;
  }
  const { readHubConfig } = await import('../../gateway/config.js');
  const hub = readHubConfig({}, { file });
  await print(stdout, `the configuration of a hub with ${hub.members.length} members is valid\n`);
}

async function checkSchema({ stdout }: Surroundings): Promise<void> {
  const { composeCoalition } = await import('../../gateway/wire.js');
  composeCoalition();
  await print(stdout, 'the contracts compose\n');
}
