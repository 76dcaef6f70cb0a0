import type { KeyValue, SortDirection } from '../../domain/key-value.js';
import type { Conjunction } from '../conjunction.js';
import { type ServedPage, tiesAfter } from '../plan-page.js';
import type { Page, PageQuery } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import type { Segment } from '../segments.js';
import {
  allOf,
  always,
  anyOf,
  beyond,
  boundsCondition,
  type Condition,
  conjunctionCondition,
  equals,
  notNull,
} from './compile-filter.js';
import type { Database } from './database.js';
import { absentField, fieldsOf, type RecordDocument, readKey, toRecord } from './document.js';
import { indexName } from './ensure-indexes.js';
import { visibleAt } from './moments.js';

export interface PageSource {
  readonly database: Database;
  readonly type: RecordType;
  readonly query: PageQuery;
  readonly member: string;
  /** The run whose records are read. */
  readonly run: number;
}

/** A part of the order, read by one query: parts are read one after the other until the page is full. */
interface Part {
  readonly condition: Condition;
  readonly sort: Record<string, 1 | -1>;
  readonly hint?: string;
}

/** Reads a page that an index serves: one index range per segment. */
export function readServedPage(source: PageSource, plan: ServedPage): Promise<Page> {
  return readParts(source, servedParts(source.type, plan));
}

/** The index ranges of the segments. */
export function servedParts(type: RecordType, plan: ServedPage): (Part & { readonly hint: string })[] {
  const direction = plan.direction === 'ASC' ? 1 : -1;
  const fields = [...plan.index.flatMap((key) => fieldsOf(type, key)), 'local'];
  const pins = plan.pins.map((value, i) => equals(type, plan.index[i] ?? '', value));
  return plan.segments.map((segment) => ({
    condition: allOf([...pins, segmentCondition(type, plan, segment)]),
    sort: Object.fromEntries(fields.map((field) => [field, direction] as const)),
    hint: indexName(plan.index),
  }));
}

function segmentCondition(type: RecordType, plan: ServedPage, segment: Segment): Condition {
  const operator = plan.direction === 'ASC' ? '$gt' : '$lt';
  const fields = plan.sort === null ? [] : fieldsOf(type, plan.sort);
  const conditions: Condition[] = segment.pinned.map((value, i) => ({ [fields[i] ?? '']: value }));
  if (segment.next !== undefined && plan.sort !== null) {
    const field = fields[segment.pinned.length] ?? '';
    const { beyond: value } = segment.next;
    conditions.push(boundsCondition(type, plan.sort, plan));
    conditions.push(value === undefined ? notNull(type, plan.sort) : { [field]: { [operator]: value } });
  }
  if (segment.beyondLocal !== undefined) {
    conditions.push({ local: { [operator]: segment.beyondLocal } });
  }
  return allOf(conditions);
}

/** Reads a page by testing and sorting. */
export function readScannedPage(source: PageSource, conjunction: Conjunction): Promise<Page> {
  const { type, query } = source;
  const fields = query.sort.flatMap(({ key, direction }) => {
    const absent = absentField(type, key);
    const sign = direction === 'ASC' ? 1 : -1;
    const values = fieldsOf(type, key).map((field) => [field, sign] as const);
    return absent === undefined ? values : [[absent, 1] as const, ...values];
  });
  const ties = tieDirection(query) === 'ASC' ? 1 : -1;
  const condition = allOf([conjunctionCondition(type, conjunction), afterCondition(source)]);
  return readParts(source, [{ condition, sort: { ...Object.fromEntries(fields), local: ties } }]);
}

/** What follows the position: beyond it in one key and equal in the keys before, or equal in all and a later tie. */
function afterCondition({ type, query, member }: PageSource): Condition {
  const { after, sort } = query;
  if (after === undefined) {
    return always;
  }
  const equal: Condition[] = [];
  const alternatives: Condition[] = [];
  for (const [i, { key, direction }] of sort.entries()) {
    const value = after.k[i] ?? null;
    if (value !== null) {
      alternatives.push(allOf([...equal, follows(type, key, { value, direction })]));
    }
    equal.push(equals(type, key, value));
  }
  const ties = tiesAfter(member, after, tieDirection(query));
  if (ties !== 'none') {
    const operator = tieDirection(query) === 'ASC' ? '$gt' : '$lt';
    alternatives.push(allOf(ties === 'all' ? equal : [...equal, { local: { [operator]: after.local } }]));
  }
  return anyOf(alternatives);
}

function follows(
  type: RecordType,
  key: string,
  from: { readonly value: KeyValue; readonly direction: SortDirection },
): Condition {
  const sign = from.direction === 'ASC' ? 1 : -1;
  return anyOf([beyond(type, key, { value: from.value, open: true, sign }), equals(type, key, null)]);
}

function tieDirection(query: PageQuery): SortDirection {
  return query.sort.at(-1)?.direction ?? 'ASC';
}

async function readParts(source: PageSource, parts: readonly Part[]): Promise<Page> {
  const { database, type, query, run } = source;
  const records = database.search(type.name);
  const found: RecordDocument[] = [];
  for (const { condition, sort, hint } of parts) {
    const missing = query.limit + 1 - found.length;
    if (missing === 0) {
      break;
    }
    const cursor = records.find<RecordDocument>(
      { $and: [condition, visibleAt(run)] },
      { sort, limit: missing },
    );
    found.push(...(await (hint === undefined ? cursor : cursor.hint(hint)).toArray()));
  }
  return toPage(source, found);
}

/** A page of the documents found, of which one may be more than it holds. */
export function toPage({ type, query, member }: PageSource, found: readonly RecordDocument[]): Page {
  const rows = found.slice(0, query.limit).map((document) => ({
    record: toRecord(type, document),
    position: {
      k: query.sort.map(({ key }) => readKey(type, key, document)),
      member,
      local: document.local,
    },
  }));
  return { rows, hasMore: found.length > query.limit };
}
