import type { KeyValue } from '../../domain/key-value.js';
import { invariant } from '../../errors/invariant.js';
import type { StoredRecord } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import type { Row } from './connection.js';
import { columnsOf, type Layout } from './layout.js';

/** The columns `readRecord` wants, first in a row and in this order. */
export function recordColumns({ table, bodies }: Layout): string {
  const body = `(SELECT body FROM ${bodies} WHERE ${bodies}.id = ${table}.id)`;
  return `local, ${body}, created_at, modified_at`;
}
export const recordColumnCount = 4;

export function readRecord(type: string, row: Row): StoredRecord {
  const [local, body, createdAt, modifiedAt] = row;
  return {
    type,
    local: readText(local),
    body: JSON.parse(readText(body)),
    createdAt: readText(createdAt),
    modifiedAt: readText(modifiedAt),
  };
}

export function readText(value: Row[number] | undefined): string {
  invariant(typeof value === 'string', 'a column that holds text gave none');
  return value;
}

/** The columns of these keys, in this order. */
export function columnsOfKeys(type: RecordType, keys: readonly string[]): string[] {
  return keys.flatMap((key) => columnsOf(type, key));
}

/** The values of these keys from a row that has their columns from `at` on. */
export function readKeys(
  type: RecordType,
  keys: readonly string[],
  from: { row: Row; at: number },
): (KeyValue | null)[] {
  let { at } = from;
  return keys.map((key) => {
    const width = columnsOf(type, key).length;
    const [value, low] = from.row.slice(at, at + width);
    at += width;
    if (value === null || value === undefined) {
      return null;
    }
    if (width === 2) {
      return [Number(value), Number(low)];
    }
    return typeof value === 'bigint' ? Number(value) : value;
  });
}
