import { createHash } from 'node:crypto';
import { type Document, Long } from 'mongodb';
import { z } from 'zod';
import type { KeyValue } from '../../domain/key-value.js';
import { invariant } from '../../errors/invariant.js';
import { scalarKeysOf, termsOf } from '../keys-of.js';
import { indexesOf } from '../plan-scan.js';
import { comparableContent } from '../record-content.js';
import type { StoredRecord } from '../record-store.js';
import type { RecordBody, RecordType } from '../record-type.js';

/**
 * One version of a record as a document. It is what readers of run `from` and later see, until the run `until`. The
 * body is JSON text, which comes back exactly as it was. Keys are fields of their own: `k_<key>`, for an amount
 * `k_<key>_high` and `k_<key>_low`, 64-bit so that sums stay exact; and `k_<key>_absent`, 1 or 0, since servers sort
 * null before all values and the total order has it after them.
 */
export interface RecordDocument {
  readonly _id: string;
  readonly local: string;
  readonly from: number;
  readonly until: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** Of the content that makes a record the same, see `comparableContent`. */
  readonly digest: string;
  readonly body: string;
  readonly terms: readonly string[];
  readonly [key: `k_${string}`]: unknown;
}

/** The `until` of a version that no run has replaced. */
export const never = Number.MAX_SAFE_INTEGER;

/** Raised when keys or terms come out differently for the same declarations, so that stores rebuild them. */
const derivation = 1;

/** The fields a scalar key is kept in, in the order they sort by. */
export function fieldsOf(type: RecordType, key: string): readonly string[] {
  const spec = type.keys[key];
  invariant(spec !== undefined && spec.kind !== 'terms', `"${type.name}" has no scalar key "${key}"`);
  if ('stored' in spec) {
    return [spec.stored];
  }
  return spec.kind === 'amount' ? [`k_${key}_high`, `k_${key}_low`] : [`k_${key}`];
}

/** The field that is 1 where a key from the body has no value; none for the store's own times. */
export function absentField(type: RecordType, key: string): string | undefined {
  const spec = type.keys[key];
  return spec !== undefined && 'stored' in spec ? undefined : `k_${key}_absent`;
}

export function digestOf(body: RecordBody): string {
  return createHash('sha256').update(comparableContent(body)).digest('base64');
}

export function toDocument(
  type: RecordType,
  record: Omit<StoredRecord, 'type'>,
  version: { readonly run: number; readonly digest: string },
): RecordDocument {
  const keys: Record<`k_${string}`, unknown> = {};
  for (const [key, value] of Object.entries(scalarKeysOf(type, record.body))) {
    Object.assign(keys, fieldValues(type, key, value));
  }
  return {
    _id: `${record.local}#${version.run}`,
    local: record.local,
    from: version.run,
    until: never,
    createdAt: record.createdAt,
    modifiedAt: record.modifiedAt,
    digest: version.digest,
    body: JSON.stringify(record.body),
    terms: termsOf(type, record.body),
    ...keys,
  };
}

function fieldValues(type: RecordType, key: string, value: KeyValue | null): Record<string, unknown> {
  const values = typeof value === 'object' && value !== null ? value.map((n) => Long.fromNumber(n)) : [value];
  const fields = fieldsOf(type, key).map((field, i) => [field, values[i] ?? null] as const);
  return { ...Object.fromEntries(fields), [`k_${key}_absent`]: value === null ? 1 : 0 };
}

const Body = z.record(z.string(), z.unknown());

export function toRecord(type: RecordType, document: RecordDocument): StoredRecord {
  const { local, createdAt, modifiedAt } = document;
  return { type: type.name, local, body: readBody(document.body), createdAt, modifiedAt };
}

export function readBody(json: string): RecordBody {
  return Body.parse(JSON.parse(json));
}

/** The value of a scalar key as the document holds it. */
export function readKey(type: RecordType, key: string, document: Document): KeyValue | null {
  const [first, second] = fieldsOf(type, key).map((field): unknown => document[field]);
  if (first === null || first === undefined) {
    return null;
  }
  if (typeof first === 'string') {
    return first;
  }
  return second === undefined ? Number(first) : [Number(first), Number(second)];
}

/** Tells whether documents were made from the same declarations. */
export function layoutDigest(type: RecordType): string {
  const keys = Object.entries(type.keys).map(([key, spec]) => [
    key,
    spec.kind,
    'stored' in spec ? spec.stored : '',
  ]);
  return createHash('sha256')
    .update(JSON.stringify([derivation, keys, indexesOf(type)]))
    .digest('hex');
}
