import { pino } from 'pino';
import { afterEach } from 'vitest';
import { readMemberId } from '../../../shared/domain/ids.js';
import type { Position, SortDirection } from '../../../shared/domain/key-value.js';
import { everything, type Filter } from '../../../shared/store/filter.js';
import type { PageRow, PutOutcome, RecordInput, RecordStore } from '../../../shared/store/record-store.js';
import type { SortKey } from '../../../shared/store/record-type.js';
import type { OpenOptions, StoreAdapter } from './store-adapter.js';
import { suiteTypes } from './thing.js';

/** A clock that stands still until it is moved, so that the store's times can be foreseen. */
export interface Clock {
  now(): Date;
  tick(milliseconds?: number): string;
}

export function createClock(): Clock {
  let time = Date.parse('2026-01-31T09:30:00.000Z');
  return {
    now: () => new Date(time),
    tick(milliseconds = 1_000) {
      time += milliseconds;
      return new Date(time).toISOString();
    },
  };
}

export type OpenStore = (options?: Partial<OpenOptions>) => Promise<RecordStore>;

/** Opens stores for the tests of one `describe` and closes them after each test. */
export function createOpener(adapter: StoreAdapter): OpenStore {
  const opened: RecordStore[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  return async (options = {}) => {
    const store = await adapter.open({
      place: newPlace(),
      member: readMemberId('harbour-watch'),
      types: suiteTypes,
      now: createClock().now,
      logger: pino({ level: 'silent' }),
      ...options,
    });
    opened.push(store);
    return store;
  };
}

let places = 0;

export function newPlace(): string {
  places += 1;
  return `p${process.pid}-${places}`;
}

/** Imports records as one run and says what became of each. */
export async function importAll(store: RecordStore, records: readonly RecordInput[]): Promise<PutOutcome[]> {
  const run = await store.beginImport({ label: 'suite' });
  const outcomes = await run.put(records);
  await run.commit();
  return outcomes;
}

export interface WalkOptions {
  readonly type?: string;
  readonly filter?: Filter;
  readonly limit?: number;
  readonly after?: Position;
}

/** All rows from a position on, page by page as a client pages. */
export async function walk(
  store: RecordStore,
  sort: readonly SortKey[],
  options: WalkOptions = {},
): Promise<PageRow[]> {
  const { type = 'Thing', filter = everything, limit = 3 } = options;
  const rows: PageRow[] = [];
  let after = options.after;
  for (;;) {
    const page = await store.page({ type, filter, sort, limit, after });
    rows.push(...page.rows);
    after = page.rows.at(-1)?.position;
    if (!page.hasMore || after === undefined) {
      return rows;
    }
  }
}

export async function localsOf(
  store: RecordStore,
  filter: Filter,
  options: { readonly type?: string; readonly sort?: readonly SortKey[] } = {},
): Promise<string[]> {
  const rows = await walk(store, options.sort ?? [], { ...options, filter, limit: 100 });
  return rows.map(({ record }) => record.local);
}

export function by(key: string, direction: SortDirection = 'ASC'): SortKey {
  return { key, direction };
}
