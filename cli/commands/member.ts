import type { Command } from 'commander';
import { serveMember } from '../serve-member.js';
import type { Surroundings } from '../surroundings.js';
import { addMemberRegistryCommands } from './member-registry.js';

/** `accord member`, and what a member tells a hub's registry. */
export function addMemberCommand(program: Command, surroundings: Surroundings): void {
  const member = program
    .command('member')
    .summary('run the server of one member')
    .description(
      'Serves the domains of a member out of its store, each at /DOMAIN/graphql. Prints one line "ready http://…" when it listens.',
    )
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .action((options: { readonly config: string }) => serveMember(options.config, surroundings));
  addMemberRegistryCommands(member, surroundings);
}
