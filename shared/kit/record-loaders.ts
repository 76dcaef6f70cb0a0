import DataLoader from 'dataloader';
import type { StoredRecord } from '../store/record-store.js';
import type { FoundRecord, PermittedStore } from './permitted-store.js';
import { WithheldError } from './withheld-error.js';

/** Batched reads of records by local id, made per request. */
export interface RecordLoaders {
  /** The record, or null where there is none for the caller. */
  load(type: string, local: string): Promise<StoredRecord | null>;
  /** The same for who names the record by its id. Throws WITHHELD where the owner lets it be known that it is there. */
  loadNamed(type: string, local: string): Promise<StoredRecord | null>;
}

export function createRecordLoaders(records: PermittedStore): RecordLoaders {
  const byType = new Map<string, DataLoader<string, FoundRecord | null>>();
  const find = (type: string, local: string) => {
    let loader = byType.get(type);
    if (loader === undefined) {
      loader = new DataLoader((locals) => records.find(type, locals), { maxBatchSize: 1000 });
      byType.set(type, loader);
    }
    return loader.load(local);
  };
  return {
    async load(type, local) {
      const found = await find(type, local);
      return found?.kind === 'SHOW' ? found.record : null;
    },
    async loadNamed(type, local) {
      const found = await find(type, local);
      if (found?.kind === 'WITHHOLD') {
        throw new WithheldError(found.withheld);
      }
      return found === null ? null : found.record;
    },
  };
}
