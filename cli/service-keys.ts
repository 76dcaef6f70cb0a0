import { AccordError } from '../shared/errors/accord-error.js';
import { type ApiKey, createApiKey, stateOfApiKey } from '../shared/identity/api-key.js';
import { apiKeyFileIn, readApiKeyFile, writeApiKeyFile } from '../shared/identity/api-key-file.js';
import { print } from './print.js';
import type { Surroundings } from './surroundings.js';

export interface ServiceKeyWish {
  readonly service: string;
  readonly org?: string | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly clearance: ApiKey['clearance'];
  readonly purpose?: readonly string[] | undefined;
  readonly expiresDays: number;
}

const dayMs = 86_400_000;

/** Makes an API key and prints it: on standard output the key alone, since it is not to be had again. */
export async function createServiceKey(
  wish: ServiceKeyWish,
  config: string | undefined,
  surroundings: Surroundings,
): Promise<void> {
  const { now, stdout, stderr } = surroundings;
  const path = await findApiKeyFile(config, surroundings);
  const { key, text } = createApiKey(
    {
      name: wish.service,
      ...(wish.org !== undefined && { organization: wish.org }),
      scopes: [...(wish.scope ?? [])],
      clearance: wish.clearance,
      purposes: [...(wish.purpose ?? [])],
      expiresAt: new Date(now().getTime() + wish.expiresDays * dayMs).toISOString(),
    },
    now(),
  );
  writeApiKeyFile(path, [...readApiKeyFile(path), key]);
  await print(stdout, `${text}\n`);
  await print(stderr, `This key is shown once. ${lineOf(key, now())}`);
}

/** Prints one line per API key: its prefix, how it stands, until when it is good, and its name. */
export async function listServiceKeys(config: string | undefined, surroundings: Surroundings): Promise<void> {
  const path = await findApiKeyFile(config, surroundings);
  const lines = readApiKeyFile(path).map((key) => lineOf(key, surroundings.now()));
  await print(surroundings.stdout, lines.join(''));
}

/** Takes an API key back, for good; hubs follow within seconds. Throws BAD_INPUT where there is none. */
export async function revokeServiceKey(
  prefix: string,
  config: string | undefined,
  surroundings: Surroundings,
): Promise<void> {
  const { now, stdout } = surroundings;
  const path = await findApiKeyFile(config, surroundings);
  const keys = readApiKeyFile(path);
  const key = keys.find((one) => one.prefix === prefix);
  if (key === undefined) {
    throw new AccordError('BAD_INPUT', 'Expected the prefix of an API key as "accord key list" prints it.');
  }
  const revoked = { ...key, revokedAt: key.revokedAt ?? now().toISOString() };
  writeApiKeyFile(
    path,
    keys.map((one) => (one === key ? revoked : one)),
  );
  await print(stdout, lineOf(revoked, now()));
}

async function findApiKeyFile(config: string | undefined, { env }: Surroundings): Promise<string> {
  const { readHubConfig } = await import('../gateway/config.js');
  const { data } = readHubConfig(env, { file: config });
  if (data === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected "data" in the configuration of the hub: the folder that its API keys are kept in.',
    );
  }
  return apiKeyFileIn(data);
}

function lineOf(key: ApiKey, now: Date): string {
  return `${key.prefix}  ${stateOfApiKey(key, now).padEnd(7)}  until ${key.expiresAt}  ${key.name}\n`;
}
