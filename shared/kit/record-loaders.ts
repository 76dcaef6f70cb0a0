import DataLoader from 'dataloader';
import type { RecordStore, StoredRecord } from '../store/record-store.js';

/** Batched reads of records by local id, made per request. */
export interface RecordLoaders {
  /** The record, or null where there is none. */
  load(type: string, local: string): Promise<StoredRecord | null>;
}

export function createRecordLoaders(store: RecordStore): RecordLoaders {
  const byType = new Map<string, DataLoader<string, StoredRecord | null>>();
  return {
    load(type, local) {
      let loader = byType.get(type);
      if (loader === undefined) {
        loader = new DataLoader(
          async (locals) => (await store.getByIds(type, locals)).map((record) => record ?? null),
          { maxBatchSize: 1000 },
        );
        byType.set(type, loader);
      }
      return loader.load(local);
    },
  };
}
