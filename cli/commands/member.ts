import type { Command } from 'commander';
import { serveMember } from '../serve-member.js';
import type { Surroundings } from '../surroundings.js';

/** `accord member` */
export function addMemberCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('member')
    .summary('run the server of one member')
    .description(
      'Serves the domains of a member out of its store, each at /DOMAIN/graphql. Prints one line "ready http://…" when it listens.',
    )
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .action((options: { readonly config: string }) => serveMember(options.config, surroundings));
}
