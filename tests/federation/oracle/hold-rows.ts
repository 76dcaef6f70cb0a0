import { readMemberId } from '../../../shared/domain/ids.js';
import { partyRecordTypes } from '../../../shared/kit/party-record-types.js';
import type { RecordStore } from '../../../shared/store/record-store.js';
import { declarationRecordTypes } from '../../../subgraphs/asset-declarations/domain/record-types.js';
import { MemoryRecordStore } from '../../fixtures/memory-record-store.js';
import type { Row } from './declaration-cases.js';
import { OneStore } from './one-store.js';

/** A store for each of the members with its rows, and the oracle that holds all of them. */
export async function holdRows(
  rows: readonly Row[],
  members: readonly string[],
): Promise<{ readonly stores: RecordStore[]; readonly oracle: OneStore }> {
  const [declaration] = declarationRecordTypes;
  if (declaration === undefined) {
    throw new Error('Expected the record type of declarations.');
  }
  const stores = await Promise.all(
    members.map(async (id) => {
      const store = new MemoryRecordStore({
        member: readMemberId(id),
        types: [...declarationRecordTypes, ...partyRecordTypes],
        now: () => new Date(0),
      });
      const run = await store.beginImport();
      await run.put(
        rows.flatMap(({ member, local, body }) =>
          member === id ? [{ type: 'Declaration', local, body }] : [],
        ),
      );
      await run.commit();
      return store;
    }),
  );
  return { stores, oracle: new OneStore(declaration, rows) };
}
