import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { checkConfig, readConfigFile, withoutBlanks } from '../shared/config/read-config.js';
import { MemberConfig } from '../shared/kit/member-config.js';
import { memberFolder, openStore } from '../shared/kit/open-store.js';
import { createLogger } from '../shared/log/logger.js';
import type { RecordStore } from '../shared/store/record-store.js';
import { recordTypesOf } from '../subgraphs/wire.js';
import type { Surroundings } from './surroundings.js';

/** What the commands on a member's store read of the environment. */
const Environment = z.object({
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  MONGODB_URL: z.string().optional(),
});
type Environment = Readonly<z.infer<typeof Environment>>;

/** A member as its configuration file describes it. */
export interface MemberSetup {
  readonly config: MemberConfig;
  readonly configFolder: string;
  /** Where its own files are. */
  readonly folder: string;
}

/** Throws BAD_CONFIG. */
export function readMemberSetup(path: string): MemberSetup {
  const config = readConfigFile(path, MemberConfig);
  const configFolder = dirname(resolve(path));
  return { config, configFolder, folder: memberFolder(config, configFolder) };
}

/** Throws BAD_CONFIG. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  return checkConfig(withoutBlanks(env), Environment, 'the environment');
}

/** Does something with the member's store and closes it, come what may. */
export async function withStore<T>(
  setup: MemberSetup,
  surroundings: Surroundings,
  use: (store: RecordStore) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment(surroundings.env);
  const store = await openStore({
    config: setup.config,
    configFolder: setup.configFolder,
    types: recordTypesOf(setup.config.domains),
    mongodbUrl: environment.MONGODB_URL,
    now: surroundings.now,
    logger: createLogger({ name: 'accord', level: environment.LOG_LEVEL }, surroundings.stderr),
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
