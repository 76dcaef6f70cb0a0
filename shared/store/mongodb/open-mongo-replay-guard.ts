import type { ReplayGuard } from '../../identity/replay-guard.js';
import { connectDatabase } from './database.js';
import { guarded, isDuplicate } from './store-fault.js';

export interface MongoReplayGuardOptions {
  /** A connection string; it is never shown. */
  readonly url: string;
  /** The member's own database. */
  readonly database: string;
  readonly now: () => Date;
}

const pruneEveryMs = 10_000;

/**
 * Opens the ids of used tokens in the member's database. An insertion under an id is what only one of several can do,
 * on every such server. Throws BAD_CONFIG, STORE_UNAVAILABLE.
 */
export async function openMongoReplayGuard(options: MongoReplayGuardOptions): Promise<ReplayGuard> {
  const database = await connectDatabase(options.url, options.database);
  const tokens = database.tokens;
  let pruneAt = 0;
  return {
    async spend(id, until) {
      const now = options.now();
      if (now.getTime() >= pruneAt) {
        pruneAt = now.getTime() + pruneEveryMs;
        await guarded(() => tokens.deleteMany({ until: { $lt: now } }));
      }
      return await guarded(async () => {
        try {
          await tokens.insertOne({ _id: id, until }, { writeConcern: { w: 'majority' } });
          return true;
        } catch (cause) {
          if (isDuplicate(cause)) {
            return false;
          }
          throw cause;
        }
      });
    },
    close: () => database.close(),
  };
}
