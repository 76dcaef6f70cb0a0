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
  const where = conjunctionSql(from.layout, from.conjunction);
  const text = `${sourceSql(from.layout, from.access)} WHERE ${where.text}`;
  return countRows(connection, { text, parameters: where.parameters }, from.cap);
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
  return countRows(connection, accessSql(from.layout, from.conjunction, from.access), from.cap);
}

/** What an access to the records of a conjunction finds, as the table with its condition. */
export function accessSql(layout: Layout, conjunction: Conjunction, access: Access): Sql {
  const where =
    access.via === 'index'
      ? joinSql(
          access.tests.map(({ key, test }) => keyTestSql(layout.type, key, test)),
          'AND',
        )
      : conjunctionSql(layout, {
          keys: new Map(),
          terms: access.via === 'terms' ? conjunction.terms : [],
          rest: [],
        });
  return { text: `${sourceSql(layout, access)} WHERE ${where.text}`, parameters: where.parameters };
}

/** Counts the rows of a table under a condition, no further than `cap`. */
export function countRows(connection: Connection, { text, parameters }: Sql, cap: number): number {
  const row = connection.first(`SELECT count(*) FROM (SELECT 1 FROM ${text} LIMIT ?)`, [...parameters, cap]);
  return Number(row?.[0] ?? 0);
}
