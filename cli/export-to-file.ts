import { createAtomicFile } from '../shared/importing/atomic-file.js';
import { exportRecords } from '../shared/importing/export-records.js';
import type { RecordStore } from '../shared/store/record-store.js';

/** Writes all records, or those of a type, to a file that appears when it is complete. Returns how many. */
export async function exportToFile(what: {
  readonly store: RecordStore;
  readonly type?: string | undefined;
  readonly signal: AbortSignal;
  readonly out: string;
}): Promise<number> {
  const file = await createAtomicFile(what.out);
  try {
    const count = await exportRecords({ ...what, write: file.write });
    await file.commit();
    return count;
  } catch (fault) {
    await file.discard();
    throw fault;
  }
}
