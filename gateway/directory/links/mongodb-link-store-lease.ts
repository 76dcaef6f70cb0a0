import { isDuplicate } from '../../../shared/store/mongodb/store-fault.js';
import type { LeaseDocument, LinkDatabase } from './mongodb-link-store-database.js';

/**
 * Takes or renews the right to link. Taking it is the insertion of the next number, which only one can do; only who has
 * it renews it.
 */
export async function claimLease(
  database: LinkDatabase,
  claim: { readonly holder: string; readonly now: number; readonly forMs: number },
): Promise<boolean> {
  const { leases } = database;
  const { holder, now, forMs } = claim;
  const until = now + forMs;
  const last = await lastLease(database);
  if (last !== null && last.until > now) {
    if (last.holder !== holder) {
      return false;
    }
    await leases.updateOne({ _id: last._id }, { $set: { until } });
    return (await lastLease(database))?._id === last._id;
  }
  const number = (last?._id ?? 0) + 1;
  try {
    await leases.insertOne({ _id: number, holder, until });
  } catch (cause) {
    if (isDuplicate(cause)) {
      return false;
    }
    throw cause;
  }
  await leases.deleteMany({ _id: { $lt: number } });
  return true;
}

/** Gives the right back, where the holder has it. */
export async function releaseLease(database: LinkDatabase, holder: string): Promise<void> {
  const last = await lastLease(database);
  if (last?.holder === holder) {
    await database.leases.updateOne({ _id: last._id }, { $set: { until: 0 } });
  }
}

async function lastLease({ leases }: LinkDatabase): Promise<LeaseDocument | null> {
  return await leases.findOne({}, { sort: { _id: -1 } });
}
