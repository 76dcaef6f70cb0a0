import { fromAmountKey } from '../../domain/decimal.js';
import type { KeyValue } from '../../domain/key-value.js';
import { AccordError } from '../../errors/accord-error.js';
import type { Conjunction } from '../conjunction.js';
import type { GroupQuery, GroupSum } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import { always, type Condition, conjunctionCondition, notNull } from './compile-filter.js';
import type { Database } from './database.js';
import { fieldsOf, readKey } from './document.js';
import { visibleAt } from './moments.js';

/**
 * Counts and sums by group on the server: both parts of an amount on their own, as 64-bit integers. Each is asked for
 * by itself, since some servers give only the first accumulator of a group what it should get.
 */
export async function readSums(database: Database, of: SumsQuery): Promise<GroupSum[]> {
  const { type, query } = of;
  const [high, low] = query.sum === undefined ? [] : fieldsOf(type, query.sum);
  const present = query.sum === undefined ? always : notNull(type, query.sum);
  const [counts, highs, lows] = await Promise.all([
    sumByGroup(database, of, { term: 1, where: always }),
    high === undefined
      ? new Map<string, Sum>()
      : sumByGroup(database, of, { term: `$${high}`, where: present }),
    low === undefined
      ? new Map<string, Sum>()
      : sumByGroup(database, of, { term: `$${low}`, where: present }),
  ]);
  return [...counts].map(([name, { key, sum }]) => {
    const [ofHigh, ofLow] = [highs.get(name), lows.get(name)];
    const isNone = ofHigh === undefined || ofLow === undefined;
    return { key, count: Number(sum), sum: isNone ? null : exactSum(ofHigh.sum, ofLow.sum) };
  });
}

interface SumsQuery {
  readonly type: RecordType;
  readonly query: GroupQuery;
  readonly conjunction: Conjunction;
  readonly run: number;
}

interface Sum {
  readonly key: readonly (KeyValue | null)[];
  readonly sum: unknown;
}

async function sumByGroup(
  database: Database,
  { type, query, conjunction, run }: SumsQuery,
  of: { readonly term: string | 1; readonly where: Condition },
): Promise<Map<string, Sum>> {
  const fields = query.groupBy.flatMap((key) => fieldsOf(type, key));
  const group = Object.fromEntries(fields.map((field) => [field, `$${field}`]));
  const found = await database
    .search(query.type)
    .aggregate(
      [
        { $match: { $and: [conjunctionCondition(type, conjunction), of.where, visibleAt(run)] } },
        { $group: { _id: fields.length === 0 ? null : group, sum: { $sum: of.term } } },
      ],
      { useBigInt64: true, allowDiskUse: true },
    )
    .toArray();
  return new Map(
    found.map((document) => {
      const key = query.groupBy.map((name) => readKey(type, name, document['_id']));
      return [JSON.stringify(key), { key, sum: document['sum'] }];
    }),
  );
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
