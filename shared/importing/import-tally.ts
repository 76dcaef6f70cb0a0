import { invariant } from '../errors/invariant.js';
import type { PutOutcome, RecordInput } from '../store/record-store.js';

export type OutcomeCounts = Record<PutOutcome, number>;

/** What a run did, counted. */
export interface ImportSummary {
  /** Source rows read: those that became records, were skipped or were rejected. */
  readonly rows: number;
  readonly rejected: number;
  /** Rows that are no record, by reason. */
  readonly skipped: ReadonlyMap<string, number>;
  /** By record type, how many records had which outcome. */
  readonly outcomes: ReadonlyMap<string, Readonly<OutcomeCounts>>;
}

/** Counts while a run goes on. */
export class ImportTally implements ImportSummary {
  rows = 0;
  rejected = 0;
  readonly skipped = new Map<string, number>();
  readonly outcomes = new Map<string, OutcomeCounts>();

  skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  put(records: readonly RecordInput[], outcomes: readonly PutOutcome[]): void {
    invariant(records.length === outcomes.length, 'a store gives one outcome for each record');
    for (const [i, record] of records.entries()) {
      const outcome = outcomes[i];
      invariant(outcome !== undefined, 'a store gives one outcome for each record');
      let counts = this.outcomes.get(record.type);
      if (counts === undefined) {
        counts = { inserted: 0, updated: 0, unchanged: 0, repeated: 0, conflict: 0, forgotten: 0 };
        this.outcomes.set(record.type, counts);
      }
      counts[outcome] += 1;
    }
  }
}
