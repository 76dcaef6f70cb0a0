import { isStorableText } from '../domain/text.js';
import { AccordError } from '../errors/accord-error.js';
import { canonicalJson } from './canonical-json.js';
import type { RecordBody } from './record-type.js';

/**
 * The text by which two contents are the same: JSON with sorted names, without `provenance.retrievedAt`, so that the
 * same file imported again changes nothing.
 */
export function comparableContent(body: RecordBody): string {
  const { provenance, ...rest } = body;
  if (!isObject(provenance)) {
    return canonicalJson(body);
  }
  const { retrievedAt: _, ...source } = provenance;
  return canonicalJson({ ...rest, provenance: source });
}

/** Throws BAD_RECORD when a text of the record, however deep, is one that no store can hold. */
export function assertStorable(record: { readonly local: string; readonly body: RecordBody }): void {
  if (!isStorable(record.local) || !isStorable(record.body)) {
    throw new AccordError(
      'BAD_RECORD',
      'Expected well-formed Unicode text without U+0000 in every field of a record.',
    );
  }
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') {
    return isStorableText(value);
  }
  if (Array.isArray(value)) {
    return value.every(isStorable);
  }
  return (
    !isObject(value) || Object.entries(value).every(([name, item]) => isStorable(name) && isStorable(item))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
