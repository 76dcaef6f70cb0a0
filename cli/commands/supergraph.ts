import type { Command } from 'commander';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

/** `accord supergraph` */
export function addSupergraphCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('supergraph')
    .summary('compose the supergraph of the coalition')
    .description(
      'Composes the contracts and the directory and says whether they fit together, or prints the supergraph as federation SDL.',
    )
    .option('--print', 'print the supergraph')
    .action((options: { readonly print?: boolean }) => run(options.print === true, surroundings));
}

async function run(prints: boolean, { stdout }: Surroundings): Promise<void> {
  const { composeCoalition } = await import('../../gateway/wire.js');
  const sdl = composeCoalition();
  await print(stdout, prints ? sdl : 'the contracts compose\n');
}
