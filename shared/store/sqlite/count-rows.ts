import type { Conjunction } from '../conjunction.js';
import type { Access } from '../plan-scan.js';
import { conjunctionSql, joinSql, keyTestSql, type Sql } from './compile-filter.js';
import type { Connection } from './connection.js';
import type { Layout } from './layout.js';
import { sourceSql } from './read-page.js';

/** Counts what matches, no further than `cap`. */
export function countMatches(
  connection: Connection,
  from: {
    readonly layout: Layout;
    readonly conjunction: Conjunction;
    readonly access: Access;
    readonly cap: number;
  },
): number {
  return countRows(connection, sourceSql(from.layout, from.access), {
    where: conjunctionSql(from.layout, from.conjunction),
    cap: from.cap,
  });
}

/** Counts what an access finds, no further than `cap`. */
export function countAccess(
  connection: Connection,
  from: {
    readonly layout: Layout;
    readonly conjunction: Conjunction;
    readonly access: Access;
    readonly cap: number;
  },
): number {
  const { layout, conjunction, access, cap } = from;
  if (access.via === 'index') {
    const where = joinSql(
      access.tests.map(({ key, test }) => keyTestSql(layout.type, key, test)),
      'AND',
    );
    return countRows(connection, sourceSql(layout, access), { where, cap });
  }
  const terms = access.via === 'terms' ? conjunction.terms : [];
  const where = conjunctionSql(layout, { keys: new Map(), terms, rest: [] });
  return countRows(connection, sourceSql(layout, access), { where, cap });
}

function countRows(connection: Connection, source: string, options: { where: Sql; cap: number }): number {
  const { where, cap } = options;
  const row = connection.first(`SELECT count(*) FROM (SELECT 1 FROM ${source} WHERE ${where.text} LIMIT ?)`, [
    ...where.parameters,
    cap,
  ]);
  return Number(row?.[0] ?? 0);
}
