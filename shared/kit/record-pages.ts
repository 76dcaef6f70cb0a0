import { setImmediate as breathe } from 'node:timers/promises';
import { everything } from '../store/filter.js';
import type { RecordStore, StoredRecord } from '../store/record-store.js';

export interface RecordPagesOptions {
  readonly store: Pick<RecordStore, 'page'>;
  /** Ends the walk after the page under way. */
  readonly signal: AbortSignal;
}

export interface RecordPage {
  readonly records: readonly StoredRecord[];
  /** The last local id of the page, undefined of the last page, which has all that follow. */
  readonly last: string | undefined;
}

const pageSize = 200;

/** All records of a type by local id, in pages between which others get their turn. Throws what the store throws. */
export async function* recordPages(
  type: string,
  { store, signal }: RecordPagesOptions,
): AsyncGenerator<RecordPage> {
  let after: Parameters<RecordStore['page']>[0]['after'];
  while (!signal.aborted) {
    const { rows, hasMore } = await store.page({
      type,
      filter: everything,
      sort: [],
      after,
      limit: pageSize,
    });
    after = rows.at(-1)?.position;
    yield { records: rows.map(({ record }) => record), last: hasMore ? after?.local : undefined };
    if (!hasMore) {
      return;
    }
    await breathe();
  }
}
