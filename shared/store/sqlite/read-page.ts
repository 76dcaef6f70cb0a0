import type { KeyValue, SortDirection } from '../../domain/key-value.js';
import type { Conjunction } from '../conjunction.js';
import { type ServedPage, tiesAfter } from '../plan-page.js';
import type { Access } from '../plan-scan.js';
import type { Page, PageQuery, PageRow } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import type { Segment } from '../segments.js';
import { boundsSql, compareSql, conjunctionSql, joinSql, keyTestSql, type Sql } from './compile-filter.js';
import type { Connection, Row } from './connection.js';
import { columnsOf, indexName, type Layout } from './layout.js';
import {
  columnsOfKeys,
  readKeys,
  readRecord,
  readText,
  recordColumnCount,
  recordColumns,
} from './read-row.js';

/** Reads a page that an index serves: its segments one after the other, until there is one row more than the page. */
export function readServedPage(
  connection: Connection,
  from: {
    readonly layout: Layout;
    readonly plan: ServedPage;
    readonly query: PageQuery;
    readonly member: string;
  },
): Page {
  const { layout, plan, query } = from;
  const rows: Row[] = [];
  for (const statement of servedStatements(layout, plan, query)) {
    const missing = query.limit + 1 - rows.length;
    if (missing === 0) {
      break;
    }
    rows.push(...connection.all(statement.text, [...statement.parameters, missing]));
  }
  return toPage(rows, from);
}

/** One statement per segment, each an index range in order; the last parameter is the number of rows. */
export function servedStatements(layout: Layout, plan: ServedPage, query: Pick<PageQuery, 'sort'>): Sql[] {
  const selected = selectedColumns(layout, query);
  const order = orderedColumns(layout.type, plan);
  return segmentSources(layout, plan).map(({ text, parameters }) => ({
    text: `SELECT ${selected} FROM ${text} ORDER BY ${order} LIMIT ?`,
    parameters,
  }));
}

/** The index ranges of the segments, each as the table with its condition. */
export function segmentSources({ type, table }: Layout, plan: ServedPage): Sql[] {
  const source = `${table} INDEXED BY ${indexName(type, plan.index)}`;
  const pins = plan.pins.map((value, i) => pinSql(type, plan.index[i] ?? '', value));
  return plan.segments.map((segment) => {
    const { text, parameters } = joinSql([...pins, ...segmentSql(type, plan, segment)], 'AND');
    return { text: `${source} WHERE ${text}`, parameters };
  });
}

/** What `toPage` wants of a row: the record, and its values of the sort keys. */
export function selectedColumns(layout: Layout, query: Pick<PageQuery, 'sort'>): string {
  const columns = columnsOfKeys(
    layout.type,
    query.sort.map(({ key }) => key),
  );
  return [recordColumns(layout), ...columns].join(', ');
}

/** The columns of an index after the pinned ones, in the direction it is read in. */
export function orderedColumns(type: RecordType, { sort, direction }: ServedPage): string {
  const columns = [...(sort === null ? [] : columnsOf(type, sort)), 'local'];
  return columns.map((column) => `${column} ${direction}`).join(', ');
}

function pinSql(type: RecordType, key: string, value: KeyValue | null): Sql {
  return keyTestSql(type, key, value === null ? { is: 'null' } : { is: 'oneOf', values: [value] });
}

function segmentSql(type: RecordType, plan: ServedPage, segment: Segment): Sql[] {
  const operator = plan.direction === 'ASC' ? '>' : '<';
  const columns = plan.sort === null ? [] : columnsOf(type, plan.sort);
  const parts = segment.pinned.map(
    (value, i): Sql =>
      value === null
        ? { text: `${columns[i]} IS NULL`, parameters: [] }
        : { text: `${columns[i]} = ?`, parameters: [value] },
  );
  if (segment.next !== undefined && plan.sort !== null) {
    const column = columns[segment.pinned.length];
    const { beyond } = segment.next;
    const bounds = boundsSql(type, plan.sort, plan);
    if (beyond !== undefined) {
      parts.push({ text: `${column} ${operator} ?`, parameters: [beyond] });
    }
    if (bounds.text !== '') {
      parts.push(bounds);
    } else if (beyond === undefined) {
      parts.push({ text: `${column} IS NOT NULL`, parameters: [] });
    }
  }
  if (segment.beyondLocal !== undefined) {
    parts.push({ text: `local ${operator} ?`, parameters: [segment.beyondLocal] });
  }
  return parts;
}

