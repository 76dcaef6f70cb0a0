import type { MemberId } from '../../domain/ids.js';
import { invariant } from '../../errors/invariant.js';
import type { Logger } from '../../log/logger.js';
import { type RecordStore, scanBudget } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import { connectDatabase } from './database.js';
import { ensureLayout } from './ensure-layout.js';
import { defaultTiming, type HoldTiming } from './hold-store.js';
import { MongoReads } from './mongo-reads.js';
import { MongoWrites } from './mongo-writes.js';
import { guarded } from './store-fault.js';
import type { MongoSurroundings } from './surroundings.js';

export interface MongoStoreOptions {
  /** A connection string; it is never shown. */
  readonly url: string;
  /** A database of the member's own. */
  readonly database: string;
  readonly member: MemberId;
  readonly types: readonly RecordType[];
  readonly now: () => Date;
  readonly logger: Logger;
  readonly timing?: HoldTiming | undefined;
  readonly scanBudget?: number | undefined;
}

/**
 * Opens a member's store on a MongoDB-compatible server, and makes its collections and indexes where they are missing.
 * Throws BAD_CONFIG, STORE_UNAVAILABLE, STORE_VERSION; STORE_BUSY when records must be indexed anew and an import runs.
 */
export async function openMongoStore(options: MongoStoreOptions): Promise<RecordStore> {
  const { url, member } = options;
  const byName = new Map(options.types.map((type) => [type.name, type]));
  const around: MongoSurroundings = {
    ...options,
    timing: options.timing ?? defaultTiming,
    scanBudget: options.scanBudget ?? scanBudget,
    typeOf(name) {
      const type = byName.get(name);
      invariant(type, `the store was opened with the record type "${name}"`);
      return type;
    },
  };
  const database = await connectDatabase(url, options.database);
  try {
    await guarded(() => ensureLayout(database, around));
  } catch (cause) {
    await database.close();
    throw cause;
  }
  const reads = new MongoReads(database, around);
  const writes = new MongoWrites(database, around);
  return {
    member,
    getByIds: (type, locals) => reads.getByIds(type, locals),
    page: (query) => reads.page(query),
    count: (type, filter, cap) => reads.count(type, filter, cap),
    groupSums: (query) => reads.groupSums(query),
    export: (type) => reads.export(type),
    status: () => reads.status(),
    beginImport: (run) => writes.beginImport(run),
    delete: (type, locals) => writes.delete(type, locals),
    forget: (type, local, reason) => writes.forget(type, local, reason),
    close: () => database.close(),
  };
}
