import { AccordError } from '../errors/accord-error.js';
import type { RecordStore } from '../store/record-store.js';
import type { JsonlHeader, JsonlRecord } from './jsonl-format.js';

/**
 * Writes the records of a store, of one type or all, as `jsonl` in the order of type and local id. Returns how many
 * records there were; throws INTERRUPTED when the signal aborts.
 */
export async function exportRecords(what: {
  readonly store: RecordStore;
  readonly type?: string | undefined;
  readonly signal: AbortSignal;
  readonly write: (line: string) => Promise<void>;
}): Promise<number> {
  const header: JsonlHeader = { accord: 'records', version: 1, member: what.store.member };
  await what.write(`${JSON.stringify(header)}\n`);
  let count = 0;
  for await (const { type, local, body, createdAt, modifiedAt } of what.store.export(what.type)) {
    if (what.signal.aborted) {
      throw new AccordError('INTERRUPTED', 'Expected to write all records, but the export was interrupted.');
    }
    const record: JsonlRecord = { type, local, body, createdAt, modifiedAt };
    await what.write(`${JSON.stringify(record)}\n`);
    count += 1;
  }
  return count;
}
