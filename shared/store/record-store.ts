import type { MemberId } from '../domain/ids.js';
import type { KeyValue, Position } from '../domain/key-value.js';
import type { Filter } from './filter.js';
import type { RecordBody, SortKey } from './record-type.js';

/**
 * The one port to a member's records, in the words of the domain. Adapters: SQLite, MongoDB, and memory for tests; all
 * pass `tests/contracts/record-store.ts`. A store holds the records of one member and the record types it was opened
 * with. Reads see the last committed run. Faults throw AccordError STORE_UNAVAILABLE, STORE_BUSY, STORE_FULL,
 * STORE_VERSION; a query too broad throws QUERY_TOO_BROAD: at most `scanBudget` rows are examined that are not all part of
 * the answer, whether an index holds them in the order asked for or not.
 */
export interface RecordStore {
  readonly member: MemberId;

  /** The records with these local ids, in this order; `undefined` where there is none. At most 1,000 ids. */
  getByIds(type: string, locals: readonly string[]): Promise<(StoredRecord | undefined)[]>;

  /** One page in the total order (`compareKeys`) after a position, which need not be a record of this store. */
  page(query: PageQuery): Promise<Page>;

  /** How many records the filter matches, counted no further than `cap`. */
  count(type: string, filter: Filter, cap: number): Promise<StoreCount>;

  /** Number of records and exact sum by group; a null amount counts but adds nothing. Groups in no order. */
  groupSums(query: GroupQuery): Promise<GroupSum[]>;

  /** Starts a run: all or nothing. One at a time; a second waits a little, then STORE_BUSY. */
  beginImport(options: ImportOptions): Promise<ImportRun>;

  /** Removes records; an import may bring them again. Returns how many there were. */
  delete(type: string, locals: readonly string[]): Promise<number>;

  /**
   * Erases a record for good: no trace of its content is left in the store, and no import brings it back. Where it is
   * a party, references to it in other records lose its name and identifiers. False when it is not there; the
   * tombstone is set all the same.
   */
  forget(type: string, local: string, reason: string): Promise<boolean>;

  /** All records of a type (of all types without one), ordered by type and local id, read from one moment. */
  export(type?: string): AsyncIterable<StoredRecord>;

  /** When the store was last written and how many records of each type it holds. */
  status(): Promise<StoreStatus>;

  close(): Promise<void>;
}

export interface StoredRecord {
  readonly type: string;
  readonly local: string;
  readonly body: RecordBody;
  /** UTC with milliseconds. */
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface PageQuery {
  readonly type: string;
  readonly filter: Filter;
  /** Empty: by local id. */
  readonly sort: readonly SortKey[];
  readonly after?: Position | undefined;
  readonly limit: number;
}

export interface Page {
  readonly rows: readonly PageRow[];
  /** Whether at least one record follows the last row. */
  readonly hasMore: boolean;
}

export interface PageRow {
  readonly record: StoredRecord;
  readonly position: Position;
}

export interface StoreCount {
  readonly value: number;
  readonly relation: 'EXACT' | 'AT_LEAST';
}

export interface GroupQuery {
  readonly type: string;
  readonly filter: Filter;
  /**
   * What exists for the caller: only this is counted and added. Unlike `filter` it makes no total too broad that would be
   * answered without it.
   */
  readonly visible?: Filter | undefined;
  /** Scalar keys (not `terms`). */
  readonly groupBy: readonly string[];
  /** A key of kind `amount`. */
  readonly sum?: string | undefined;
}

export interface GroupSum {
  /** One value per key of `groupBy`. */
  readonly key: readonly (KeyValue | null)[];
  readonly count: number;
  /** Exact sum in 10⁻⁶ units; null when no record of the group has the amount, or no sum was asked for. */
  readonly sum: bigint | null;
}

export interface ImportOptions {
  /** What the run is of, for the log: a format or a purpose. Never a file's path. */
  readonly label: string;
}

export interface RecordInput {
  readonly type: string;
  readonly local: string;
  readonly body: RecordBody;
}

/**
 * `inserted` `updated` `unchanged` against what was there before the run · `repeated` the run already put the same ·
 * `conflict` the run already put another content under this id; the first is kept · `forgotten` the id has a tombstone.
 */
export type PutOutcome = 'inserted' | 'updated' | 'unchanged' | 'repeated' | 'conflict' | 'forgotten';

export interface ImportRun {
  /**
   * Puts records, outcomes in the same order. The content is compared without `provenance.retrievedAt`, so that the
   * same file imported again leaves every record `unchanged`. Throws BAD_RECORD for a text no store can hold.
   */
  put(records: readonly RecordInput[]): Promise<PutOutcome[]>;
  /** Makes the run visible at once. A run that changed nothing leaves the store as it was. */
  commit(): Promise<void>;
  /** Leaves the store as it was before the run. */
  abort(): Promise<void>;
}

export interface StoreStatus {
  readonly lastCommitAt: string | null;
  readonly records: Readonly<Record<string, number>>;
}

/** Rows a query may examine that no index serves. */
export const scanBudget = 200_000;
