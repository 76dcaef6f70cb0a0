import type { Command } from 'commander';
import type { ListedMember, ManagedRegistry } from '../../gateway/manage-registry.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface OperatorOptions {
  readonly config?: string;
  readonly key?: string;
}

const commands = [
  ['approve', 'let in a member that registered, its key having been compared'],
  ['revoke', 'put a member out, until it registers again and is approved'],
  ['pause', 'have a member asked nothing for the time being'],
  ['resume', "lift the operator's pause of a member"],
] as const;

/** `accord hub list|approve|revoke|pause|resume`: what an operator does in the registry. Hubs that run follow within a second. */
export function addHubRegistryCommands(hub: Command, surroundings: Surroundings): void {
  hub
    .command('list')
    .summary('list the members of the registry')
    .description(
      'Prints one line per member of the registry: id, state, key, since when, what it serves, name.',
    )
    .action((_, command: Command) =>
      withRegistry(command, surroundings, async (registry) => (await registry.list()).map(lineOf).join('')),
    );
  for (const [name, summary] of commands) {
    hub
      .command(name)
      .summary(summary)
      .configureHelp({ showGlobalOptions: true })
      .argument('<member>', 'its id')
      .option('--key <thumbprint>', 'do it only if this is the key the member registered')
      .action((member: string, _, command: Command) =>
        withRegistry(command, surroundings, async (registry) => {
          const { key } = command.optsWithGlobals<OperatorOptions>();
          return lineOf(await registry.obey(name, member, key));
        }),
      );
  }
}

async function withRegistry(
  command: Command,
  { env, now, stdout }: Surroundings,
  work: (registry: ManagedRegistry) => Promise<string>,
): Promise<void> {
  const { config } = command.optsWithGlobals<OperatorOptions>();
  const { openManagedRegistry } = await import('../../gateway/manage-registry.js');
  const registry = await openManagedRegistry({ env, config, now });
  try {
    await print(stdout, await work(registry));
  } finally {
    await registry.close();
  }
}

function lineOf({ id, name, state, pausedBy, since, key, domains }: ListedMember): string {
  const by = state === 'PAUSED' ? ` by ${pausedBy.join(' and ').toLowerCase()}` : '';
  return `${id}\t${state}${by}\t${key}\t${since}\t${domains.join(', ')}\t${name}\n`;
}
