import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { tlpLabels } from '../../shared/domain/record-body.js';
import { createHubKeyFile, readHubKeyFile, replaceHubKeyFile } from '../../shared/identity/hub-key-file.js';
import { createHubKeys, rotateHubKeys } from '../../shared/identity/hub-keys.js';
import { purposeName } from '../../shared/identity/purpose-name.js';
import { scopeName } from '../../shared/identity/scope-pattern.js';
import { hubKeyListing } from '../hub-key-listing.js';
import { readName, readNames, readWholeNumber } from '../option-values.js';
import { print } from '../print.js';
import { createServiceKey, listServiceKeys, revokeServiceKey, type ServiceKeyWish } from '../service-keys.js';
import type { Surroundings } from '../surroundings.js';

/** Where keys are: those of the hub itself in a file of their own, those of services in its folder. */
interface KeyPlace {
  readonly keys?: string;
  readonly config?: string;
}

interface CreateOptions extends KeyPlace, Omit<ServiceKeyWish, 'service'> {
  readonly keep?: boolean;
  readonly service?: string;
}

const hourMs = 3_600_000;
const defaultOverlapHours = 24;
const longestOverlapHours = 720;
const defaultLifeDays = 90;
const longestLifeDays = 730;

/** `accord key` */
export function addKeyCommand(program: Command, surroundings: Surroundings): void {
  const key = program
    .command('key')
    .summary("make, rotate and revoke a hub's own keys and the API keys of services")
    .description(
      "Makes and rotates the keys that a hub signs its caller tokens and seals its cursors with (--keys), which all its replicas share; prints each by its thumbprint, which members pin in member.yaml. And makes, lists and revokes API keys for services that ask the hub, kept as digests in the hub's folder (--service, --config).",
    );
  addCreate(key, surroundings);
  addRotate(key, surroundings);
  key
    .command('list')
    .summary("print a hub's own keys, or the API keys of its services")
    .option('--keys <file>', 'the key file of a hub: its own keys')
    .addOption(hubConfigOption().conflicts('keys'))
    .action(async ({ keys, config }: KeyPlace, command: Command) => {
      if (keys !== undefined) {
        await listHubKeys(keys, surroundings);
      } else if (config !== undefined) {
        await listServiceKeys(config, surroundings);
      } else {
        command.error(
          "error: expected '--keys <file>' for a hub's own keys, or '--config <file>' for API keys",
        );
      }
    });
  key
    .command('revoke')
    .summary('take an API key back')
    .argument('<prefix>', 'of the key, as "accord key list" prints it')
    .addOption(hubConfigOption().makeOptionMandatory())
    .action((prefix: string, { config }: KeyPlace) => revokeServiceKey(prefix, config, surroundings));
}

function addCreate(key: Command, surroundings: Surroundings): void {
  const forService = (flags: string, description: string): Option =>
    new Option(flags, description).conflicts(['keys', 'keep']);
  key
    .command('create')
    .summary("make a hub's key file, or an API key")
    .description(
      'Makes the key file of a hub (--keys), or an API key for a service that asks the hub (--service), which is printed once.',
    )
    .option('--keys <file>', 'the key file, for its owner alone; one that is there is never replaced')
    .option('--keep', 'do nothing when the key file is there already')
    .addOption(forService('--service <name>', 'an API key for this service').argParser(readName))
    .addOption(hubConfigOption().conflicts(['keys', 'keep']))
    .addOption(forService('--org <id>', 'the organisation of the service').argParser(readName))
    .addOption(
      forService('--scope <scopes...>', 'what it may do').argParser(readNames(scopeName, 'budgets:read')),
    )
    .addOption(
      forService('--clearance <label>', 'the strictest label it may be shown')
        .choices(tlpLabels)
        .default('TLP:GREEN'),
    )
    .addOption(
      forService('--purpose <purposes...>', 'what it may ask for').argParser(
        readNames(purposeName, 'DASHBOARD'),
      ),
    )
    .addOption(
      forService('--expires-days <days>', `how long it is good, 1 to ${longestLifeDays}`)
        .argParser(readWholeNumber('days', 1, longestLifeDays))
        .default(defaultLifeDays),
    )
    .action((options: CreateOptions, command: Command) => create(options, command, surroundings));
}

function addRotate(key: Command, surroundings: Surroundings): void {
  key
    .command('rotate')
    .summary("add a new key to a hub's and let the old one end")
    .description(
      'Adds a key that is published at once and used once the overlap is over, so that members can pin it meanwhile; the key before it is published for as long again. Hubs follow within seconds. An overlap of 0 uses the new key at once and takes back all others: for keys that somebody else may have.',
    )
    .requiredOption('--keys <file>', 'the key file')
    .option(
      '--overlap <hours>',
      `how long both are published, 0 to ${longestOverlapHours}`,
      readWholeNumber('hours', 0, longestOverlapHours),
      defaultOverlapHours,
    )
    .action((options: { readonly keys: string; readonly overlap: number }) => rotate(options, surroundings));
}

function hubConfigOption(): Option {
  return new Option('--config <file>', 'hub.yaml: the hub whose services have API keys');
}

async function create(options: CreateOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const { keys, service, config } = options;
  if (service !== undefined && config !== undefined) {
    await createServiceKey({ ...options, service }, config, surroundings);
  } else if (service === undefined && keys !== undefined) {
    await makeHubKeyFile({ path: keys, keep: options.keep === true }, surroundings);
  } else {
    command.error(
      "error: expected '--keys <file>' for a hub's own keys, or '--service <name>' with '--config <file>' for an API key",
    );
  }
}

async function makeHubKeyFile(
  { path, keep }: { readonly path: string; readonly keep: boolean },
  surroundings: Surroundings,
): Promise<void> {
  if (!keep || !existsSync(path)) {
    createHubKeyFile(path, createHubKeys(surroundings.now()));
  }
  await listHubKeys(path, surroundings);
}

async function rotate(
  { keys: path, overlap }: { readonly keys: string; readonly overlap: number },
  { now, stdout }: Surroundings,
): Promise<void> {
  const rotated = rotateHubKeys(readHubKeyFile(path), { now: now(), overlapMs: overlap * hourMs });
  replaceHubKeyFile(path, rotated);
  await print(stdout, hubKeyListing(rotated, now()));
}

async function listHubKeys(path: string, { now, stdout }: Surroundings): Promise<void> {
  await print(stdout, hubKeyListing(readHubKeyFile(path), now()));
}
