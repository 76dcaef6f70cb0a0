import { resolve } from 'node:path';
import type { ReplayGuard } from '../identity/replay-guard.js';
import { requireUrl, type StoreOptions } from './open-store.js';

/** Opens the ids of used tokens beside the member's records. Throws BAD_CONFIG, STORE_UNAVAILABLE. */
export async function openReplayGuard(
  options: Pick<StoreOptions, 'config' | 'configFolder' | 'mongodbUrl' | 'now'>,
): Promise<ReplayGuard> {
  const { config, configFolder, mongodbUrl, now } = options;
  switch (config.store.kind) {
    case 'sqlite': {
      const { openSqliteReplayGuard } = await import('../store/sqlite/open-sqlite-replay-guard.js');
      return openSqliteReplayGuard({ folder: resolve(configFolder, config.store.folder), now });
    }
    case 'mongodb': {
      const { openMongoReplayGuard } = await import('../store/mongodb/open-mongo-replay-guard.js');
      return await openMongoReplayGuard({
        url: requireUrl(mongodbUrl),
        database: config.store.database,
        now,
      });
    }
  }
}
