import { fromAmountKey } from '../../domain/decimal.js';
import { AccordError } from '../../errors/accord-error.js';
import { invariant } from '../../errors/invariant.js';
import type { Conjunction } from '../conjunction.js';
import type { GroupQuery, GroupSum } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import { type Condition, conjunctionCondition } from './compile-filter.js';
import type { Database } from './database.js';
import { countField, fieldsOf, readKey } from './document.js';
import { visibleAt } from './moments.js';

/** Counts and sums by group on the server: both parts of an amount on their own, as 64-bit integers. */
export async function readSums(
  database: Database,
  of: {
    readonly type: RecordType;
    readonly query: GroupQuery;
    readonly conjunction: Conjunction;
    readonly run: number;
  },
): Promise<GroupSum[]> {
  const { type, query, run } = of;
  const match: Condition = { $and: [conjunctionCondition(type, of.conjunction), visibleAt(run)] };
  const fields = query.groupBy.flatMap((key) => fieldsOf(type, key));
  const found = await database
    .search(query.type)
    .aggregate(
      [
        { $match: match },
        {
          $group: {
            _id: fields.length === 0 ? null : Object.fromEntries(fields.map((field) => [field, `$${field}`])),
            count: { $sum: 1 },
            ...(query.sum === undefined ? {} : sumsOf(type, query.sum)),
          },
        },
      ],
      { useBigInt64: true, allowDiskUse: true },
    )
    .toArray();
  return found.map((group) => ({
    key: query.groupBy.map((key) => readKey(type, key, group['_id'])),
    count: Number(group['count']),
    sum:
      query.sum === undefined || Number(group['present']) === 0
        ? null
        : exactSum(group['high'], group['low']),
  }));
}

function sumsOf(type: RecordType, key: string): Record<string, unknown> {
  const [high, low] = fieldsOf(type, key);
  invariant(low !== undefined, `"${key}" is an amount`);
  return { high: { $sum: `$${high}` }, low: { $sum: `$${low}` }, present: { $sum: `$${countField(key)}` } };
}

/** The sum of both parts. The server turns to floating point past 64 bits, where a sum is no longer exact. */
export function exactSum(high: unknown, low: unknown): bigint {
  return fromAmountKey(exactInteger(high), exactInteger(low));
}

function exactInteger(value: unknown): bigint {
  if (typeof value === 'bigint') {
    return value;
  }
  if (Number.isSafeInteger(value)) {
    return BigInt(Number(value));
  }
  throw new AccordError('SUM_OVERFLOW', 'Expected a sum of at most 18 integer digits, it has more.');
}
