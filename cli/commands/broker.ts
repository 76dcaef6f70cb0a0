import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { BrokerConfig } from '../../shared/broker/broker-config.js';
import type { BrokerKeys } from '../../shared/broker/round-keys.js';
import { readConfigFile } from '../../shared/config/read-config.js';
import { createCommandLogger } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface BrokerSetup {
  readonly config: BrokerConfig;
  readonly keyPath: string;
}

/** `accord broker`: the arithmetic of tokens is loaded only where it is needed. */
export function addBrokerCommand(program: Command, surroundings: Surroundings): void {
  const broker = program
    .command('broker')
    .summary('run the broker of a coalition, which makes tokens without seeing of what')
    .description(
      'Evaluates blinded points for the members that broker.yaml pins, with a key that lasts a round. Run it where the hub is not: by an organisation of its own. Prints one line "ready http://…" when it listens.',
    )
    .requiredOption('--config <file>', 'the configuration of the broker, broker.yaml')
    .action((options: { readonly config: string }) => serve(options.config, surroundings));
  const add = (
    name: string,
    words: { readonly summary: string; readonly description: string },
    run: (path: string) => Promise<void>,
  ): void => {
    broker
      .command(name)
      .summary(words.summary)
      .description(words.description)
      .action((_, command: Command) => run(command.optsWithGlobals<{ readonly config: string }>().config));
  };
  add(
    'init',
    {
      summary: "make the broker's key file",
      description:
        'Makes the key file, for its owner alone, with the key that rounds are signed with; prints its public half, which members pin in member.yaml. One that is there is never replaced.',
    },
    (path) => init(path, surroundings),
  );
  add(
    'rotate',
    {
      summary: 'begin a new round now',
      description:
        'Begins a round with a new key. The one before it ends after the overlap that broker.yaml sets; with an overlap of 0 at once, for a key that somebody else may have. A running broker follows within seconds.',
    },
    (path) => rotate(path, surroundings),
  );
}

async function serve(path: string, surroundings: Surroundings): Promise<void> {
  const signal = surroundings.stopSignal();
  const setup = await readSetup(path);
  const { runBroker } = await import('../../shared/broker/run-broker.js');
  await runBroker({
    ...setup,
    signal,
    logger: createCommandLogger(surroundings, 'info'),
    now: surroundings.now,
    createId: randomUUID,
    print: (line) => surroundings.stdout.write(`${line}\n`),
  });
}

async function init(path: string, surroundings: Surroundings): Promise<void> {
  const { createBrokerKeyFile } = await import('../../shared/broker/broker-key-file.js');
  await report(createBrokerKeyFile((await readSetup(path)).keyPath), surroundings);
}

async function rotate(path: string, surroundings: Surroundings): Promise<void> {
  const { config, keyPath } = await readSetup(path);
  const { readBrokerKeyFile, replaceBrokerKeyFile } = await import('../../shared/broker/broker-key-file.js');
  const { rotateRounds } = await import('../../shared/broker/round-keys.js');
  const { scheduleOf } = await import('../../shared/broker/run-broker.js');
  const rotated = rotateRounds(readBrokerKeyFile(keyPath), surroundings.now(), scheduleOf(config));
  replaceBrokerKeyFile(keyPath, rotated);
  await report(rotated, surroundings);
}

async function readSetup(path: string): Promise<BrokerSetup> {
  const { BrokerConfig } = await import('../../shared/broker/broker-config.js');
  const config = readConfigFile(path, BrokerConfig);
  return { config, keyPath: resolve(dirname(resolve(path)), config.keys) };
}

async function report({ identity, rounds }: BrokerKeys, { stdout }: Surroundings): Promise<void> {
  const { kty, crv, x } = identity;
  const lines = rounds.map(({ round, from, until }) => `round   ${round}  ${from} to ${until}\n`);
  await print(stdout, `key     ${JSON.stringify({ kty, crv, x })}\n${lines.join('')}`);
}
