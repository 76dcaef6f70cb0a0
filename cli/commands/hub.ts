import { type Command, InvalidArgumentError } from 'commander';
import type { Surroundings } from '../surroundings.js';
import { addHubRegistryCommands } from './hub-registry.js';

interface HubOptions {
  readonly config?: string;
  readonly port?: number;
  readonly supergraph?: string;
  readonly open?: boolean;
}

/** `accord hub`, and what an operator does in its registry. */
export function addHubCommand(program: Command, surroundings: Surroundings): void {
  const hub = program
    .command('hub')
    .summary('run the hub')
    .description(
      'Runs the hub of a coalition, or of any federation supergraph with its subgraphs as they are. Prints one line "ready http://…" when it listens.',
    )
    .option('--config <file>', 'the configuration of the hub, hub.yaml; else that of ACCORD_HUB_CONFIG')
    .option('--port <number>', 'the port to listen on; else that of PORT, else 4000', readPort)
    .option('--supergraph <file|url>', "a supergraph to serve instead of the coalition's")
    .option('--open', 'ask no caller who they are; a supergraph with access directives is refused')
    .action(async (options: HubOptions, command: Command) => {
      if (options.open === true && options.supergraph === undefined) {
        command.error("error: option '--open' is for a supergraph of others, named by '--supergraph'");
      }
      await run(options, surroundings);
    });
  addHubRegistryCommands(hub, surroundings);
}

async function run(options: HubOptions, surroundings: Surroundings): Promise<void> {
  const { env, stdout, now } = surroundings;
  const { config, port, supergraph, open } = options;
  // The gateway and what it stands on is loaded for this command alone.
  const { runHub } = await import('../../gateway/main.js');
  await runHub({ env, stdout, now, stop: surroundings.stopSignal(), config, port, supergraph, open });
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('Expected a port number from 0 to 65535.');
  }
  return port;
}
