import { describe } from 'vitest';
import { describeAgreement } from './record-store/agreement.js';
import { describeConcurrency } from './record-store/concurrency.js';
import { describeErasure } from './record-store/erasure.js';
import { describeFilters } from './record-store/filters.js';
import { describeImports } from './record-store/imports.js';
import { describePaging } from './record-store/paging.js';
import { describeProtectedParties } from './record-store/protected-parties.js';
import { describeReading } from './record-store/reading.js';
import type { StoreAdapter } from './record-store/store-adapter.js';
import { describeSums } from './record-store/sums.js';
import { describeWalks } from './record-store/walks.js';

/** The suite of the port `RecordStore`: every sentence of `shared/store/record-store.ts` as a test. */
export function describeRecordStore(name: string, adapter: StoreAdapter): void {
  describe(`RecordStore in ${name}`, () => {
    describeReading(adapter);
    describePaging(adapter);
    describeFilters(adapter);
    describeWalks(adapter);
    describeProtectedParties(adapter);
    describeSums(adapter);
    describeImports(adapter);
    describeErasure(adapter);
    describeConcurrency(adapter);
    describeAgreement(adapter);
  });
}
