import type { RecordStore } from '../store/record-store.js';
import type { JsonlHeader, JsonlRecord } from './jsonl-format.js';

/**
 * Writes the records of a store, of one type or all, as `jsonl` in the order of type and local id. Returns how many
 * records there were.
 */
export async function exportRecords(
  store: RecordStore,
  type: string | undefined,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const header: JsonlHeader = { accord: 'records', version: 1, member: store.member };
  await write(`${JSON.stringify(header)}\n`);
  let count = 0;
  for await (const { type: of, local, body, createdAt, modifiedAt } of store.export(type)) {
    const record: JsonlRecord = { type: of, local, body, createdAt, modifiedAt };
    await write(`${JSON.stringify(record)}\n`);
    count += 1;
  }
  return count;
}
