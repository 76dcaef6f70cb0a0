import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { z } from 'zod';
import { checkConfig, withoutBlanks } from '../../shared/config/read-config.js';
import { runDemo } from '../demo/run-demo.js';
import type { Surroundings } from '../surroundings.js';

interface DemoCommandOptions {
  readonly data: string;
}

/** What the demo reads of its environment itself; the rest it hands on to its processes. */
export const DemoEnvironment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number, for example 4000')
    .transform(Number)
    .prefault('4000'),
});

/** `accord demo` */
export function addDemoCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('demo')
    .summary('run the demo coalition')
    .description(
      'Runs an invented coalition on this machine: the hub on PORT (default 4000), its members on the ports after it. The first start fills the members. Prints one line "ready http://…" when all answer.',
    )
    .option('--data <folder>', 'where the demo keeps its data', '.accord')
    .action((options: DemoCommandOptions) => run(options, surroundings));
}

async function run({ data }: DemoCommandOptions, surroundings: Surroundings): Promise<void> {
  const { env, stdout, stderr } = surroundings;
  const { PORT } = checkConfig(withoutBlanks(env), DemoEnvironment, 'the environment');
  await runDemo({
    port: PORT,
    folder: data,
    env,
    stop: surroundings.stopSignal(),
    fetch: globalThis.fetch,
    processors: availableParallelism(),
    print: (line) => stdout.write(`${line}\n`),
    tell: (line) => stderr.write(`${line}\n`),
  });
}
