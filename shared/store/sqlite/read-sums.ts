import { fromAmountKey } from '../../domain/decimal.js';
import type { Conjunction } from '../conjunction.js';
import type { Access } from '../plan-scan.js';
import type { GroupQuery, GroupSum } from '../record-store.js';
import { conjunctionSql } from './compile-filter.js';
import type { Connection, Row } from './connection.js';
import { columnsOf, type Layout } from './layout.js';
import { sourceSql } from './read-page.js';
import { columnsOfKeys, readKeys } from './read-row.js';

/**
 * The two parts of an amount are summed apart, the high one again in two, so that no sum of fewer than 10⁹ rows leaves
 * 64 bits; together they are exact.
 */
const highPart = 1_000_000;

export function readGroupSums(
  connection: Connection,
  from: {
    readonly layout: Layout;
    readonly conjunction: Conjunction;
    readonly access: Access;
    readonly query: GroupQuery;
  },
): GroupSum[] {
  const { layout, query } = from;
  const { type } = layout;
  const where = conjunctionSql(layout, from.conjunction);
  const groups = columnsOfKeys(type, query.groupBy);
  const [high, low] = query.sum === undefined ? [] : columnsOf(type, query.sum);
  const sums =
    high === undefined
      ? []
      : [`count(${high})`, `sum(${high} / ${highPart})`, `sum(${high} % ${highPart})`, `sum(${low})`];
  const by = groups.length === 0 ? '' : ` GROUP BY ${groups.join(', ')}`;
  // Without groups SQL gives a row for no records at all.
  const having = groups.length === 0 ? ' HAVING count(*) > 0' : '';
  const rows = connection.allBig(
    `SELECT ${[...groups, 'count(*)', ...sums].join(', ')} FROM ${sourceSql(layout, from.access)} WHERE ${where.text}${by}${having}`,
    where.parameters,
  );
  return rows.map((row) => ({
    key: readKeys(type, query.groupBy, { row, at: 0 }),
    count: Number(row[groups.length]),
    sum: readSum(row.slice(groups.length + 1)),
  }));
}

function readSum([count, billions, rest, low]: Row): bigint | null {
  if (count === undefined || count === null || Number(count) === 0) {
    return null;
  }
  return fromAmountKey(toBigInt(billions) * BigInt(highPart) + toBigInt(rest), toBigInt(low));
}

function toBigInt(value: Row[number] | undefined): bigint {
  return typeof value === 'bigint' ? value : 0n;
}
