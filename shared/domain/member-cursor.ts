import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { isLocalId, isMemberId } from './ids.js';
import type { KeyValue, Position } from './key-value.js';
import { isPartialDate, normalizeInstant } from './partial-date.js';
import { isStorableText } from './text.js';

/**
 * The cursor between hub and member: base64url of the JSON `{ k: […], member, local }`. It names a place in the order
 * and need not be a record of the member that reads it. What clients of the hub see is another, encrypted cursor.
 */
export function writeMemberCursor(position: Position): string {
  const { k, member, local } = position;
  return Buffer.from(JSON.stringify({ k, member, local })).toString('base64url');
}

/** The kind of a key's values: that of a `KeySpec` which can be sorted by. */
export type SortKeyKind = 'text' | 'partialDate' | 'instant' | 'integer' | 'boolean' | 'amount';

const longestCursor = 16_384;

const Cursor = z.strictObject({
  k: z.array(z.custom<KeyValue | null>(isKeyValue)),
  member: z.string().refine(isMemberId),
  local: z.string().refine(isLocalId),
});

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a cursor for an order by keys of these kinds. Throws BAD_CURSOR. */
export function readMemberCursor(cursor: string, kinds: readonly SortKeyKind[]): Position {
  const position = parseCursor(cursor);
  const fits =
    position !== undefined &&
    position.k.length === kinds.length &&
    kinds.every((kind, i) => isOfKind(position.k[i] ?? null, kind));
  if (!fits) {
    throw new AccordError('BAD_CURSOR', 'Expected a cursor that this field gave for the same order.');
  }
  return position;
}

function parseCursor(cursor: string): Position | undefined {
  if (cursor.length > longestCursor || !/^[A-Za-z0-9_-]+$/.test(cursor)) {
    return undefined;
  }
  try {
    const text = decoder.decode(Buffer.from(cursor, 'base64url'));
    return Cursor.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** By hand, for the hub reads a cursor per row: a union of schemas tells at length why each of the others did not fit. */
function isKeyValue(value: unknown): boolean {
  if (Array.isArray(value)) {
    const [high, low] = value;
    return (
      value.length === 2 && Number.isSafeInteger(high) && Number.isSafeInteger(low) && low >= 0 && low < 1e9
    );
  }
  return value === null || typeof value === 'string' || Number.isSafeInteger(value);
}

function isOfKind(value: KeyValue | null, kind: SortKeyKind): boolean {
  if (value === null) {
    return true;
  }
  switch (kind) {
    case 'text':
      return typeof value === 'string' && isStorableText(value) && value === value.normalize('NFC');
    case 'partialDate':
      return typeof value === 'string' && isPartialDate(value);
    case 'instant':
      return typeof value === 'string' && normalizeInstant(value) === value;
    case 'integer':
      return typeof value === 'number';
    case 'boolean':
      return value === 0 || value === 1;
    case 'amount':
      return typeof value === 'object';
  }
}
