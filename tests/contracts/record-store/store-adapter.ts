import type { MemberId } from '../../../shared/domain/ids.js';
import type { Logger } from '../../../shared/log/logger.js';
import type { RecordStore } from '../../../shared/store/record-store.js';
import type { RecordType } from '../../../shared/store/record-type.js';

/** What the suite needs of an adapter. A place is a name for one store: opened again it holds what it held. */
export interface StoreAdapter {
  open(options: OpenOptions): Promise<RecordStore> | RecordStore;
  /** Rounds of the property test: fewer where a round is slow. */
  readonly propertyRuns: number;
  /** Whether a query that is too broad is refused. Only the reference in memory answers all. */
  readonly refusesTooBroad: boolean;
  /** The texts that the store holds anywhere on its disk, to look for what was erased. */
  readonly traces?: (place: string) => Promise<string>;
}

export interface OpenOptions {
  readonly place: string;
  readonly member: MemberId;
  readonly types: readonly RecordType[];
  readonly now: () => Date;
  readonly logger: Logger;
  /** Instead of the 200,000 rows of `scanBudget`, which would take long to fill. */
  readonly scanBudget?: number;
}
