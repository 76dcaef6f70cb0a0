import { resolve } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import type { Logger } from '../log/logger.js';
import type { RecordStore } from '../store/record-store.js';
import type { RecordType } from '../store/record-type.js';
import type { MemberConfig } from './member-config.js';

export interface StoreOptions {
  readonly config: MemberConfig;
  /** The folder of `member.yaml`, from which its paths start. */
  readonly configFolder: string;
  readonly types: readonly RecordType[];
  /** `MONGODB_URL` of the environment; it holds a password, so it is in no file. */
  readonly mongodbUrl: string | undefined;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * Opens the store that the configuration names. Throws BAD_CONFIG without the URL that MongoDB needs, and what the
 * adapter throws: STORE_UNAVAILABLE, STORE_VERSION.
 */
export async function openStore(options: StoreOptions): Promise<RecordStore> {
  const { config, configFolder, types, now, logger } = options;
  const common = { member: config.id, types, now, logger };
  // Each adapter brings its driver; only the one in use is loaded.
  switch (config.store.kind) {
    case 'sqlite': {
      const { openSqliteStore } = await import('../store/sqlite/open-sqlite-store.js');
      return openSqliteStore({ ...common, folder: resolve(configFolder, config.store.folder) });
    }
    case 'mongodb': {
      const { openMongoStore } = await import('../store/mongodb/open-mongo-store.js');
      return openMongoStore({
        ...common,
        url: requireUrl(options.mongodbUrl),
        database: config.store.database,
      });
    }
  }
}

/** Where the member keeps its own files, `member.key` among them: beside its data, or else beside its configuration. */
export function memberFolder(config: MemberConfig, configFolder: string): string {
  return config.store.kind === 'sqlite' ? resolve(configFolder, config.store.folder) : configFolder;
}

/** Throws BAD_CONFIG where it is not set. */
export function requireUrl(url: string | undefined): string {
  if (url === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected the environment variable MONGODB_URL for a store of kind "mongodb", it is not set.',
    );
  }
  return url;
}
