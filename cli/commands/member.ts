import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { domainModules } from '../../subgraphs/wire.js';
import {
  createCommandLogger,
  openMemberReplayGuard,
  openMemberStore,
  readMemberSetup,
} from '../member-setup.js';
import type { Surroundings } from '../surroundings.js';
import { readVersion } from '../version.js';

/** `accord member` */
export function addMemberCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('member')
    .summary('run the server of one member')
    .description(
      'Serves the domains of a member out of its store, each at /DOMAIN/graphql. Prints one line "ready http://…" when it listens.',
    )
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .action((options: { readonly config: string }) => serve(options.config, surroundings));
}

async function serve(path: string, surroundings: Surroundings): Promise<void> {
  const { env, now, stdout } = surroundings;
  const signal = surroundings.stopSignal();
  const setup = readMemberSetup(path);
  const logger = createCommandLogger(surroundings, 'info');
  // The server and what it stands on is loaded for this command alone.
  const { runMember } = await import('../../shared/kit/run-member.js');
  await runMember({
    config: setup.config,
    modules: domainModules(setup.config.domains),
    openStore: () => openMemberStore(setup, surroundings, logger),
    openReplayGuard: () => openMemberReplayGuard(setup, surroundings),
    env,
    version: readVersion(),
    logger,
    now,
    createId: randomUUID,
    signal,
    print: (line) => stdout.write(`${line}\n`),
  });
}