/** Reads a page by testing and sorting what an access finds. Rows are sorted by id alone; bodies come afterwards. */
export function readScannedPage(
  connection: Connection,
  from: {
    readonly layout: Layout;
    readonly conjunction: Conjunction;
    readonly access: Access;
    readonly query: PageQuery;
    readonly member: string;
  },
): Page {
  const { layout, query } = from;
  const filter = conjunctionSql(layout, from.conjunction);
  const { text, parameters } = joinSql([filter, afterSql(layout.type, query, from.member)], 'AND');
  const found = connection.all(
    `SELECT id FROM ${sourceSql(layout, from.access)} WHERE ${text} ORDER BY ${orderSql(layout.type, query)} LIMIT ?`,
    [...parameters, query.limit + 1],
  );
  const select = `SELECT ${selectedColumns(layout, query)} FROM ${layout.table} WHERE id = ?`;
  const rows = found.map(([id]) => connection.first(select, [Number(id)]) ?? []);
  return toPage(rows, from);
}

/** The table as an access reads it: by its index, or by row id or as a whole. */
export function sourceSql({ type, table }: Layout, access: Access): string {
  return access.via === 'index'
    ? `${table} INDEXED BY ${indexName(type, access.index)}`
    : `${table} NOT INDEXED`;
}

function orderSql(type: RecordType, query: PageQuery): string {
  const keys = query.sort.flatMap(({ key, direction }) =>
    columnsOf(type, key).map((column) => `${column} ${direction} NULLS LAST`),
  );
  return [...keys, `local ${tieDirection(query)}`].join(', ');
}

function tieDirection(query: PageQuery): SortDirection {
  return query.sort.at(-1)?.direction ?? 'ASC';
}

/** What follows the position: beyond it in one key and equal in the keys before, or equal in all and a later tie. */
function afterSql(type: RecordType, query: PageQuery, member: string): Sql {
  const { after, sort } = query;
  if (after === undefined) {
    return { text: '1', parameters: [] };
  }
  const equal: Sql[] = [];
  const alternatives: Sql[] = [];
  for (const [i, { key, direction }] of sort.entries()) {
    const value = after.k[i] ?? null;
    if (value !== null) {
      const beyond = compareSql(type, key, direction === 'ASC' ? '>' : '<', value);
      alternatives.push(joinSql([...equal, joinSql([beyond, pinSql(type, key, null)], 'OR')], 'AND'));
    }
    equal.push(pinSql(type, key, value));
  }
  const ties = tiesAfter(member, after, tieDirection(query));
  if (ties !== 'none') {
    const operator = tieDirection(query) === 'ASC' ? '>' : '<';
    const beyond = { text: `local ${operator} ?`, parameters: [after.local] };
    alternatives.push(joinSql(ties === 'all' ? equal : [...equal, beyond], 'AND'));
  }
  return joinSql(alternatives, 'OR');
}

export function toPage(
  rows: readonly Row[],
  from: { readonly layout: Layout; readonly query: PageQuery; readonly member: string },
): Page {
  const { layout, query, member } = from;
  const keys = query.sort.map(({ key }) => key);
  const shown = rows.slice(0, query.limit).map((row): PageRow => {
    const k = readKeys(layout.type, keys, { row, at: recordColumnCount });
    return { record: readRecord(layout.type.name, row), position: { k, member, local: readText(row[0]) } };
  });
  return { rows: shown, hasMore: rows.length > query.limit };
}
