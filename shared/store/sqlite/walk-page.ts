import { type Conjunction, scalarKeysIn } from '../conjunction.js';
import type { WalkedPage } from '../plan-page.js';
import type { Access } from '../plan-scan.js';
import type { Page, PageQuery } from '../record-store.js';
import { conjunctionSql, type Sql } from './compile-filter.js';
import type { Connection, Row } from './connection.js';
import { accessSql, countRows } from './count-rows.js';
import type { Layout } from './layout.js';
import { orderedColumns, segmentSources, selectedColumns, toPage } from './read-page.js';
import { columnsOfKeys } from './read-row.js';

/**
 * Reads a page by walking an index in order and testing what it holds, no further than `budget` rows of it. `undefined`
 * when these do not fill the page and more would follow.
 */
export function readWalkedPage(
  connection: Connection,
  from: {
    readonly layout: Layout;
    readonly plan: WalkedPage;
    readonly query: PageQuery;
    readonly member: string;
    readonly budget: number;
  },
): Page | undefined {
  const { layout, plan, query } = from;
  const rows: Row[] = [];
  let left = from.budget;
  for (const { segment, found } of walkStatements(layout, plan, query)) {
    const missing = query.limit + 1 - rows.length;
    rows.push(...connection.all(found.text, [...segment.parameters, left, ...found.parameters, missing]));
    if (rows.length > query.limit) {
      break;
    }
    left -= countRows(connection, segment, left + 1);
    if (left < 0) {
      return undefined;
    }
  }
  return toPage(rows, from);
}

/**
 * One pair of statements per segment: what is walked, and what of it passes the tests. Parameters of `found` are those
 * of the segment, the number of rows to walk, its own, and the number of rows to find. The rows come out of the inner
 * statement one by one in its order, so that no more are walked than it takes to fill the page.
 */
export function walkStatements(
  layout: Layout,
  plan: WalkedPage,
  query: Pick<PageQuery, 'sort'>,
): { readonly segment: Sql; readonly found: Sql }[] {
  const selected = selectedColumns(layout, query);
  const order = orderedColumns(layout.type, plan.range);
  const { text, parameters } = conjunctionSql(layout, plan.tests);
  const keys = [...query.sort.map(({ key }) => key), ...scalarKeysIn(layout.type, plan.tests)];
  const columns = ['id', 'local', 'created_at', 'modified_at', ...columnsOfKeys(layout.type, keys)];
  const needed = [...new Set(columns)].join(', ');
  return segmentSources(layout, plan.range).map((segment) => {
    const walked = `SELECT ${needed} FROM ${segment.text} ORDER BY ${order} LIMIT ?`;
    return {
      segment,
      found: {
        text: `SELECT ${selected} FROM (${walked}) AS ${layout.table} WHERE ${text} LIMIT ?`,
        parameters,
      },
    };
  });
}

/**
 * Counts what matches no further than `cap`, among no more than `budget` rows that an access finds. `undefined` when
 * fewer are among these and more would follow.
 */
export function countByWalk(
  connection: Connection,
  from: {
    readonly layout: Layout;
    readonly conjunction: Conjunction;
    readonly access: Access;
    readonly cap: number;
    readonly budget: number;
  },
): number | undefined {
  const { layout, conjunction, access, cap, budget } = from;
  const walked = accessSql(layout, conjunction, access);
  const where = conjunctionSql(layout, conjunction);
  // An index that has all of these columns is enough to count by.
  const needed = ['id', ...columnsOfKeys(layout.type, scalarKeysIn(layout.type, conjunction))];
  const inner = `SELECT ${needed.join(', ')} FROM ${walked.text} LIMIT ?`;
  const row = connection.first(
    `SELECT count(*) FROM (SELECT 1 FROM (${inner}) AS ${layout.table} WHERE ${where.text} LIMIT ?)`,
    [...walked.parameters, budget, ...where.parameters, cap],
  );
  const found = Number(row?.[0] ?? 0);
  return found < cap && countRows(connection, walked, budget + 1) > budget ? undefined : found;
}
