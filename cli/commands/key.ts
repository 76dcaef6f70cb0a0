import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { createHubKeyFile, readHubKeyFile, replaceHubKeyFile } from '../../shared/identity/hub-key-file.js';
import {
  createHubKeys,
  currentGeneration,
  type HubKeys,
  liveGenerations,
  rotateHubKeys,
} from '../../shared/identity/hub-keys.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface KeyFileOption {
  readonly keys: string;
}

const hourMs = 3_600_000;
const defaultOverlapHours = 24;
const longestOverlapHours = 720;

/** `accord key` */
export function addKeyCommand(program: Command, surroundings: Surroundings): void {
  const key = program
    .command('key')
    .summary('make and rotate the keys of a hub')
    .description(
      'Makes and rotates the keys that a hub signs its caller tokens and seals its cursors with. All replicas of the hub share the file. Prints each key by its thumbprint, which members pin in member.yaml.',
    );
  key
    .command('create')
    .summary('make a key file')
    .requiredOption('--keys <file>', 'the key file, for its owner alone; one that is there is never replaced')
    .option('--keep', 'do nothing when the file is there already')
    .action((options: KeyFileOption & { readonly keep?: boolean }) => create(options, surroundings));
  key
    .command('rotate')
    .summary('add a new key and let the old one end')
    .description(
      'Adds a key that is published at once and used once the overlap is over, so that members can pin it meanwhile; the key before it is published for as long again. Hubs follow within seconds. An overlap of 0 uses the new key at once and takes back all others: for keys that somebody else may have.',
    )
    .requiredOption('--keys <file>', 'the key file')
    .option(
      '--overlap <hours>',
      `how long both are published, 0 to ${longestOverlapHours}`,
      readHours,
      defaultOverlapHours,
    )
    .action((options: KeyFileOption & { readonly overlap: number }) => rotate(options, surroundings));
  key
    .command('list')
    .summary('print the keys of a key file')
    .requiredOption('--keys <file>', 'the key file')
    .action((options: KeyFileOption) => list(options, surroundings));
}

async function create(
  { keys: path, keep = false }: KeyFileOption & { readonly keep?: boolean },
  { now, stdout }: Surroundings,
): Promise<void> {
  if (!keep || !existsSync(path)) {
    createHubKeyFile(path, createHubKeys(now()));
  }
  await print(stdout, listing(readHubKeyFile(path), now()));
}

async function rotate(
  { keys: path, overlap }: KeyFileOption & { readonly overlap: number },
  { now, stdout }: Surroundings,
): Promise<void> {
  const rotated = rotateHubKeys(readHubKeyFile(path), { now: now(), overlapMs: overlap * hourMs });
  replaceHubKeyFile(path, rotated);
  await print(stdout, listing(rotated, now()));
}

async function list({ keys: path }: KeyFileOption, { now, stdout }: Surroundings): Promise<void> {
  await print(stdout, listing(readHubKeyFile(path), now()));
}

/** One line per key: its thumbprint, what it is for now, from when and until when. */
function listing(keys: HubKeys, now: Date): string {
  const current = currentGeneration(keys, now);
  const lines = liveGenerations(keys, now).map((generation) => {
    const { key, from, until } = generation;
    const isNext = Date.parse(from) > now.getTime();
    const use = generation === current ? 'current ' : isNext ? 'next    ' : 'previous';
    return `${key.kid}  ${use}  from ${from}${until === undefined ? '' : ` until ${until}`}\n`;
  });
  return lines.join('');
}

function readHours(text: string): number {
  const hours = Number(text);
  if (!/^\d{1,3}$/.test(text) || hours > longestOverlapHours) {
    throw new InvalidArgumentError(`Expected a number of hours from 0 to ${longestOverlapHours}.`);
  }
  return hours;
}
