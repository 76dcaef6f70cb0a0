import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { checkConfig, readConfigFile, withoutBlanks } from '../shared/config/read-config.js';
import type { ReplayGuard } from '../shared/identity/replay-guard.js';
import { MemberConfig } from '../shared/kit/member-config.js';
import { openReplayGuard } from '../shared/kit/open-replay-guard.js';
import { memberFolder, openStore } from '../shared/kit/open-store.js';
import { createLogger, type Logger } from '../shared/log/logger.js';
import type { RecordStore } from '../shared/store/record-store.js';
import { recordTypesOf } from '../subgraphs/wire.js';
import type { Surroundings } from './surroundings.js';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** What the commands on a member read of the environment. */
export const MemberEnvironment = z.object({
  LOG_LEVEL: z.enum(logLevels).optional(),
  MONGODB_URL: z.string().optional(),
});
type MemberEnvironment = Readonly<z.infer<typeof MemberEnvironment>>;

/** A member as its configuration file describes it. */
export interface MemberSetup {
  readonly config: MemberConfig;
  readonly configFolder: string;
  /** Where its own files are. */
  readonly folder: string;
  /** Its own policy, where it has one. */
  readonly policyPath: string | undefined;
}

/** Throws BAD_CONFIG. */
export function readMemberSetup(path: string): MemberSetup {
  const config = readConfigFile(path, MemberConfig);
  const configFolder = dirname(resolve(path));
  return {
    config,
    configFolder,
    folder: memberFolder(config, configFolder),
    policyPath: config.policy === undefined ? undefined : resolve(configFolder, config.policy),
  };
}

/** The log of a command on stderr, at the level of `LOG_LEVEL` or else this one. Throws BAD_CONFIG. */
export function createCommandLogger({ env, stderr }: Surroundings, level: LogLevel): Logger {
  return createLogger({ name: 'accord', level: readEnvironment(env).LOG_LEVEL ?? level }, stderr);
}

/** Opens the member's store, for all record types it serves. */
export async function openMemberStore(
  { config, configFolder }: MemberSetup,
  { env, now }: Surroundings,
  logger: Logger,
): Promise<RecordStore> {
  const types = recordTypesOf(config.domains);
  const mongodbUrl = readEnvironment(env).MONGODB_URL;
  return await openStore({ config, configFolder, types, mongodbUrl, now, logger });
}

/** Opens the ids of used tokens, beside the member's store. */
export async function openMemberReplayGuard(
  { config, configFolder }: MemberSetup,
  { env, now }: Surroundings,
): Promise<ReplayGuard> {
  return await openReplayGuard({ config, configFolder, mongodbUrl: readEnvironment(env).MONGODB_URL, now });
}

/** Does something with the member's store and closes it, come what may. Logs what goes wrong, or more. */
export async function withStore<T>(
  setup: MemberSetup,
  surroundings: Surroundings & { readonly logLevel?: LogLevel },
  use: (store: RecordStore) => Promise<T>,
): Promise<T> {
  const logger = createCommandLogger(surroundings, surroundings.logLevel ?? 'warn');
  const store = await openMemberStore(setup, surroundings, logger);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function readEnvironment(env: NodeJS.ProcessEnv): MemberEnvironment {
  return checkConfig(withoutBlanks(env), MemberEnvironment, 'the environment');
}
