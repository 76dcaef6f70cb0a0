import type { MemberId } from '../../domain/ids.js';
import type { Logger } from '../../log/logger.js';
import type { RecordStore } from '../record-store.js';
import { scanBudget } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import { openConnection } from './connection.js';
import { layoutOf } from './layout.js';
import { prepareSchema } from './prepare-schema.js';
import { SqliteRecordStore } from './sqlite-record-store.js';
import { makeStoreFile, storeFile } from './store-file.js';
import { StoreWriter } from './store-writer.js';

export interface SqliteStoreOptions {
  /** Made when missing, 0700; the store is `records.sqlite` in it, 0600. */
  readonly folder: string;
  readonly member: MemberId;
  readonly types: readonly RecordType[];
  readonly now: () => Date;
  readonly logger: Logger;
  /** Neither makes nor changes a store. */
  readonly readOnly?: boolean;
  /** Rows a query may examine that no index serves. */
  readonly scanBudget?: number;
  /** How long a writer waits for another. */
  readonly writeWaitMs?: number;
}

/**
 * Opens a member's records in one SQLite file. Throws STORE_UNAVAILABLE (no store, damaged, or of another member),
 * STORE_VERSION, STORE_FULL, and STORE_BUSY when it must be changed first and an import runs.
 */
export function openSqliteStore(options: SqliteStoreOptions): RecordStore {
  const { folder, member, types, now, logger, readOnly = false } = options;
  if (!readOnly) {
    makeStoreFile(folder);
  }
  const file = storeFile(folder);
  const connection = openConnection(file, { readOnly, waitMs: 5_000, cacheKiB: 16_384 });
  try {
    prepareSchema(connection, { member, types, readOnly });
  } catch (cause) {
    connection.close();
    throw cause;
  }
  const layouts = new Map(types.map((type) => [type.name, layoutOf(type)]));
  const waitMs = options.writeWaitMs ?? 5_000;
  return new SqliteRecordStore({
    file,
    connection,
    writer: new StoreWriter({ file, layouts, now, logger, waitMs }),
    member,
    layouts,
    logger,
    scanBudget: options.scanBudget ?? scanBudget,
  });
}
